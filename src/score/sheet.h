// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SCORE_SHEET_H_
#define EMRLINT_SCORE_SHEET_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "base/result.h"
#include "model/chart.h"
#include "model/document_types.h"
#include "rule/catalog.h"
#include "score/points.h"

namespace emrlint {

// A sentence of a sheet, which owns it.
struct SheetText {
  std::string zh, en;
  const std::string& in(Lang lang) const { return lang == Lang::kZh ? zh : en; }
};

// Which findings a row counts: those of a check, of one of its messages ("check/message"), of
// subjects with a detail ("check#detail"), or of those of a kind ("check@diagnosis/admission").
// "check/message{4}": the argument 4 of the message tells how many places the finding stands for.
struct SheetMatch {
  std::uint32_t check = 0;  // Index into Catalog::entries().
  std::string which;        // Message, '#' and detail, or '@' and kind; empty for all others.
  std::optional<std::uint32_t> count;
};

// What is counted of one row: each finding, or the chart once.
enum class SheetUnit : std::uint8_t { kOnce, kPlace, kTime, kItem, kPage };  // -, 处, 次, 项, 页

// One way to lose points.
struct SheetRow {
  std::uint32_t section = 0;  // Index into ScoreSheet::sections.
  std::string item;           // As the sheet numbers it, "2".
  SheetText text;             // What is deducted for.
  SheetUnit unit = SheetUnit::kOnce;
  Points points;                    // For each unit. Where the sheet leaves room, the least.
  std::optional<Points> most;       // What a reviewer may take instead, where it leaves room.
  std::optional<Points> cap;        // Of the row.
  bool veto = false;                // 单项否决
  std::vector<SheetMatch> matches;  // Empty: only people can judge it.
  SheetText by_hand;                // Why, if so.
};

struct SheetSection {
  std::string id;
  SheetText title;
  Points points;  // What it stands for; no more is lost in it, unless by a veto. 0: no limit.
};

struct SheetGrade {
  std::string id;   // "a"
  SheetText title;  // 甲级
  Points from;
};

// What a veto does: takes points, once in a section and in place of its other deductions; or
// limits the grade.
struct SheetVeto {
  Points points;                      // 0: it limits the grade.
  std::uint32_t grade = 0;            // Index of the best grade that is left.
  std::vector<std::uint32_t> severe;  // Checks by which only severe_grade is left.
  std::uint32_t severe_grade = 0;
};

// A scoring sheet. Immutable once read.
struct ScoreSheet {
  std::string id;  // "cn-zhejiang-2021"
  SheetText title, description;
  std::string source;   // Key of src/check/sources.def; empty for a proposal of ours.
  std::string profile;  // The profile whose checks it counts.
  Points total;
  std::vector<EncounterKind> encounters;  // The stays that it is for.
  std::vector<DocType> not_with;          // A chart with such a document is scored otherwise.
  std::vector<Source> needs;              // A chart without such data is not scored.
  std::vector<SheetGrade> grades;         // The best first.
  SheetVeto veto;
  std::vector<SheetSection> sections;
  std::vector<SheetRow> rows;  // By section, in the order of the sheet.

  // The index of the grade with this id.
  std::optional<std::uint32_t> grade_of(std::string_view id) const;
};

// Gives the text of a sheet that `extends` names.
using ReadSheetText = std::function<Result<std::string>(const std::string& name)>;

// Reads a sheet. The first thing that is wrong is the error, with path, line and column. A finding
// costs points once: a check, or a message of it, stands in one row only.
Result<ScoreSheet> read_sheet(std::string path, std::string_view text, const Catalog& catalog,
                              const ReadSheetText& read);

// By which charts are scored when neither a person nor [score] sheets says.
inline constexpr const char* kDefaultSheet = "cn-generic-100";

// The names of the sheets that are built in, and one of them.
std::vector<std::string_view> built_in_sheets();
// A built-in sheet or a file; `read_file` gets what is no built-in name.
Result<ScoreSheet> load_sheet(const std::string& name, const Catalog& catalog,
                              const ReadSheetText& read_file);

}  // namespace emrlint

#endif  // EMRLINT_SCORE_SHEET_H_

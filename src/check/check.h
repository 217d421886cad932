// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_CHECK_H_
#define EMRLINT_CHECK_CHECK_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "check/message.h"
#include "check/option.h"
#include "model/chart.h"
#include "tables/table_kind.h"
#include "terminology/icd.h"

namespace emrlint {

class Report;
struct Fact;

enum class Severity : std::uint8_t { kError, kWarning, kNote, kOff };  // 必改 建议 提示
std::string_view id(Severity severity);                                // "error"

struct Citation {
  std::string_view source;   // Key of src/check/sources.def: "BL".
  std::string_view article;  // As the source numbers it: "22(15)".
};

// The card of a check: everything that the catalog, the docs, SARIF and an editor know of it.
// What is read here is shown to physicians: plain sentences, no blame.
struct CheckInfo {
  std::string_view id;  // Catalogue id in kebab-case, family first; never reused.
  Severity severity = Severity::kWarning;
  Bilingual title;       // One line: the requirement, not the defect.
  Bilingual judged;      // What is judged, against which limit.
  Bilingual exceptions;  // When it does not apply; when it stays undecided.
  Bilingual advice;      // What the writer can do.
  std::span<const Citation> basis = {};
  std::span<const int> core_systems = {};  // 1-18, 医疗质量安全核心制度
  std::span<const Source> needs = {};      // Sources without which it is undecided.
  std::span<const TableKind> needs_tables = {};  // Likewise tables of the hospital.
  // Code systems by whose table it judges: a subject coded in one of them is undecided where no
  // edition of it is in force.
  std::span<const CodeSystem> needs_codes = {};
  std::span<const MessageInfo> messages = {};
  std::span<const OptionInfo> options = {};
  // Checks whose failure on the same subject this one's already says. "id@detail": where its
  // subject has that detail, and theirs lacks it; "id@@": where they point at one of its places.
  std::span<const std::string_view> supersedes = {};
};

// Judges every subject of the chart: for each exactly one call of report.pass, fail, undecided or
// due; none when the requirement does not apply. Pure: same chart and options, same calls.
using RunFunction = void (*)(const Chart& chart, const Options& options, Report& report);

// The two halves of a check across charts: what a chart says, and what is judged once all charts
// of the run were read. judge() gets the facts of one key, in an order that does not depend on that
// of the charts, and calls the report for each fact's subject; its places are `where` of the facts.
// A subject with several facts has one outcome: the worst. Pure, both of them.
using EmitFunction = void (*)(const Chart& chart, const Options& options, std::vector<Fact>& facts);
using JudgeFunction = void (*)(std::span<const Fact> facts, Report& report);

// A check written in C++. Those built in are listed in checks/catalog.def. It has `run`, or `emit`
// and `judge`.
struct Check {
  CheckInfo info;
  RunFunction run = nullptr;
  EmitFunction emit = nullptr;
  JudgeFunction judge = nullptr;
};

}  // namespace emrlint

#endif  // EMRLINT_CHECK_CHECK_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SCORE_SCORE_H_
#define EMRLINT_SCORE_SCORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/lint.h"
#include "score/sheet.h"

namespace emrlint {

// How far a row could be judged on a chart. Only kJudged rows say that nothing was lost.
enum class RowState : std::uint8_t {
  kJudged,     // All its checks ran; none of them was undecided.
  kUndecided,  // Some subject could not be judged, is not due yet, or a check broke.
  kOff,        // Some of its checks are off in the profile of the chart.
  kByHand,     // No check of ours: a person has to look.
};

// A finding that costs points, or an outcome that keeps a row from being judged.
struct Mark {
  std::uint32_t row = 0;      // Index into ScoreSheet::rows.
  std::uint32_t check = 0;    // Index into Catalog::entries().
  std::uint32_t finding = 0;  // Index into ChartReport::findings.
  std::uint32_t count = 1;    // Places that it stands for.
};

// Why a chart has no score at all.
enum class NotScored : std::uint8_t {
  kNo,            // It has one.
  kOtherSheet,    // The sheet is not for such a stay.
  kNoSource,      // The chart brings no data of the kind that the sheet is about.
  kNothingJudged  // No check of the sheet passed or failed on anything of the chart.
};

// What a report says of the rows of a sheet.
struct ChartMarks {
  NotScored not_scored = NotScored::kNo;
  bool complete = true;        // The chart was read whole, and no check broke.
  std::vector<RowState> rows;  // By row.
  std::vector<Mark> lost;      // Failed, not waived, not said by another finding; by row.
  std::vector<Mark> open;      // Undecided and due ones, by row.
};

// Finds the rows of findings. For one sheet and catalog, which must outlive it. Thread-safe.
class Marker {
 public:
  explicit Marker(const ScoreSheet& sheet, const Catalog& catalog);

  // Of what `lint` says of a chart.
  ChartMarks mark(const ChartReport& report) const;
  // Of what checks across charts say of it later: the failures alone.
  std::vector<Mark> lost(const ChartReport& report) const;

 private:
  struct Entry {
    std::uint32_t row;
    std::string_view which;  // As in SheetMatch.
    std::optional<std::uint32_t> count;
  };

  const Entry* entry_of(const Finding& finding) const;
  NotScored why_not(const ChartReport& report) const;
  RowState state(const SheetRow& row, const ChartReport& report) const;

  const ScoreSheet& sheet_;
  std::vector<std::vector<Entry>> by_check_;
};

struct RowScore {
  std::uint32_t count = 0;  // Units that were counted.
  Points lost;              // After the cap of the row; of a veto what it takes from the section.
};

struct SectionScore {
  Points lost;
  bool vetoed = false;
  bool capped = false;  // More was found than the section has.
};

// The arithmetic of a chart: every point of it can be told.
struct ChartScore {
  std::vector<RowScore> rows;          // By row.
  std::vector<SectionScore> sections;  // By section.
  Points total;
  std::uint32_t grade = 0;   // Index into ScoreSheet::grades.
  bool limited = false;      // A veto keeps it from a better one.
  std::uint32_t judged = 0;  // Rows that could be judged.
  bool provisional = false;  // Not all rows that checks can judge were.
};

// What one finding costs by its row alone; less is lost where row or section have no more.
struct Cost {
  Points points;
  bool veto = false;  // Without points it limits the grade.
};
Cost cost_of(const ScoreSheet& sheet, const Mark& mark);

// Adds up what is lost. `marks` is of a chart that is scored.
ChartScore add_up(const ScoreSheet& sheet, const ChartMarks& marks);

}  // namespace emrlint

#endif  // EMRLINT_SCORE_SCORE_H_

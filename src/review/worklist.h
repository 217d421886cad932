// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_WORKLIST_H_
#define EMRLINT_REVIEW_WORKLIST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "check/check.h"
#include "review/review_file.h"
#include "review/reviews.h"
#include "store/duckdb.h"

namespace emrlint::review {

// Which findings come first. Deadlines that are not due soon, or at all, come last.
enum class WorkOrder : std::uint8_t {
  kUrgency,   // Due soon, by time; defects by severity, of one those of the charts with least
              // points.
  kPoints,    // Vetoes, then what costs most by the sheet of the run, then by severity.
  kSeverity,  // By severity, of one what costs most.
  kScore,     // Chart by chart, that with the least points first, in it by urgency.
};

// Which findings of a run are to be worked on.
struct WorkQuery {
  std::string department, reviewer, chart, check;  // Empty: any.
  std::vector<State> states;                       // Empty: all that are not over.
  std::optional<Severity> least;                   // This severity and worse.
  WorkOrder order = WorkOrder::kUrgency;
  std::uint64_t limit = 0;  // 0: all.
  Time now;                 // By which something is due soon.
};

// Something is due soon that is due within this.
inline constexpr Duration kSoon = std::chrono::hours(24);

// A finding of the run, and what people said of it.
struct WorkRow {
  Review review;  // Its fingerprint, chart and check are always there.
  State state = State::kNew;
  std::string message_id, severity, department, doctor, document, path, zh, en;
  std::string due;               // ISO 8601; empty for a defect.
  std::uint32_t line = 0;        // 0: no place.
  std::optional<double> score;   // Of the chart.
  std::optional<double> points;  // What it costs alone, where the chart has a score.
  bool veto = false;
};

// The defects and deadlines of a run in the order that is asked for. Waived ones are left out, and
// those that another finding says. The database has the views of the run (charts, findings), and no
// table of reviews yet.
Result<std::vector<WorkRow>> worklist(store::Database& database, const Reviews& reviews,
                                      const WorkQuery& query);

// The finding of a run as a row, by fingerprint or the beginning of one; all that begin so.
Result<std::vector<WorkRow>> find_findings(store::Database& database, std::string_view start);

// Fills in chart, check and run of the entries whose findings the run has.
std::optional<Error> name_findings(store::Database& database, const std::string& run,
                                   std::vector<Entry>& entries);

// Every finding that anybody said something of, by fingerprint, with what the run says of it if it
// is still there. Without a database: what people said alone.
Result<std::vector<WorkRow>> reviewed(store::Database* database, const Reviews& reviews);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_WORKLIST_H_

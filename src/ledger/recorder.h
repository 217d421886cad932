// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_RECORDER_H_
#define EMRLINT_LEDGER_RECORDER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "engine/run.h"
#include "indicator/counter.h"
#include "ledger/finding_rows.h"
#include "ledger/plan.h"
#include "score/score.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

struct Table;

// What became of a unit. Only kJudged ones have charts.
enum class Status : std::uint8_t { kJudged, kUnreadable, kCrashed, kTimeout };
std::string_view id(Status status);

// What the rows of a run are made with.
struct Lenses {
  const Catalog* catalog = nullptr;
  const ScoreSheet* sheet = nullptr;             // Null: charts are not scored.
  const IndicatorCounter* indicators = nullptr;  // Null: nothing is counted.
};

// The results of one shard as tables of a database, written as parts in the end.
class Recorder {
 public:
  // The tables must not be there yet. `lenses` outlive it.
  static Result<Recorder> open(store::Database& database, const Lenses& lenses);

  void add(std::uint64_t unit, const Batch& batch, const std::vector<ChartReport>& reports);
  // Once for each unit, after its charts. `detail`: the signal that ended it. A unit that is not
  // `settled` is judged again in the next night, even if it did not change.
  void status(std::uint64_t unit, Status status, std::string_view detail, bool settled);

  // After the last unit: ends the transaction that the rows were added in.
  std::optional<Error> finish();
  // Then writes all parts of the shard; the one that says that it is done comes last.
  std::optional<Error> write(const std::string& store, const Terms& terms, unsigned shard);

 private:
  Recorder(store::Database& database, const Lenses& lenses);
  void add_chart(std::uint64_t unit, const Batch& batch, const ChartReport& report,
                 const ChartMarks* marks);
  void add_marks(std::uint64_t unit, const ChartReport& report, const ChartMarks& marks);
  void add_counts(std::uint64_t unit, const ChartReport& report);
  void add_problem(std::uint64_t unit, const Batch& batch, const Problem& problem);
  std::optional<Error> write_rows(const Table& table, const std::string& store,
                                  const Terms& terms, unsigned shard);

  store::Database* database_;
  Lenses lenses_;
  std::unique_ptr<Marker> marker_;
  std::vector<store::Appender> rows_;  // In the order of the tables.
  std::optional<FindingRows> findings_;
};

// Whether nothing of the chart changes as long as only time passes.
bool settled(const ChartReport& report);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_RECORDER_H_

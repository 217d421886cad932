// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_NIGHTLY_NIGHT_TABLES_H_
#define EMRLINT_NIGHTLY_NIGHT_TABLES_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "output/table.h"
#include "rule/catalog.h"
#include "store/duckdb.h"

// What a night is reported by: tables over the views of its run, and over those of the run before
// it (ledger/views.h).
namespace emrlint::nightly {

// The headline numbers of a night.
struct NightNumbers {
  std::uint64_t units = 0, judged = 0;  // Units of work; those that were judged tonight.
  std::uint64_t unreadable = 0, crashed = 0, timeouts = 0;
  std::uint64_t in_part = 0;  // Inputs that were judged, but not read whole.
  std::uint64_t broken = 0;   // Charts on which a check broke.
  std::uint64_t charts = 0, documents = 0;
  std::uint64_t errors = 0, warnings = 0, notes = 0, undecided = 0, due = 0, waived = 0;
  std::uint64_t fresh = 0, updated = 0, unchanged = 0, absent = 0;  // Against the run before.
  std::uint64_t scored = 0;
  std::optional<double> mean_score;

  std::uint64_t not_evaluated() const { return unreadable + crashed + timeouts; }
  bool incomplete() const { return not_evaluated() + in_part + broken > 0; }
};

// What people said of a finding so far, in the words of a table; nothing where they said nothing.
using FindState = std::function<Cell(const std::string& fingerprint)>;
// Takes the rows of a table that may be too long for memory, cell by column.
using RowVisitor = std::function<void(const std::vector<Cell>& row)>;

// The tables of one night. Views of its run stand in the database without a prefix, those of the
// run before with "old_", if there is one.
class NightTables {
 public:
  NightTables(store::Database& database, const Catalog& catalog, Lang lang, std::string run,
              std::string previous)
      : database_(database),
        catalog_(catalog),
        lang_(lang),
        message_(lang == Lang::kZh ? "zh" : "en"),
        run_(std::move(run)),
        previous_(std::move(previous)) {}

  // Makes what the others need; first.
  std::optional<Error> prepare();

  Result<NightNumbers> numbers();
  // A row for each place where an input could not be read, each chart that was not judged whole.
  Result<Table> not_evaluated();
  // 问题台账: a row for each finding that people have to see to.
  static Table problem_columns();
  std::optional<Error> problems(const FindState& state, const RowVisitor& visit);
  // What falls due next, by time.
  Result<Table> due_soon();
  static Table score_columns();
  std::optional<Error> scores(const RowVisitor& visit);
  Result<Table> departments();
  Result<Table> checks();
  // Charts by score, in steps of ten; only those that have one.
  Result<std::vector<std::uint64_t>> score_histogram();

 private:
  std::optional<Error> each(const std::string& sql, const RowVisitor& visit);
  Result<Table> filled(Table columns, const std::string& sql);
  enum class Holds : std::uint8_t {
    kText,
    kCount,
    kNumber,
    kBaseline,
    kSeverity,
    kStatus,
    kTitle,
    kMeasure
  };
  static Holds holds(std::string_view column);
  Cell cell(const store::Rows& rows, std::size_t column, std::size_t row, Holds what) const;
  const CheckInfo* info(std::string_view check) const;

  store::Database& database_;
  const Catalog& catalog_;
  const Lang lang_;
  const std::string message_;  // The column of messages in that language.
  const std::string run_, previous_;
};

}  // namespace emrlint::nightly

#endif  // EMRLINT_NIGHTLY_NIGHT_TABLES_H_

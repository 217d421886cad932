// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_FINDING_ROWS_H_
#define EMRLINT_LEDGER_FINDING_ROWS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lint.h"
#include "output/sink.h"
#include "reader/batch.h"
#include "rule/catalog.h"
#include "score/score.h"
#include "store/duckdb.h"

namespace emrlint {
class Wording;
}

namespace emrlint::ledger {

// The small whole numbers among the arguments of a message, each in its place: "3||12". No texts:
// these may name persons.
std::string numbers_of(const Outcome& outcome);
// The arguments of a message out of that, as far as it has them.
std::vector<Argument> numbered_args(std::string_view numbers);

// Writes what reports say as rows of findings and tallies. Messages stand there in both languages,
// masked.
class FindingRows {
 public:
  // The appenders are of tables with the columns of kFindings and kTallies, and outlive it.
  // `sheet`: what findings cost; null for nothing.
  FindingRows(const Catalog& catalog, const ScoreSheet* sheet, store::Appender& findings,
              store::Appender& tallies);

  // `lost`: which findings of the report cost points.
  void add(std::uint64_t unit, const Batch& batch, const ChartReport& report,
           const std::vector<Mark>& lost);

 private:
  void add_finding(std::uint64_t unit, const Batch& batch, const ChartReport& report,
                   const Finding& finding, const Mark* mark, Wording& zh, Wording& en);

  const Catalog& catalog_;
  const ScoreSheet* const sheet_;
  store::Appender& findings_;
  store::Appender& tallies_;
  OutputOptions zh_, en_;
};

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_FINDING_ROWS_H_

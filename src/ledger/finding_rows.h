// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_FINDING_ROWS_H_
#define EMRLINT_LEDGER_FINDING_ROWS_H_

#include <cstdint>

#include "engine/lint.h"
#include "output/sink.h"
#include "reader/batch.h"
#include "rule/catalog.h"
#include "store/duckdb.h"

namespace emrlint {
class Wording;
}

namespace emrlint::ledger {

// Writes what reports say as rows of findings and tallies. Messages stand there in both languages,
// masked.
class FindingRows {
 public:
  // The appenders are of tables with the columns of kFindings and kTallies, and outlive it.
  FindingRows(const Catalog& catalog, store::Appender& findings, store::Appender& tallies);

  void add(std::uint64_t unit, const Batch& batch, const ChartReport& report);

 private:
  void add_finding(std::uint64_t unit, const Batch& batch, const ChartReport& report,
                   const Finding& finding, Wording& zh, Wording& en);

  const Catalog& catalog_;
  store::Appender& findings_;
  store::Appender& tallies_;
  OutputOptions zh_, en_;
};

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_FINDING_ROWS_H_

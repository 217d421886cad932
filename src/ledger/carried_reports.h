// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_CARRIED_REPORTS_H_
#define EMRLINT_LEDGER_CARRIED_REPORTS_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "engine/lint.h"
#include "rule/catalog.h"
#include "store/duckdb.h"

namespace emrlint::ledger {

// What checks across charts said in an earlier night, out of its rows, as far as scores and
// indicators ask for it: outcomes by check, message, subject and kind, the numbers that a message
// tells, no places.
class CarriedReports {
 public:
  CarriedReports(store::Database& database, const Catalog& catalog)
      : database_(database), catalog_(catalog) {}

  // A report for each chart, by key. `findings` and `tallies` stand behind FROM: rows of kFindings
  // and kTallies.
  std::optional<Error> each(const std::string& findings, const std::string& tallies,
                            const std::function<void(const ChartReport& report)>& visit);

 private:
  // Of one chart: a whole report has a tally for every check, which is much for all charts.
  struct Carried {
    std::vector<std::pair<std::uint32_t, Tally>> tallies;  // By check index.
    std::vector<Finding> findings;
  };

  std::optional<Error> read_tallies(const std::string& tallies);
  std::optional<Error> read_findings(const std::string& findings);
  Carried& carried(std::string_view chart);

  store::Database& database_;
  const Catalog& catalog_;
  std::map<std::string, Carried, std::less<>> carried_;
};

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_CARRIED_REPORTS_H_

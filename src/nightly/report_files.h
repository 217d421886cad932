// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_NIGHTLY_REPORT_FILES_H_
#define EMRLINT_NIGHTLY_REPORT_FILES_H_

#include <optional>
#include <string>

#include "base/lang.h"
#include "base/result.h"
#include "indicator/indicator.h"
#include "nightly/night_tables.h"
#include "rule/catalog.h"
#include "store/duckdb.h"

namespace emrlint::nightly {

// What is reported of which run, and where to.
struct ReportJob {
  std::string store, run;
  std::string folder;  // Gets a folder RUN.
  const Catalog* catalog = nullptr;
  const IndicatorBook* book = nullptr;
  Lang lang = Lang::kZh;
};

// Writes the reports of a published run: summary.html, problems.xlsx and .csv (问题台账), due.csv,
// scores.csv, departments.csv, checks.csv, not-evaluated.csv, indicators.csv,
// indicators-by-FACET.csv. The folder appears whole or not at
// all; an earlier one of the run is replaced. The bytes depend on the run alone, and on what people
// said of its findings. Views of the run must not be there yet.
Result<NightNumbers> write_reports(store::Database& database, const ReportJob& job);

}  // namespace emrlint::nightly

#endif  // EMRLINT_NIGHTLY_REPORT_FILES_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_NIGHTLY_HTML_REPORT_H_
#define EMRLINT_NIGHTLY_HTML_REPORT_H_

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/lang.h"
#include "nightly/night_tables.h"
#include "output/table.h"

namespace emrlint::nightly {

// A night in the line of nights.
struct NightPoint {
  std::string run;
  std::uint64_t charts = 0, errors = 0, warnings = 0, fresh = 0, absent = 0;
  std::optional<double> mean_score;
};

// What the page of a night shows.
struct NightPage {
  std::string run, as_of, previous, sheet;
  NightNumbers numbers;
  std::vector<NightPoint> nights;     // Up to this one.
  std::vector<std::uint64_t> scores;  // As NightTables::score_histogram().
  std::vector<Table> tables;          // Each under the heading of its type.
};

// One page that needs no other file and fetches nothing: it can be mailed and put on a share.
// Tables are cut off after some rows, which it says; the CSV files beside it have all.
void write_html(std::ostream& out, const NightPage& page, Lang lang);

}  // namespace emrlint::nightly

#endif  // EMRLINT_NIGHTLY_HTML_REPORT_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_ANALYTES_H_
#define EMRLINT_CHECKS_CONSISTENCY_ANALYTES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "checks/consistency/analyte_names.h"

// Results of the laboratory that notes quote, by the names and units in use.
namespace emrlint::checks {

// A unit in one form for all ways to write it: ×10⁹/L, 10^9/L and 10*9/L.
std::string unit_form(std::string_view unit);

// A result with its unit, the name right before it: WBC 13.6×10⁹/L. Bytes [from, to) of the text.
struct QuotedResult {
  Analyte analyte = kNoAnalyte;
  double value = 0;
  double precision = 1;  // Of the last decimal written: 0.1.
  std::string unit;      // As unit_form() has it; empty where none is written.
  std::size_t from = 0;
  std::size_t to = 0;
};

// In order; no ranges, nothing of urine and other fluids.
std::vector<QuotedResult> quoted_results(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_ANALYTES_H_

// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"

#include <algorithm>

#include "terminology/sex_limited.h"

namespace emrlint::checks {

bool told_elsewhere(const Chart& chart, std::uint32_t document, Span where) {
  if (document < chart.documents.size()) {
    const DocType type = chart.documents[document].type;
    return type != DocType::kFrontPage && type != DocType::kTcmFrontPage;
  }
  // An event keeps no document; a CDA file holds one.
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& d) {
    return (d.format == Format::kWs500 || d.format == Format::kCda) && d.span.file == where.file &&
           d.type != DocType::kFrontPage && d.type != DocType::kTcmFrontPage;
  });
}

bool sex_in_doubt(const Chart& chart) {
  return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), [&](const Diagnosis& d) {
    return icd_coded(chart, d) && leaves_sex_in_doubt(d.code.value);
  });
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_TUMOUR_REPORTS_H_
#define EMRLINT_CHECKS_CODING_TUMOUR_REPORTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "model/chart.h"

// What pathology reports say of tumours, by site.
namespace emrlint::checks {

// A pathology that was reported before the patient left.
bool pathology_in_stay(const Chart& chart, const TestResult& result);

// Whether a text states a tumour of whatever kind: 腺癌, 平滑肌瘤, not 未见癌.
bool names_tumour(std::string_view text);

// A site of tumour_sites.def.
using TumourSite = std::size_t;
// Of a code, and whether it is one of the malignant codes there; empty for others.
struct SitedCode {
  TumourSite site = 0;
  bool malignant = false;
};
std::optional<SitedCode> sited(std::string_view code);

enum class ReportSays : std::uint8_t {
  kNothing,    // The report is not of that site.
  kMalignant,  // A malignant tumour of that site and no other, as a fact.
  kBenign,     // A benign one, and no word in it of anything else.
  kOpen,       // In situ, uncertain, denied, of several sites, a biopsy, a frozen section.
};
struct SaidOfSite {
  ReportSays says = ReportSays::kNothing;
  Part part;  // The words: "腺癌".
};
SaidOfSite said_of(const TestResult& report, TumourSite site);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_TUMOUR_REPORTS_H_

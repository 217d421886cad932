// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_SEX_CLAIMS_H_
#define EMRLINT_CHECKS_CONSISTENCY_SEX_CLAIMS_H_

#include <string_view>
#include <vector>

#include "base/span.h"
#include "check/report.h"
#include "model/chart.h"

// What documents say that only holds for one sex.
namespace emrlint::checks {

struct SexClaim {
  Part place;
  Sex only = Sex::kUnknown;
  bool stated = false;  // 患者，女，45岁; else what only that sex has.

  std::string_view words() const {
    return place.value.value.substr(place.from, place.to - place.from);
  }
};

// Whether the patient's sex allows to judge: not where it is recorded as unknown or unspecified, or
// a diagnosis puts it in doubt.
bool sex_tells(const Chart& chart);

// What the document says of the patient's own body, in order. Left out are names of diagnoses and
// procedures with a code, which the coding checks compare with the sex, documents of other people
// and those whose header names the other sex.
std::vector<SexClaim> sex_claims(const Chart& chart, const Document& document, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_SEX_CLAIMS_H_

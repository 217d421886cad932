// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_RISK_FORM_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_RISK_FORM_H_

#include <optional>

#include "base/span.h"
#include "model/care.h"

// The surgical risk assessment: wound class, ASA class and duration, and the NNIS index that is
// their sum.
namespace emrlint::checks {

struct RiskForm {
  std::optional<Located<int>> wound;  // 1-4: clean, clean-contaminated, contaminated, infected.
  std::optional<Located<int>> asa;
  std::optional<bool> long_surgery;  // More than three hours.
  std::optional<Located<int>> index;

  // The sum of one point each for a wound of class III or IV, ASA III or more, a long surgery;
  // empty where one of the three is not told.
  std::optional<int> sum() const;
};
RiskForm risk_form(const Checklist& form);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_RISK_FORM_H_

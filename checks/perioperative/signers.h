// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_SIGNERS_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_SIGNERS_H_

#include <optional>
#include <span>

#include "check/report.h"
#include "checks/perioperative/items.h"
#include "model/chart.h"

// The three who sign the forms of an operation: surgeon, anaesthetist, circulating nurse.
namespace emrlint::checks {

// Who of the three has not signed. `unsure` when a signature whose role is not told may be his, or
// when nobody says whether there was an anaesthetist to sign.
struct Unsigned {
  ItemNames roles;
  std::optional<Missing> unsure;
};
Unsigned unsigned_roles(std::span<const Signature> signatures, const Surgery& surgery);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_SIGNERS_H_

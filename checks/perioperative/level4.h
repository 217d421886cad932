// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_LEVEL4_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_LEVEL4_H_

#include <optional>
#include <string_view>
#include <vector>

#include "checks/perioperative/surgery.h"

// What the two checks on multidisciplinary discussions before level 4 surgery share.
namespace emrlint::checks {

inline constexpr std::string_view kMdtTitles = "多学科|MDT|多科讨论|联合讨论";

// The departments that took part in a discussion, as far as the chart tells.
struct Departments {
  std::vector<std::string_view> known;  // Each once.
  bool complete = false;                // Every participant's department is known, and some are.

  int count() const { return static_cast<int>(known.size()); }
};
Departments departments_of(const Chart& chart, const Document& discussion);

// Whether several departments discussed: it says so, or they are known.
Answer multidisciplinary(const Chart& chart, const Document& discussion);

// A discussion about the surgery that may be the multidisciplinary one: a record of its own kind,
// one so titled, or the usual discussion, whose participants decide.
struct Mdt {
  const Document* record = nullptr;            // Declared as multidisciplinary.
  const Consultation* consultation = nullptr;  // The same as an event.
  const Document* usual = nullptr;             // A plain preoperative discussion.
  bool unlinked = false;
};
Mdt find_mdt(const Chart& chart, std::size_t index, Report& report);

// The article exempts nobody; that an emergency leaves no time for it is practice: a warning. Of an
// unknown urgency the weaker severity is sure. Empty: as the card says.
std::optional<Severity> mdt_severity(const Surgery& surgery);
void lighten(Outcome& outcome, const Surgery& surgery);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_LEVEL4_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_SITE_MARK_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_SITE_MARK_H_

#include <string_view>

#include "check/option.h"
#include "checks/perioperative/surgery.h"

// The mark on the patient that tells where to operate.
namespace emrlint::checks {

// What the site is marked for: one of two sides, or one of several levels or digits; empty where
// there is no choice.
std::string_view to_be_marked(const Surgery& surgery);

// What a checklist says of the mark: kUnknown where it brings no items.
Answer mark_ticked(const Checklist& form, WordList words);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_SITE_MARK_H_

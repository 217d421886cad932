// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_NAME_REPORT_H_
#define EMRLINT_CHECKS_CODING_NAME_REPORT_H_

#include <string_view>
#include <vector>

#include "checks/coding/better_code.h"
#include "checks/coding/name_judgement.h"
#include "checks/coding/table_codes.h"

namespace emrlint::checks {

// What a check of names says, with the code, its title and the words or the code of the name.
struct NameMessages {
  using Words = std::string_view;
  const Message<Words, Words, Words, Words>& opposed;
  const Message<Words, Words, Words>& other_code;
  const Message<Words, Words, Words, Words>* other_method;  // Null for diagnoses.
  const Message<>& name;
};

// Compares each code with the name that was written beside it, by the edition of the day, and
// offers the codes that have the name. Without an edition it is undecided.
void judge_names(const Chart& chart, const std::vector<WrittenCode>& codes, NameOf what,
                 const NameMessages& messages, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_NAME_REPORT_H_

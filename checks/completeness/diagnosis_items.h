// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_DIAGNOSIS_ITEMS_H_
#define EMRLINT_CHECKS_COMPLETENESS_DIAGNOSIS_ITEMS_H_

#include <string_view>

namespace emrlint::checks {

// The first item of a list of diagnoses: “1.发热待查 2.贫血” begins with “发热待查”.
struct FirstItem {
  std::string_view item;
  bool only = true;  // Nothing stands behind it.
};
FirstItem first_item(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_DIAGNOSIS_ITEMS_H_

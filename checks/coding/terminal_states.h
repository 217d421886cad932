// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_TERMINAL_STATES_H_
#define EMRLINT_CHECKS_CODING_TERMINAL_STATES_H_

#include <string_view>

namespace emrlint::checks {

// A state in which many diseases end.
struct TerminalState {
  std::string_view codes;  // See code_list.h.
  bool of_the_dead;        // Also a reason for a stay: terminal only where the patient died.
};

// The state that a well-formed code of ICD-10 stands for, or null.
const TerminalState* terminal_state(std::string_view code);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_TERMINAL_STATES_H_

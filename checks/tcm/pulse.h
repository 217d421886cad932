// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TCM_PULSE_H_
#define EMRLINT_CHECKS_TCM_PULSE_H_

#include <string_view>

// Two of the four examinations of traditional medicine, by their words.
namespace emrlint::checks {

bool tells_of_tongue(std::string_view text);  // 舌, 苔薄

// 脉象, 舌脉, 脉 before one of the pulse names. Not 脉搏, 静脉, 血脉.
bool tells_of_pulse(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TCM_PULSE_H_

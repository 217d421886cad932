// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_CORE_SYSTEMS_H_
#define EMRLINT_CHECK_CORE_SYSTEMS_H_

#include "base/lang.h"

namespace emrlint {

inline constexpr int kCoreSystems = 18;

// The name of core system `number` (1 to 18) of 医疗质量安全核心制度, as CheckInfo::core_systems
// counts them; empty for any other number.
Bilingual core_system(int number);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_CORE_SYSTEMS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PROCESS_NURSING_LEVEL_H_
#define EMRLINT_CHECKS_PROCESS_NURSING_LEVEL_H_

#include <cstdint>

#include "base/lang.h"
#include "model/chart.h"

// Orders of graded nursing.
namespace emrlint::checks {

// From the most to the least; kNone for orders of anything else.
enum class NursingLevel : std::uint8_t { kNone, kSpecial, kFirst, kSecond, kThird };

// 特级护理, 一级护理 (Ⅰ级, I级) and so on; none in a cancelled order.
NursingLevel nursing_level(const Order& order);
Bilingual name(NursingLevel level);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PROCESS_NURSING_LEVEL_H_

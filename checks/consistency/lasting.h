// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_LASTING_H_
#define EMRLINT_CHECKS_CONSISTENCY_LASTING_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/quantity.h"

// How long a symptom lasts: 3天, 3天前, 1周余, as written by several hands.
namespace emrlint::checks {

// The first length of time at or behind byte `at`; no age, no 第3天.
std::optional<Quantity> next_lasting(std::string_view text, std::size_t at);

// Whether both may be the same length of time: 1周 and 7天, 1月 and 30天, 20余年 and 22年; within a
// day and a fifth, within an hour where both are told in hours.
bool may_agree(const Quantity& a, const Quantity& b);

// Whether the text tells of times in ways that cannot be compared with a length of time: dates,
// 昨日, 数天, 3天后, 自幼.
bool tells_other_times(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_LASTING_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PROCESS_CRITICAL_VALUES_H_
#define EMRLINT_CHECKS_PROCESS_CRITICAL_VALUES_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "checks/process/notes_after.h"

namespace emrlint::checks {

inline Subject of_critical_value(std::size_t index) {
  return {SubjectKind::kCriticalValue, static_cast<std::uint32_t>(index)};
}

// Words by which notes speak of what was measured: "血钾" also as 钾, K+, 高钾, 低钾.
std::vector<std::string_view> names_of(const CriticalValue& value);

// The records of the day of the value and so many days more that name the event, say 危急值 or name
// what was measured; one without a time may be of any day.
std::vector<const Document*> notes_on(const Chart& chart, std::size_t index, int days);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PROCESS_CRITICAL_VALUES_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TRANSFUSION_TRANSFUSIONS_H_
#define EMRLINT_CHECKS_TRANSFUSION_TRANSFUSIONS_H_

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "check/report.h"

namespace emrlint::checks {

inline Subject of_transfusion(std::size_t index, std::string_view detail = {}) {
  return {SubjectKind::kTransfusion, static_cast<std::uint32_t>(index), detail};
}

// The product and its start, for messages: “红细胞悬液”（2024-03-01 15:00）.
Bilingual name_of(const Transfusion& transfusion);

// The day it began; empty without a date.
std::optional<std::chrono::sys_days> day_of(const Transfusion& transfusion);

// Whether it began while a surgery of the stay went on.
bool in_surgery(const Chart& chart, const Transfusion& transfusion);

// Orders that give blood or one of its products.
bool gives_blood(const Order& order);

// Why something that was not found may be there all the same.
std::optional<Missing> unread(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TRANSFUSION_TRANSFUSIONS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TRANSFUSION_TRANSFUSIONS_H_
#define EMRLINT_CHECKS_TRANSFUSION_TRANSFUSIONS_H_

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "checks/process/notes_after.h"

namespace emrlint::checks {

inline Subject of_transfusion(std::size_t index, std::string_view detail = {}) {
  return {SubjectKind::kTransfusion, static_cast<std::uint32_t>(index), detail};
}

// The product and its start, for messages: “红细胞悬液”（2024-03-01 15:00）.
Bilingual name_of(const Transfusion& transfusion);

// Blood of a donor: not the patient's own, nor a drug made of plasma such as albumin.
bool of_donor(const Transfusion& transfusion);

// Whether it began while a surgery of the stay went on.
bool in_surgery(const Chart& chart, const Transfusion& transfusion);

// Orders that give blood or one of its products.
bool gives_blood(const Order& order);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TRANSFUSION_TRANSFUSIONS_H_

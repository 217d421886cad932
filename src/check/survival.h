// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_SURVIVAL_H_
#define EMRLINT_CHECK_SURVIVAL_H_

#include <optional>

#include "model/chart.h"

namespace emrlint {

// Whether the patient left the operating room alive, from the time of death and the time of leaving
// (else the end of the surgery); empty where these leave it open.
std::optional<bool> left_theatre_alive(const Chart& chart, const Surgery& surgery);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_SURVIVAL_H_

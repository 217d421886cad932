// SPDX-License-Identifier: Apache-2.0
// Orders, laboratory results and vital signs of the generated charts. Internal to the generator.
#ifndef EMRLINT_GENERATOR_RANDOM_CARE_H_
#define EMRLINT_GENERATOR_RANDOM_CARE_H_

#include <string_view>

#include "base/time.h"
#include "generator/json_text.h"
#include "generator/random_text.h"

namespace emrlint {

// The stay that care is invented for.
struct RandomStay {
  Instant admitted;  // 09:00 of the first day.
  int days;
  std::string_view doctor, nurse;  // Ids of the staff.
};

// Members of "orders", "results" and "observations", to be written inside the open array.
void write_random_orders(JsonText& json, Dice& dice, const RandomStay& stay);
void write_random_results(JsonText& json, Dice& dice, const RandomStay& stay);
void write_random_observations(JsonText& json, Dice& dice, const RandomStay& stay);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_CARE_H_

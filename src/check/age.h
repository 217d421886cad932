// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_AGE_H_
#define EMRLINT_CHECK_AGE_H_

#include <optional>
#include <string_view>

#include "model/chart.h"

namespace emrlint {

// The patient's age at admission, as narrow as the chart tells: from the birth date and the time
// of admission, else from the stated age. Both ends count.
struct Age {
  int least_days = 0;
  int most_days = 0;

  bool surely_below_years(int years) const { return most_days < years * 365; }
  bool surely_above_years(int years) const { return least_days >= (years + 1) * 366; }
  int years() const { return least_days * 4 / 1461; }
};

// An age as written, "24" 岁, "3" 月, "12天"; empty where it is no number of a known unit.
std::optional<Age> stated_age(std::string_view age, std::string_view unit);

// Empty when neither is known.
std::optional<Age> age_at_admission(const Chart& chart);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_AGE_H_

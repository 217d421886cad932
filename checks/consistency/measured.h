// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_MEASURED_H_
#define EMRLINT_CHECKS_CONSISTENCY_MEASURED_H_

#include <vector>

#include "checks/consistency/vital_bounds.h"
#include "model/chart.h"

namespace emrlint::checks {

// A vital sign as it was measured, in the unit of its bounds, with its time.
struct Measured {
  const VitalKind* kind = nullptr;
  double value = 0;
  const Observation* from = nullptr;
};

// Those of the chart that have a time and a known unit; without heart rates.
std::vector<Measured> measurements(const Chart& chart);

// Those that a value in a note may be: from the 24 hours before it to `apart` after.
class Nearby {
 public:
  Nearby(const std::vector<Measured>& all, Vital vital, const Time& note, Duration apart);

  // The one next to the note, not further than `apart` from it; null where none is.
  const Measured* nearest() const { return nearest_; }
  // Whether the value lies between the measured ones, with a tolerance.
  bool allow(double value, double tolerance) const;

 private:
  void take(const Measured& one, const Time& note, Duration apart);

  const Measured* nearest_ = nullptr;
  std::chrono::seconds distance_{};
  double least_ = 0, most_ = 0;
  bool any_ = false;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_MEASURED_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_VITAL_BOUNDS_H_
#define EMRLINT_CHECKS_CONSISTENCY_VITAL_BOUNDS_H_

#include <optional>
#include <string_view>

#include "check/message.h"

// Between which values a vital sign of a living human being can lie, and by what it is known.
namespace emrlint::checks {

enum class Vital { kTemperature, kPulse, kBreathing, kSystolic, kDiastolic, kWeight, kHeight };

struct VitalKind {
  Vital vital;
  std::string_view detail;  // For the subject.
  Bilingual name;
  double least, most;
  std::string_view unit;      // Of the bounds.
  std::string_view elements;  // Data element ids, '|' between them.
  std::string_view loinc;
  std::string_view words;  // Whole names, '|' between them.
};

// Which vital sign a value is, by code, else by name; null for anything else.
const VitalKind* vital_of(std::string_view code, std::string_view name);

// The value in the unit of the bounds; empty for a unit that is not known.
std::optional<double> in_own_unit(const VitalKind& kind, double value, std::string_view unit);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_VITAL_BOUNDS_H_

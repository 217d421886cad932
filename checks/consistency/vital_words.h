// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_VITAL_WORDS_H_
#define EMRLINT_CHECKS_CONSISTENCY_VITAL_WORDS_H_

#include <cstddef>
#include <vector>

#include "checks/consistency/pieces.h"
#include "checks/consistency/vital_bounds.h"

namespace emrlint::checks {

// A vital sign that a text quotes with its unit as one value of the patient, of now: T 37.2℃,
// 血压130/80mmHg. Bytes [from, to) of the piece.
struct VitalWords {
  Vital vital = Vital::kTemperature;
  double value = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};

// In order. Nothing of a sign with several values, of highest or earlier values, of ranges, nor of
// the heart rate (心率), which is listened to and may differ from the pulse.
std::vector<VitalWords> vital_words(const Piece& piece);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_VITAL_WORDS_H_

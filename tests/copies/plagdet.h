// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_COPIES_PLAGDET_H_
#define EMRLINT_TESTS_COPIES_PLAGDET_H_

#include <span>
#include <vector>

#include "generator/copied_notes.h"

namespace emrlint {

// Stretches of two notes of which one is said to be, or is, a copy of the other.
struct CopyPair {
  NotePart source;
  NotePart copy;
};

// How well detections meet the truth: the measures of the PAN competitions on text reuse (Potthast,
// Stein, Barrón-Cedeño and Rosso 2010), over bytes.
struct DetectionQuality {
  double precision = 0;    // Macro: the mean over detections.
  double recall = 0;       // Macro: the mean over true copies.
  double granularity = 1;  // Detections for each true copy that was detected.
  double plagdet() const;
};

// Sums over many stays.
class QualityMeter {
 public:
  void add(std::span<const CopyPair> truth, std::span<const CopyPair> found);
  DetectionQuality quality() const;

 private:
  double precision_ = 0, recall_ = 0;
  std::size_t found_ = 0, truth_ = 0, detected_ = 0, hits_ = 0;
};

}  // namespace emrlint

#endif  // EMRLINT_TESTS_COPIES_PLAGDET_H_

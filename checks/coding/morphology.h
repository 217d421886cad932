// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_MORPHOLOGY_H_
#define EMRLINT_CHECKS_CODING_MORPHOLOGY_H_

#include <span>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "model/chart.h"
#include "terminology/icd.h"

// Morphology codes of a chart, by ICD-10 volume 1, "Morphology of neoplasms".
namespace emrlint::checks {

// The fifth digit and the block of chapter II for it. /9, malignant and either primary or
// secondary, is not used with ICD-10.
struct Behaviour {
  char digit;
  std::span<const CodeRange> codes;
  std::string_view text;  // The codes, for messages.
  Bilingual name;
};
// Of a morphology code; null for none, and for a digit without a block.
const Behaviour* behaviour_of(std::string_view code);

// The morphology codes among the diagnoses and in the field of the front page.
std::vector<const Text*> morphologies(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_MORPHOLOGY_H_

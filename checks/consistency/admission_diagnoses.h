// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_ADMISSION_DIAGNOSES_H_
#define EMRLINT_CHECKS_CONSISTENCY_ADMISSION_DIAGNOSES_H_

#include <cstddef>
#include <vector>

#include "check/option.h"
#include "checks/consistency/diagnosis_items.h"
#include "model/chart.h"

namespace emrlint::checks {

// The diagnoses of the admission (入院诊断, 初步诊断), as data and as the records write them.
struct AdmissionDiagnoses {
  explicit AdmissionDiagnoses(const Chart& chart);

  bool empty() const { return data.empty() && written.empty(); }
  // Every one has a code, as far as the records tell how many there are.
  bool coded() const;
  // One of them is a symptom or holds such a word.
  bool open(WordList words) const;
  // Whether the diagnosis was one of them already, or is one of those told more closely.
  bool know(const Diagnosis& diagnosis) const;

  std::vector<const Diagnosis*> data;
  std::vector<DiagnosisItem> written;
  std::size_t most_written = 0;  // In one record.
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_ADMISSION_DIAGNOSES_H_

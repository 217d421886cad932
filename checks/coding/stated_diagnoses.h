// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_STATED_DIAGNOSES_H_
#define EMRLINT_CHECKS_CODING_STATED_DIAGNOSES_H_

#include <string_view>
#include <vector>

#include "check/report.h"
#include "model/chart.h"

namespace emrlint::checks {

// A diagnosis that a record other than the front page states for certain.
struct StatedDiagnosis {
  std::string_view name;  // Without number, side, grade and stage.
  Part place;             // With them.
  const Document* document = nullptr;
};

// Those of the lists that close a stay: discharge, death and pathological diagnoses, and what a
// record revised, confirmed or added, be it as 补充诊断：… in the text of a progress note. Not what
// is doubted, denied or of the past, nor states after surgery, treatments, pregnancy and birth;
// each name once, as it comes first.
std::vector<StatedDiagnosis> stated_diagnoses(const Chart& chart, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_STATED_DIAGNOSES_H_

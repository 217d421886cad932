// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/admission_diagnoses.h"

#include <algorithm>

#include "check/words.h"
#include "checks/consistency/named_diagnosis.h"

namespace emrlint::checks {

AdmissionDiagnoses::AdmissionDiagnoses(const Chart& chart) {
  for (const Diagnosis& d : chart.diagnoses) {
    const bool admission =
        d.role == DiagnosisRole::kAdmission || d.role == DiagnosisRole::kPreliminary;
    if (admission && !d.tcm) data.push_back(&d);
  }
  for (const Document& document : chart.documents) {
    for (const Section& section : document.sections) {
      if (section.type != SectionType::kPreliminaryDiagnosis &&
          section.type != SectionType::kAdmissionDiagnosis) {
        continue;
      }
      const std::size_t before = written.size();
      for (const Text& text : document.text_of(section)) {
        const std::vector<DiagnosisItem> items = items_of(text);
        written.insert(written.end(), items.begin(), items.end());
      }
      most_written = std::max(most_written, written.size() - before);
    }
  }
}

bool AdmissionDiagnoses::coded() const {
  return !data.empty() && data.size() >= most_written &&
         std::all_of(data.begin(), data.end(),
                     [](const Diagnosis* d) { return !d->code.value.empty(); });
}

bool AdmissionDiagnoses::open(WordList words) const {
  return std::any_of(data.begin(), data.end(),
                     [&](const Diagnosis* d) {
                       const std::string_view code = d->code.value;
                       return code.starts_with('R') || code.starts_with('Z') ||
                              holds_any(d->name.value, words);
                     }) ||
         std::any_of(written.begin(), written.end(), [&](const DiagnosisItem& item) {
           const Part& part = item.place;
           return holds_any(part.value.value.substr(part.from, part.to - part.from), words);
         });
}

bool AdmissionDiagnoses::know(const Diagnosis& diagnosis) const {
  const std::string_view category = diagnosis.code.value.substr(0, 3);
  const DiagnosisItem name = item_of(diagnosis.name);
  return std::any_of(data.begin(), data.end(),
                     [&](const Diagnosis* d) {
                       return (category.size() == 3 && d->code.value.starts_with(category)) ||
                              akin(item_of(d->name), name);
                     }) ||
         std::any_of(written.begin(), written.end(),
                     [&](const DiagnosisItem& item) { return akin(item, name); });
}

}  // namespace emrlint::checks

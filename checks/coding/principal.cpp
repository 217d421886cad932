// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/principal.h"

#include <algorithm>
#include <string>

#include "check/words.h"
#include "checks/coding/code_list.h"
#include "checks/coding/terminal_states.h"

namespace emrlint::checks {

bool by_icd10(const Chart& chart, const Diagnosis& d) {
  return icd_coded(chart, d) && well_formed(d) &&
         diagnosis_system(d.code_system.value) == CodeSystem::kIcd10;
}

bool list_cut_off(const Chart& chart, const DischargeList& list) {
  if (chart.cut_off) return true;
  return std::any_of(list.all.begin(), list.all.end(), [&](std::uint32_t i) {
    const std::uint32_t document = chart.diagnoses[i].document;
    return document < chart.documents.size() && chart.documents[document].broken;
  });
}

Argument to_argument(const CodedName& diagnosis) {
  std::string text(diagnosis.code);
  if (!text.empty() && !diagnosis.name.empty()) text += ' ';
  text.append(diagnosis.name);
  return {text, text};
}

Onset onset_of(const Diagnosis& diagnosis) {
  const std::string_view told = diagnosis.on_admission.value;
  const auto is = [told](WordList words) { return lists(words, told); };
  if (told.empty() || is({"-|—"})) return Onset::kUntold;
  if (is({"yes|1|有"})) return Onset::kThere;
  if (is({"uncertain|2|临床未确定"})) return Onset::kUncertain;
  if (is({"unknown|3|情况不明"})) return Onset::kUnknown;
  return is({"no|4|无"}) ? Onset::kArose : Onset::kOther;
}

const Diagnosis* PrincipalCase::other_in(std::string_view codes) const {
  return other([&](const Diagnosis& d) { return in_code_list(codes, d.code.value); });
}

bool PrincipalCase::uncoded_other() const {
  if (list_cut_off(chart, list)) return true;
  for (const std::uint32_t i : list.all) {
    if (i != index && !by_icd10(chart, chart.diagnoses[i])) return true;
  }
  return false;
}

std::optional<PrincipalCase> principal_case(const Chart& chart) {
  if (!chart.inpatient()) return std::nullopt;
  DischargeList list = discharge_list(chart);
  if (list.principal.size() != 1) return std::nullopt;
  const std::uint32_t index = list.principal.front();
  if (!by_icd10(chart, chart.diagnoses[index])) return std::nullopt;
  return PrincipalCase{chart, std::move(list), index};
}

bool doubted(const Diagnosis& diagnosis) {
  return holds_any(diagnosis.name.value,
                   {"?|？|待排|待查|查因|待定|可能|疑似|可疑|除外|倾向|不排除|考虑|未明确"});
}

bool confirmed_disease(const Diagnosis& diagnosis) {
  const std::string_view code = diagnosis.code.value;
  return in_code_list("A00-B94|B99-Q99|S00-T98|U04|U07", code) && terminal_state(code) == nullptr &&
         !doubted(diagnosis);
}

}  // namespace emrlint::checks

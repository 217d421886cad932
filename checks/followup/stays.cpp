// SPDX-License-Identifier: Apache-2.0
#include "checks/followup/stays.h"

#include <algorithm>

#include "checks/frontpage/page.h"
#include "checks/process/discussions.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

std::string_view word(std::optional<bool> answer) { return !answer ? "" : *answer ? "yes" : "no"; }

// The form has 1 for none; other systems use 1 for yes, so that 1 says nothing.
std::optional<bool> planned(const Chart& chart) {
  const FrontPageField* plan = FrontPage(chart).filled(FrontPageItem::kReadmissionPlan);
  if (plan == nullptr) return std::nullopt;
  return plan->value.value == "2" ? true : yes_or_no(plan->value.value);
}

// The rest of a chart may hold it.
std::optional<bool> discussed(const Chart& chart) {
  if (case_discussed(chart)) return true;
  return untold_doubt(chart) ? std::nullopt : std::optional<bool>(false);
}

std::string_view category(const Diagnosis& diagnosis) {
  const std::string_view code = diagnosis.code.value;
  const bool coded = !diagnosis.tcm && code.size() >= 3 && code[0] >= 'A' && code[0] <= 'Z';
  return coded ? code.substr(0, 3) : std::string_view();
}

std::vector<std::string> diseases(const Chart& chart) {
  std::vector<std::string> found(1);
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    const bool principal = diagnosis.role == DiagnosisRole::kDischargePrincipal;
    const bool other = diagnosis.role == DiagnosisRole::kDischargeOther ||
                       diagnosis.role == DiagnosisRole::kDischarge;
    if ((!principal && !other) || category(diagnosis).empty()) continue;
    if (principal && found[0].empty()) found[0] = category(diagnosis);
    if (std::find(found.begin() + 1, found.end(), category(diagnosis)) == found.end()) {
      found.emplace_back(category(diagnosis));
    }
  }
  return found;
}

}  // namespace

void emit_stay(const Chart& chart, Duration limit, std::vector<Fact>& facts) {
  if (!chart.inpatient() || !chart.encounter.admitted) return;
  const Encounter& stay = chart.encounter;
  const Patient& patient = chart.patient;
  Fact fact;
  fact.kind = stay.kind.value == EncounterKind::kDaySurgery ? "day-surgery"
              : chart.dead()                                ? "death"
                                                            : id(stay.disposition.value);
  fact.start = stay.admitted.value();
  if (stay.discharged) fact.end = stay.discharged.value();
  fact.limit = limit;
  fact.marks = {std::string(patient.name.value)};
  fact.words = {std::string(word(planned(chart))), std::string(word(discussed(chart)))};
  for (std::string& disease : diseases(chart)) fact.words.push_back(std::move(disease));
  fact.subject = of_chart();
  fact.where = stay.admitted.span();
  fact.key = card_key(patient.id_card.value);
  if (!fact.key.empty()) facts.push_back(fact);
  if (!tells_apart(patient.id.value)) return;
  fact.key = key_of({"number", hospital_of(chart), patient.id.value});
  facts.push_back(std::move(fact));
}

}  // namespace emrlint::checks

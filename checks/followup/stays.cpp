// SPDX-License-Identifier: Apache-2.0
#include "checks/followup/stays.h"

#include <algorithm>

#include "checks/frontpage/page.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

std::string_view word(std::optional<bool> answer) { return !answer ? "" : *answer ? "yes" : "no"; }

// The form has 1 for none; other systems use 1 for yes, so that 1 says nothing.
std::optional<bool> planned(const Chart& chart) {
  const FrontPageField* plan = FrontPage(chart).filled(FrontPageItem::kReadmissionPlan);
  if (plan == nullptr) return std::nullopt;
  return plan->value.value == "2" ? true : yes_or_no(plan->value.value);
}

// A text says that the case was discussed; that it is going to be says nothing.
bool tells_discussion(const Text& text) {
  constexpr std::string_view kWords = "疑难病例讨论";
  std::size_t at = find_word(text.value, kWords);
  if (at == text.value.npos) return false;
  const Narrative narrative(text.value);
  for (; at != text.value.npos; at = find_word(text.value, kWords, at + kWords.size())) {
    const Reading reading = narrative.reading(at, at + kWords.size());
    if (reading.polarity == Polarity::kAffirmed && reading.mode == Mode::kActual) return true;
  }
  return false;
}

// A record of the discussion, or a note that tells of it. The rest of a chart may hold it.
std::optional<bool> discussed(const Chart& chart) {
  const bool told =
      std::any_of(chart.documents.begin(), chart.documents.end(), [](const Document& document) {
        return document.type == DocType::kDifficultCaseDiscussion ||
               std::any_of(document.texts.begin(), document.texts.end(), tells_discussion);
      });
  if (told) return true;
  return chart.complete && !chart.cut_off ? std::optional<bool>(false) : std::nullopt;
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

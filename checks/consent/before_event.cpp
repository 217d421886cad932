// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "checks/perioperative/discussion.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Time, Bilingual, Time> kLate{
    "late", "{0}的患方签名时间为{1}，晚于{2}（{3}）。",
    "the patient's side signed the {0} at {1}, after {2} ({3})."};
constexpr Message<Bilingual, Time> kBegan{"began", "{0}：{1}", "{0}: {1}"};

constexpr Missing kSigned{"patient-signature-time", "患方签名时间",
                          "when the patient's side signed"};

constexpr Citation kBasis[] = {
    {"BL", "10"}, {"BL", "23"}, {"BL", "24"}, {"BL", "25"}, {"BL", "26"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLate, kBegan};

constexpr WordList kLater{"术中|变更|更改|改变|补充"};

constexpr Bilingual kSurgery{"手术开始时间", "the start of surgery"};
constexpr Bilingual kAnesthesia{"麻醉开始时间", "the start of anaesthesia"};
constexpr Bilingual kTransfusion{"输血开始时间", "the start of the transfusion"};

// What the patient agreed to: the name of its beginning, and when it was.
struct Begun {
  Bilingual name;
  Located<Time> at;
};

void judge(const Subject& subject, const std::vector<const Document*>& consents,
           const std::optional<Begun>& begun, const Missing& unknown, Report& report) {
  if (consents.empty()) return;  // Its absence is another check's.
  const auto by_patient = [](const Document* consent) {
    return std::any_of(consent->signatures.begin(), consent->signatures.end(),
                       [](const Signature& one) { return is_patient_side(one.role); });
  };
  if (std::none_of(consents.begin(), consents.end(), by_patient)) return;  // Likewise.
  const Document& first = *consents.front();
  const Signature* agreed = first_by_patient_side(consents);
  if (agreed == nullptr) return report.undecided(subject, kSigned, first.span);
  if (!begun) return report.undecided(subject, unknown, first.span);
  switch (no_later(agreed->at->value, begun->at.value)) {
    case Answer::kYes:
      return report.pass(subject);
    case Answer::kUnknown:
      return report.undecided(subject, missing::kClockTime, agreed->at->span);
    case Answer::kNo:
      report
          .fail(kLate, subject, agreed->at->span, first.type, agreed->at->value, begun->name,
                begun->at.value)
          .note(kBegan, begun->at.span, begun->name, begun->at.value);
  }
}

std::optional<Begun> begun(Bilingual name, const TimeFact& fact) {
  if (!fact) return std::nullopt;
  return Begun{name, {fact.value(), fact.span()}};
}

void judge_surgery(const Chart& chart, std::size_t index, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  // To save a life an officer of the hospital may sign (BL 10), and nobody waits for him.
  if (surgery.cancelled || surgery.urgency.value == Urgency::kLifeSaving) return;
  const auto number = static_cast<std::uint32_t>(index);
  // What came up during the surgery is agreed to then.
  const auto consents = [&](DocType type) {
    auto all = chart.about_surgery(type, number);
    std::erase_if(all, [](const Document* it) { return holds_any(it->title.value, kLater); });
    return all;
  };
  judge(of_surgery(index, "operation-consent"), consents(DocType::kOperationConsent),
        begun(kSurgery, surgery.start), missing::kSurgeryStart, report);
  const bool own = surgery.anesthesia.start.known();
  judge(of_surgery(index, "anesthesia-consent"), consents(DocType::kAnesthesiaConsent),
        own ? begun(kAnesthesia, surgery.anesthesia.start) : begun(kSurgery, surgery.start),
        missing::kSurgeryStart, report);
}

// One consent may serve the stay: the first transfusion counts.
void judge_transfusions(const Chart& chart, Report& report) {
  const Transfusion* first = nullptr;
  for (const Transfusion& one : chart.transfusions) {
    if (!one.start) continue;
    if (first == nullptr || certainly_before(one.start->value, first->start->value)) first = &one;
  }
  if (chart.transfusions.empty()) return;
  const auto index = first == nullptr ? 0 : first - chart.transfusions.data();
  const Subject subject{SubjectKind::kTransfusion, static_cast<std::uint32_t>(index),
                        "transfusion-consent"};
  std::optional<Begun> at;
  if (first != nullptr) at = Begun{kTransfusion, *first->start};
  judge(subject, chart.of_type(DocType::kTransfusionConsent), at, missing::kEventTime, report);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) judge_surgery(chart, i, report);
  if (chart.rescues.empty()) judge_transfusions(chart, report);
}

}  // namespace

extern constinit const Check consent_before_event{
    {.id = "consent-before-event",
     .severity = Severity::kError,
     .title = {"知情同意书应在实施前签署", "A consent is signed before what it consents to"},
     .judged =
         {"手术同意书、麻醉同意书、输血治疗知情同意书：患方签名时间不晚于手术、麻醉（无麻醉开始时间"
          "的为手术）、首次"
          "输血开始时间。有数份的以最早的签名为准。",
          "Consents for surgery, anaesthesia and transfusion: the patient's side signed no later "
          "than "
          "the start of the surgery, the anaesthesia (the surgery, where that has no time), or the "
          "first transfusion. Of several the earliest signature counts."},
     .exceptions =
         {"以紧急抢救生命为目的的手术、有抢救的病历的输血不评价；没有同意书或患方没有签名的由其他检"
          "查判定；标题写明术中、变更、补充的手术、麻醉同意书不取。签名或"
          "开始时间不明、只有日期而恰在同一天的无法判定。特殊检查、特殊治疗的实施时间多不在病历中，"
          "不评价。",
          "Not for surgeries to save a life, nor for transfusions in a chart with a rescue. Where "
          "the "
          "consent or the signature is absent, other checks say so; one whose title says that it "
          "was "
          "changed or added to during the surgery is left out. Undecided where a time is not "
          "known or a date leaves it open. Special examinations are not judged: when they were "
          "done "
          "is seldom in the chart."},
     .advice = {"核对签名时间；实施前未签署的属于无效告知，按规定处理。",
                "Check the times. A consent that was signed afterwards is none."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "checks/process/told.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{"missing",
                             "患者非医嘱离院，病历中未见患方签署的意见，也未写明拒绝签字的原因。",
                             "the patient left against advice; the chart holds neither a statement "
                             "that the patient's side signed nor why they would not."};
constexpr Message<std::string_view> kGivenUp{
    "given-up", "病程写明“{0}”，病历中未见患方签署的意见，也未写明拒绝签字的原因。",
    "a note says “{0}”; the chart holds neither a statement that the patient's side signed nor why "
    "they would not."};

constexpr Citation kBasis[] = {{"ZJ", "知情同意4"}};
constexpr int kCore[] = {7, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kGivenUp};

constexpr WordList kGivingUp{
    "放弃抢救|放弃治疗|放弃进一步治疗|放弃进一步抢救|放弃一切抢救|放弃心肺复苏|拒绝抢救|自动出院|"
    "签字出院"};
// Of earlier or elsewhere, asked, or not agreed to.
constexpr WordList kOtherwise{
    "外院|当地|院外|曾|既往|入院前|是否|有无|未|不同意|不愿|不放弃|拟|如|若|可选择|决不|绝不"};

bool here_and_now(const Text& text, const Part& part) {
  const Narrative narrative(text.value);
  const std::size_t from = narrative.sentence_begin(part.from);
  return !holds_any(text.value.substr(from, narrative.clause_end(part.from) - from), kOtherwise);
}

std::optional<Part> given_up(const Chart& chart) {
  for (const Document& note : chart.documents) {
    if (!is_course_note(note.type)) continue;
    for (const Text& text : note.texts) {
      const auto part = told_in(text, kGivingUp);
      if (part && here_and_now(text, *part)) return part;
    }
  }
  return std::nullopt;
}

// A form or a talk that the patient's side signed and that speaks of it, or why they would not.
bool answered(const Chart& chart) {
  constexpr WordList kOfIt{"放弃|自动出院|拒绝|出院|后果自负|离院"};
  constexpr WordList kRefused{"拒绝签字|拒不签字|不愿签字|拒签|拒绝签名|未签字"};
  const auto& documents = chart.documents;
  return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
    const bool signed_there =
        std::any_of(document.signatures.begin(), document.signatures.end(),
                    [](const Signature& one) { return is_patient_side(one.role); });
    const bool of_it = holds_any(document.title.value, kOfIt) || tells_any(document, kOfIt);
    return (signed_there && of_it) || tells_any(document, kRefused);
  });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const Located<Disposition>& left = chart.encounter.disposition;
  const bool against = left.value == Disposition::kAgainstAdvice;
  const std::optional<Part> part = against ? std::nullopt : given_up(chart);
  if (!against && !part) return;
  const Span where = against ? left.span : part->value.span;
  if (answered(chart)) {
    report.pass(of_chart());
  } else if (!chart.complete || chart.cut_off) {
    report.undecided(of_chart(), missing::kRestOfChart, where);
  } else if (against) {
    report.fail(kMissing, of_chart(), where);
  } else {
    report
        .fail(kGivenUp, of_chart(), where,
              part->value.value.substr(part->from, part->to - part->from))
        .at(*part);
  }
}

}  // namespace

extern constinit const Check consent_self_discharge{
    {.id = "consent-self-discharge",
     .severity = Severity::kWarning,
     .title = {"自动出院、放弃治疗应有患方签署的意见（地方）",
               "Leaving against advice and giving up treatment are signed (local sheet)"},
     .judged =
         {"已出院或归档的住院病历：非医嘱离院，或病程写明放弃抢救、放弃治疗、自动出院的，病历中有患"
          "方签名并涉及此事的"
          "文书，或写明拒绝签字的原因。依据地方评分表。",
          "Stays that ended: where the patient left against advice, or a note says that rescue or "
          "treatment was given up, the chart holds a document on it that the patient's side "
          "signed, or "
          "why they would not sign. It rests on a local sheet."},
     .exceptions = {"假设、计划、否认的说法，此前或在外院的不算；单份文书无法判定。",
                    "What is supposed, planned or denied, or was earlier or elsewhere, does not "
                    "count. Undecided for a lone document."},
     .advice = {"补归患方签署的意见；拒绝签字的在病程中写明原因。",
                "File what was signed; write into a note why they would not."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

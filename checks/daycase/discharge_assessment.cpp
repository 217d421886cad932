// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time> kMissing{
    "missing", "日间患者于{0}出院，病历中未见离院前评估。",
    "the day case was discharged at {0}; the chart shows no assessment before."};
constexpr Message<Time, Time> kLate{
    "late", "日间患者于{0}出院，离院评估的时间为{1}。",
    "the day case was discharged at {0}; the assessment is dated {1}."};

constexpr Option<WordList> kWords{
    "words",
    {"PADSS|Aldrete|离院评分|离院评估|离院标准|出院评估|出院评分|出院标准|出院指征|离院指征"},
    "文书中表示评估过的词语",
    "words of a document that tell of the assessment"};

constexpr Citation kBasis[] = {{"XD", "9"}, {"XD", "14"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kLate};
constexpr OptionInfo kOptions[] = {kWords};

// Before the surgery or of it: a plan to assess is no assessment.
bool before_surgery(const Document& document) {
  using enum DocType;
  for (const DocType type :
       {kPreopDiscussion, kPreopSummary, kPreopAssessmentForm, kOperationConsent,
        kAnesthesiaConsent, kAnesthesiaPreopVisit, kOperationRecord}) {
    if (document.type == type) return true;
  }
  return false;
}

const std::optional<Located<Time>>& time_of(const Document& document) {
  return document.recorded ? document.recorded : document.completed;
}

void say_absent(const Chart& chart, const Document* late, Report& report) {
  const TimeFact& discharged = chart.encounter.discharged;
  const auto broken = std::find_if(chart.documents.begin(), chart.documents.end(),
                                   [](const Document& document) { return document.broken; });
  if (broken != chart.documents.end()) {
    report.undecided(of_chart(), missing::kRestOfDocument, broken->span);
  } else if (!chart.complete) {
    report.undecided(of_chart(), missing::kRestOfChart, discharged.span());
  } else if (late != nullptr) {
    const Located<Time>& at = *time_of(*late);
    report.fail(kLate, of_chart(), at.span, discharged.value(), at.value);
  } else {
    report.fail(kMissing, of_chart(), discharged.span(), discharged.value());
  }
}

// An assessment counts as late only where that is certain.
void run(const Chart& chart, const Options& options, Report& report) {
  const Encounter& stay = chart.encounter;
  if (stay.kind.value != EncounterKind::kDaySurgery || !stay.discharged.known()) return;
  const Disposition left = stay.disposition.value;
  if (chart.dead() || left == Disposition::kAgainstAdvice || left == Disposition::kTransfer) return;
  const Document* late = nullptr;
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kDischargeAssessment) {
      const auto& at = time_of(document);
      if (!at || !certainly_after(at->value, stay.discharged.value())) {
        return report.pass(of_chart());
      }
      late = &document;
    } else if (!before_surgery(document) && tells_any(document, options[kWords])) {
      return report.pass(of_chart());
    }
  }
  say_absent(chart, late, report);
}

}  // namespace

extern constinit const Check daycase_discharge_assessment{
    {.id = "daycase-discharge-assessment",
     .severity = Severity::kWarning,
     .title = {"日间患者离院前应有评估", "A day case is assessed before leaving"},
     .judged =
         {"已出院的日间手术病历：出院前有出院评估，或术后文书写到离院评估（PADSS、Aldrete、离院"
          "标准、出院标准等）。这是行动计划的要求。",
          "Day surgery that ended: there is a discharge assessment from before discharge, or "
          "a document after surgery speaks of one (PADSS, Aldrete, 出院标准 …). A plan asks "
          "for it."},
     .exceptions =
         {"死亡、转院、非医嘱离院的不判；术前文书和手术记录中写到的不算；单份文书、文书未能"
          "完整读取时无法判定。",
          "Not for deaths, transfers and those who leave against advice; what stands in "
          "records before surgery or of it does not count. Undecided where the rest of "
          "the chart or of a document was not read."},
     .advice = {"离院前评估患者（如PADSS评分）并记录时间和结果。",
                "Assess the patient before leaving (PADSS, for example); record time and result."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUnassessed{
    "unassessed", "“{0}”入院时没有，为院内发生；病历中未见压力性损伤风险评估（如Braden评分）。",
    "“{0}” was not there on admission; the chart shows no assessment of the risk (such as "
    "Braden)."};

constexpr Missing kOnAdmission{"on-admission", "该诊断的入院病情",
                               "whether the diagnosis was there on admission"};

constexpr Option<WordList> kWords{
    "words",
    {"Braden|braden|Norton|Waterlow|压力性损伤风险|压力性损伤评估|压疮风险|压疮评估|压疮评分"},
    "文书中表示风险评估的词语",
    "words of a document that tell of the assessment"};

constexpr Citation kBasis[] = {{"XD", "指标35"}, {"YB", "指标31"}};
constexpr int kCore[] = {4};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kUnassessed};
constexpr OptionInfo kOptions[] = {kWords};

// L89, 压疮; of the discharge, so that what was only suspected does not count.
bool is_injury(const Diagnosis& diagnosis) {
  return (diagnosis.role == DiagnosisRole::kDischarge ||
          diagnosis.role == DiagnosisRole::kDischargeOther ||
          diagnosis.role == DiagnosisRole::kDischargePrincipal) &&
         !diagnosis.tcm && diagnosis.code.value.substr(0, 3) == "L89";
}

// 入院病情: 1 有, 2 临床未确定, 3 情况不明, 4 无.
bool arose_in_stay(std::string_view on_admission) {
  return on_admission == "no" || on_admission == "4" || on_admission == "无";
}
bool was_there(std::string_view on_admission) {
  return on_admission == "yes" || on_admission == "1" || on_admission == "有";
}

bool assessed(const Document& document, WordList words) {
  return holds_any(document.title.value, words) || tells_any(document, words) ||
         std::any_of(document.elements.begin(), document.elements.end(),
                     [&](const Element& e) { return holds_any(e.name.value, words); });
}

bool assessed(const Chart& chart, WordList words) {
  return std::any_of(chart.documents.begin(), chart.documents.end(),
                     [&](const Document& d) { return assessed(d, words); }) ||
         std::any_of(chart.observations.begin(), chart.observations.end(),
                     [&](const Observation& o) { return holds_any(o.name.value, words); });
}

void judge(const Chart& chart, std::size_t index, WordList words, Report& report) {
  const Diagnosis& diagnosis = chart.diagnoses[index];
  const Subject subject{SubjectKind::kDiagnosis, static_cast<std::uint32_t>(index)};
  const auto broken = std::find_if(chart.documents.begin(), chart.documents.end(),
                                   [](const Document& document) { return document.broken; });
  if (was_there(diagnosis.on_admission.value)) return;
  if (!arose_in_stay(diagnosis.on_admission.value)) {
    report.undecided(subject, kOnAdmission, diagnosis.code.span);
  } else if (assessed(chart, words)) {
    report.pass(subject);
  } else if (!chart.complete) {
    report.undecided(subject, missing::kRestOfChart, diagnosis.code.span);
  } else if (broken != chart.documents.end()) {
    report.undecided(subject, missing::kRestOfDocument, broken->span);
  } else {
    const Text& name = diagnosis.name.value.empty() ? diagnosis.code : diagnosis.name;
    report.fail(kUnassessed, subject, name.span, name.value);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    if (is_injury(chart.diagnoses[i])) judge(chart, i, options[kWords], report);
  }
}

}  // namespace

extern constinit const Check nursing_pressure_injury{
    {.id = "nursing-pressure-injury",
     .severity = Severity::kNote,
     .title = {"院内发生的压力性损伤应有风险评估可查",
               "Where a pressure injury arose in hospital, its risk had been assessed"},
     .judged = {"出院诊断有压力性损伤（L89）而入院病情为“无”的：病历中有风险评估（Braden、Norton、"
                "Waterlow等）。院内发生率是监测指标，指标不规定文书。",
                "A discharge diagnosis L89 that was not there on admission: the chart shows an "
                "assessment of the risk (Braden, Norton, Waterlow). The rate is an indicator; it "
                "prescribes no document."},
     .exceptions =
         {"入院时已有的、只在叙述文字中提到的压力性损伤不判；入院病情不明或未填的、单份文书"
          "、文书未能完整读取时无法判定。",
          "Not for those there on admission, nor where only narrative speaks of one. "
          "Undecided where that is unknown or not filled in, and where the rest of the "
          "chart or of a document was not read."},
     .advice = {"核对入院病情；补归风险评估单，并按规定上报。",
                "Check whether it was there on admission; file the assessment and report the "
                "event."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

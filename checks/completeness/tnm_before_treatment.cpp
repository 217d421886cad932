// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "check/words.h"
#include "checks/coding/coded.h"
#include "checks/completeness/tumour_words.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Surgery> kMissing{
    "missing", "主要诊断为“{0}”，{1}之前的文书未见肿瘤临床分期。",
    "the principal diagnosis is “{0}”; no document before {1} states the clinical stage of the "
    "tumour."};

constexpr Option<int> kLevel{"level", 3, "视为肿瘤治疗的手术的最低级别",
                             "the lowest level of surgery that counts as treatment of the tumour"};

constexpr Citation kBasis[] = {{"XD", "指标15"}, {"YB", "指标10"}, {"GM25", "2"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kLevel};

// Malignant tumours that are staged by TNM or a staging of their own; not those of the brain, of
// unknown site, secondary ones and those of blood.
constexpr CodeRange kStaged[] = {{"C00", "C26"}, {"C30", "C34"}, {"C37", "C38"}, {"C40", "C41"},
                                 {"C43", "C44"}, {"C47", "C69"}, {"C73", "C75"}};

constexpr WordList kTreated{
    "化疗|放疗|新辅助|靶向|免疫治疗|内分泌治疗|介入|复发|术后|转化治疗|TACE|粒子"};
// In a diagnosis: the malignant tumour may be another, or was treated.
constexpr WordList kPast{"术后|化疗|放疗|治疗后|既往|病史|复发|转移"};
constexpr WordList kNoTreatment{"活检|穿刺|探查|输液港|造口|造瘘|置管|支架|引流|检查"};

constexpr SectionType kDiagnosisSections[] = {
    SectionType::kPreliminaryDiagnosis, SectionType::kAdmissionDiagnosis, SectionType::kDiagnosis,
    SectionType::kPreopDiagnosis, SectionType::kConfirmedDiagnosis};
constexpr SectionType kHistorySections[] = {SectionType::kPresentIllness, SectionType::kPastHistory,
                                            SectionType::kDiseaseHistory,
                                            SectionType::kChiefComplaint};

bool stages_tumour(const Document& document) {
  return std::any_of(document.texts.begin(), document.texts.end(),
                     [](const Text& text) { return states_stage(text.value); });
}

template <std::size_t Count, typename Holds>
bool tells_in(const Document& document, const SectionType (&types)[Count], Holds holds) {
  for (const Section& section : document.sections) {
    if (std::find(std::begin(types), std::end(types), section.type) == std::end(types)) continue;
    const std::span<const Text> texts = document.text_of(section);
    if (std::any_of(texts.begin(), texts.end(), [&](const Text& t) { return holds(t.value); })) {
      return true;
    }
  }
  return false;
}

bool before(const std::optional<Located<Time>>& at, const Surgery& surgery) {
  return !at || !surgery.start || !certainly_after(at->value, surgery.start.value());
}
const std::optional<Located<Time>>& made_at(const Document& document) {
  return document.recorded ? document.recorded : document.completed;
}

// The tumour of the stay, null where the principal diagnosis is none.
const Diagnosis* tumour_of(const Chart& chart) {
  for (const std::uint32_t index : discharge_list(chart).principal) {
    const Diagnosis& one = chart.diagnoses[index];
    const bool coded = icd_coded(chart, one) && well_formed(one);
    if (coded && in_ranges(kStaged, one.code.value)) return &one;
  }
  return nullptr;
}

// The first operation on the tumour, as far as level and name tell.
std::optional<std::size_t> first_operation(const Chart& chart, int level) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const bool high = surgery.level && surgery.level->value >= level;
    const Urgency urgency = surgery.urgency.value;
    const bool emergency = urgency == Urgency::kEmergency || urgency == Urgency::kLifeSaving;
    if (surgery.cancelled || emergency || !high) continue;
    if (!holds_any(surgery.name.value, kNoTreatment)) return i;
  }
  return std::nullopt;
}

// Known as malignant before the operation, and nothing tells of an earlier treatment.
bool first_course(const Chart& chart, const Surgery& surgery) {
  bool known = false;
  const auto past = [](std::string_view text) { return holds_any(text, kPast); };
  for (const Document& document : chart.documents) {
    if (!before(made_at(document), surgery)) continue;
    known = known || tells_in(document, kDiagnosisSections, says_malignant);
    const bool history = document.type == DocType::kAdmissionRecord;
    if (tells_in(document, kDiagnosisSections, past)) return false;
    const auto treated = [](std::string_view text) { return holds_any(text, kTreated); };
    if (history && tells_in(document, kHistorySections, treated)) return false;
  }
  return known;
}

bool staged_before(const Chart& chart, const Surgery& surgery) {
  for (const Document& document : chart.documents) {
    if (before(made_at(document), surgery) && stages_tumour(document)) return true;
  }
  return std::any_of(chart.results.begin(), chart.results.end(), [&](const TestResult& result) {
    return before(result.reported, surgery) && states_stage(result.conclusion.value);
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || chart.surgeries.empty()) return;
  const Diagnosis* tumour = tumour_of(chart);
  const std::optional<std::size_t> index = first_operation(chart, options[kLevel]);
  if (tumour == nullptr || !index) return;
  const Surgery& surgery = chart.surgeries[*index];
  if (!first_course(chart, surgery)) return;
  const bool broken = std::any_of(chart.documents.begin(), chart.documents.end(),
                                  [](const Document& document) { return document.broken; });
  if (staged_before(chart, surgery)) {
    report.pass(of_surgery(*index));
  } else if (!chart.complete) {
    report.undecided(of_surgery(*index), missing::kRestOfChart, surgery.span);
  } else if (broken) {
    report.undecided(of_surgery(*index), missing::kRestOfDocument, surgery.span);
  } else {
    const Span where = surgery.name.value.empty() ? surgery.span : surgery.name.span;
    report.fail(kMissing, of_surgery(*index), where, tumour->name.value, surgery);
  }
}

}  // namespace

extern constinit const Check tnm_before_treatment{
    {.id = "completeness-tnm-before-treatment",
     .severity = Severity::kWarning,
     .title = {"恶性肿瘤首次治疗前应有临床分期",
               "The clinical stage of a malignant tumour is stated before its first treatment"},
     .judged =
         {"主要诊断为实体恶性肿瘤（按编码）的住院病历：第一台三级以上（可调）择期手术开始之前的文书"
          "或报"
          "告写有TNM分期或其他分期。这是质量指标的统计内容，没有规范要求。",
          "Stays whose principal diagnosis is a solid malignant tumour by its code: a document or "
          "report from before the first planned operation of level 3 or higher (an option) states "
          "TNM or another stage. An indicator counts it; no norm asks for it."},
     .exceptions =
         {"术前文书的诊断未写明恶性的、诊断写有术后、既往等的、入院记录提到曾行化疗、放疗、手术等治"
          "疗或复发的不评价（不能认"
          "定为首"
          "次治疗）；急诊手术、活检和探查不计；不以手术开始治疗的、脑和血液肿瘤、部位不明的不评价。"
          "单份"
          "文书、文书未能完整读取的无法判定。全国方案不含本检查。",
          "Not where no diagnosis before the operation says that it is malignant or one speaks of "
          "the past (术后, 既往), nor where the "
          "admission record tells of earlier treatment or recurrence, so that it may not be the "
          "first; emergencies, biopsies and explorations do not count; not for treatment that "
          "begins otherwise, tumours of the brain, of blood or of unknown site. Undecided for a "
          "lone "
          "document or one that could not be read whole. Not part of the national profile."},
     .advice = {"治疗前评估并记录临床TNM分期；无法分期的写明原因。",
                "Assess and record the clinical TNM stage before treatment, or why it cannot be."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/coding/code_list.h"
#include "checks/coding/principal.h"
#include "checks/coding/surgical_complications.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName> kMissing{"missing", "诊断“{0}”没有填写入院病情。",
                                      "whether “{0}” was there on admission is not filled in."};
constexpr Message<CodedName, std::string_view> kUnknownValue{
    "value", "诊断“{0}”的入院病情“{1}”不是有、临床未确定、情况不明、无（1至4）之一。",
    "the condition on admission of “{0}” is “{1}”, none of 1 to 4 (there, uncertain, unknown, "
    "not)."};
constexpr Message<CodedName> kLasting{
    "lasting", "“{0}”不会在住院期间新发生，入院病情不应为“无”；住院中才查出的，应为“情况不明”。",
    "“{0}” does not arise within a stay and was there on admission; found in the stay only, it is "
    "“unknown”, not “not there”."};
constexpr Message<CodedName> kPrincipalArose{
    "principal", "主要诊断“{0}”的入院病情为“无”，即住院期间新发生，请核对入院病情和主要诊断。",
    "the principal diagnosis “{0}” was not there on admission, that is, it arose in the stay: "
    "compare both."};
constexpr Message<CodedName> kComplicationThere{
    "complication",
    "手术并发症“{0}”的入院病情为“有”，而本次住院有手术，入院诊断中没有并发症，请核对。",
    "the complication “{0}” is said to have been there on admission, yet there was surgery in the "
    "stay and no diagnosis of admission tells of a complication."};

constexpr Citation kBasis[] = {{"84", "入院病情"}, {"SY", "3"}, {"SY", "12"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kFrontPage};
constexpr MessageInfo kMessages[] = {kMissing, kUnknownValue, kLasting, kPrincipalArose,
                                     kComplicationThere};

constexpr std::string_view kLastingCodes[] = {
#define EMRLINT_LASTING(codes) codes,
#include "checks/coding/lasting_diseases.def"
#undef EMRLINT_LASTING
};

// Birth and what follows it do arise in the stay for which the patient came; so do circumstances.
constexpr std::string_view kExpected = "O00-P96|Z00-Z99";

bool lasting(std::string_view code) {
  return std::any_of(std::begin(kLastingCodes), std::end(kLastingCodes),
                     [code](std::string_view codes) { return in_code_list(codes, code); });
}

bool of_admission(const Diagnosis& d) {
  return d.role == DiagnosisRole::kAdmission || d.role == DiagnosisRole::kPreliminary;
}

bool tells_complication(const Chart& chart, const Diagnosis& d) {
  return holds_any(d.name.value, {"术后|并发症|感染|出血|裂开|松动|失败|排斥"}) ||
         (by_icd10(chart, d) && surgical_complication(d.code.value));
}

// Diagnoses of admission are there, and none of them tells of a complication.
bool came_without_complication(const Chart& chart) {
  bool any = false;
  for (const Diagnosis& d : chart.diagnoses) {
    if (!of_admission(d)) continue;
    any = true;
    if (tells_complication(chart, d)) return false;
  }
  return any;
}

bool operated(const Chart& chart) {
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(),
                     [](const Surgery& surgery) { return !surgery.cancelled; });
}

class Judge {
 public:
  Judge(const Chart& chart, Report& report)
      : chart_(chart), report_(report), list_(discharge_list(chart)) {}

  void run() {
    // A source that brings the item for no diagnosis at all may not have it.
    const bool told = std::any_of(list_.all.begin(), list_.all.end(), [&](std::uint32_t i) {
      return onset_of(chart_.diagnoses[i]) != Onset::kUntold;
    });
    for (const std::uint32_t i : list_.all) {
      const Diagnosis& d = chart_.diagnoses[i];
      if (told_elsewhere(chart_, d.document, d.span)) continue;
      if (told) {
        judge(i, d);
      } else {
        report_.undecided(of_diagnosis(i), kOnsetMissing, d.span);
      }
    }
  }

 private:
  void judge(std::uint32_t index, const Diagnosis& d) {
    const Subject subject = of_diagnosis(index);
    const Span where = d.on_admission.value.empty() ? d.name.span : d.on_admission.span;
    const Onset onset = onset_of(d);
    if (list_cut_off(chart_, list_) && (onset == Onset::kUntold || onset == Onset::kOther)) {
      return report_.undecided(subject, missing::kRestOfChart, where);
    }
    switch (onset) {
      case Onset::kUntold:
        report_.fail(kMissing, subject, where, coded_name(d));
        return;
      case Onset::kOther:
        report_.fail(kUnknownValue, subject, where, coded_name(d), d.on_admission.value);
        return;
      case Onset::kArose:
        return judge_new(subject, d, where);
      case Onset::kThere:
        return judge_there(index, d, where);
      default:
        return report_.pass(subject);
    }
  }

  void judge_new(Subject subject, const Diagnosis& d, Span where) {
    const bool coded = by_icd10(chart_, d);
    if (coded && lasting(d.code.value)) {
      report_.fail(kLasting, subject, where, coded_name(d));
    } else if (d.role == DiagnosisRole::kDischargePrincipal &&
               !(coded && in_code_list(kExpected, d.code.value))) {
      // SY 12(2) lets a disease that arose in the stay be principal.
      report_.fail(kPrincipalArose, subject, where, coded_name(d)).weaker(Severity::kNote);
    } else {
      report_.pass(subject);
    }
  }

  void judge_there(std::uint32_t index, const Diagnosis& d, Span where) {
    const bool doubtful = d.role != DiagnosisRole::kDischargePrincipal && by_icd10(chart_, d) &&
                          surgical_complication(d.code.value) && operated(chart_) &&
                          came_without_complication(chart_);
    if (!doubtful) return report_.pass(of_diagnosis(index));
    report_.fail(kComplicationThere, of_diagnosis(index), where, coded_name(d))
        .weaker(Severity::kNote);
  }

  const Chart& chart_;
  Report& report_;
  const DischargeList list_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther) return;
  if (!chart.encounter.discharged && !chart.dead()) return;
  Judge(chart, report).run();
}

}  // namespace

extern constinit const Check admit_condition{
    {.id = "coding-admit-condition",
     .severity = Severity::kWarning,
     .title = {"入院病情应填写并与诊断相符", "The condition on admission is filled in and fits"},
     .judged =
         {"已出院的住院病历，首页每个出院诊断：入院病情已填写（有、临床未确定、情况不明、无之一）；"
          "先天性、"
          "慢性疾病和恶性肿瘤（如Q00–Q99、C00–C97、I10–I13、J44、N18）不为“无”；主要诊断为“无”，或"
          "有手"
          "术而入院诊断未提并发症时手术并发症为“有”的，作提示。",
          "Each discharge diagnosis of the front page: the condition on admission is filled in "
          "(there, "
          "uncertain, unknown, not there); a congenital or chronic disease or a malignant neoplasm "
          "(such as Q00-Q99, C00-C97, I10-I13, J44, N18) is not “not there”. A note where the "
          "principal diagnosis arose in the stay, or a complication of surgery was there on "
          "admission "
          "though no diagnosis of admission tells of one."},
     .exceptions =
         {"所有诊断都没有入院病情的（数据可能未带该项），无法判定；慢性疾病的范围由本检查选取；妊娠"
          "分娩、围"
          "生期和Z编码作主要诊断时可为“无”。只判首页或病历数据的诊断，境外病历不判。",
          "Undecided where no diagnosis has the item (the data may lack it). The lasting diseases "
          "are "
          "chosen here. Pregnancy, birth, the perinatal period and Z codes may be principal and "
          "not "
          "there on admission. Only diagnoses of the front page or of chart data, in China."},
     .advice =
         {"按入院时的情况补填或改正入院病情：住院中才查出而入院时已存在的，填“情况不明”。",
          "Fill in or correct the item: what was there and found in the stay only is “unknown”."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

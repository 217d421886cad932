// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/coding/code_list.h"
#include "checks/coding/principal.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, std::string_view> kTherapyOnly{
    "therapy-only",
    "本次住院仅有放疗或化疗（“{1}”），未见手术和病理检查，主要诊断为“{0}”；应以恶性肿瘤放疗或化疗"
    "（Z51.0、Z51.1）为主要诊断。",
    "the stay had radiotherapy or chemotherapy only (“{1}”), no surgery and no pathology, and the "
    "principal diagnosis is “{0}”; the therapy (Z51.0, Z51.1) is principal."};
constexpr Message<CodedName, std::string_view> kOperated{
    "operated",
    "主要诊断为“{0}”，而本次住院行肿瘤手术“{1}”；对肿瘤进行手术治疗的，应以肿瘤为主要诊断。",
    "the principal diagnosis is “{0}”, and the tumour was operated on (“{1}”); the tumour is "
    "principal."};
constexpr Message<CodedName> kConfirmed{
    "confirmed",
    "主要诊断为“{0}”，而本次住院有恶性肿瘤的病理报告；本次住院确诊的，应以肿瘤为主要诊断，请核对。",
    "the principal diagnosis is “{0}”, and a report of pathology in the stay tells of a malignant "
    "tumour; where it was confirmed in the stay, the tumour is principal."};
constexpr Message<> kEvidence{"evidence", "依据", "on what this rests"};

constexpr Missing kPurpose{"purpose-of-surgery", "手术是否针对肿瘤",
                           "whether the surgery was for the tumour"};

constexpr Citation kBasis[] = {{"SY", "13(1)"}, {"SY", "13(3)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kResults};
constexpr MessageInfo kMessages[] = {kTherapyOnly, kOperated, kConfirmed, kEvidence};

constexpr std::string_view kMalignant = "C00-C97";
constexpr std::string_view kTherapyStay = "Z51.0-Z51.1";
// ICD-9-CM-3: injection of cancer chemotherapeutic substance; therapeutic radiology.
constexpr std::string_view kTherapy = "99.25|92.2";
// What goes with them: venous catheters and ports, spinal injection, imaging, transfusion,
// injection.
constexpr std::string_view kBeside = "03.92|38.93|38.95|38.97|86.07|87-89|99.0-99.2";
constexpr WordList kTumourWords{"癌|瘤|恶性|根治"};
constexpr WordList kMalignantWords{"癌|恶性|肉瘤|淋巴瘤|白血病|骨髓瘤|母细胞瘤"};
constexpr WordList kAccessWords{"置管|输液港|PICC|穿刺|造口|引流"};

bool in_codes(std::string_view list, const Procedure& procedure) {
  return procedure_system(procedure.code_system.value) == CodeSystem::kIcd9Cm3 &&
         well_formed_icd9(procedure.code.value) && in_code_list(list, procedure.code.value);
}

const TestResult* pathology(const Chart& chart) {
  const auto found = std::find_if(chart.results.begin(), chart.results.end(),
                                  [](const TestResult& r) { return r.kind.value == "pathology"; });
  return found == chart.results.end() ? nullptr : &*found;
}

const Surgery* surgery(const Chart& chart) {
  const auto found =
      std::find_if(chart.surgeries.begin(), chart.surgeries.end(), [](const Surgery& one) {
        return !one.cancelled && !holds_any(one.name.value, kAccessWords);
      });
  return found == chart.surgeries.end() ? nullptr : &*found;
}

// SY 13(3): the tumour is principal, and nothing but the therapy was done.
void judge_tumour(const PrincipalCase& stay, Report& report) {
  const std::vector<Procedure>& done = stay.chart.procedures;
  const auto therapy = std::find_if(done.begin(), done.end(), [](const Procedure& procedure) {
    return in_codes(kTherapy, procedure);
  });
  if (therapy == done.end()) return;
  const bool only = std::all_of(done.begin(), done.end(), [](const Procedure& procedure) {
    return in_codes(kTherapy, procedure) || in_codes(kBeside, procedure);
  });
  if (!only || surgery(stay.chart) != nullptr || pathology(stay.chart) != nullptr) {
    return report.pass(stay.subject());
  }
  if (!stay.chart.complete) {
    return report.undecided(stay.subject(), missing::kRestOfChart, stay.principal().code.span);
  }
  report
      .fail(kTherapyOnly, stay.subject(), stay.principal().code.span, coded_name(stay.principal()),
            therapy->name.value.empty() ? therapy->code.value : therapy->name.value)
      .note(kEvidence, therapy->span);
}

bool tells_malignant(const TestResult& result) {
  return holds_any(result.conclusion.value, kMalignantWords) ||
         std::any_of(result.items.begin(), result.items.end(), [](const ResultItem& item) {
           return holds_any(item.value.value, kMalignantWords);
         });
}

// SY 13(1): the therapy is principal, and the tumour was operated on or confirmed.
void judge_therapy(const PrincipalCase& stay, Report& report) {
  const Span where = stay.principal().code.span;
  const CodedName name = coded_name(stay.principal());
  const Surgery* const operation = surgery(stay.chart);
  const TestResult* const report_of = pathology(stay.chart);
  if (operation != nullptr && holds_any(operation->name.value, kTumourWords)) {
    report.fail(kOperated, stay.subject(), where, name, operation->name.value)
        .note(kEvidence, operation->span);
  } else if (operation != nullptr) {
    report.undecided(stay.subject(), kPurpose, where);
  } else if (report_of != nullptr && tells_malignant(*report_of)) {
    report.fail(kConfirmed, stay.subject(), where, name)
        .weaker(Severity::kNote)
        .note(kEvidence, report_of->span);
  } else {
    report.pass(stay.subject());
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  const auto stay = principal_case(chart);
  if (!stay) return;
  if (in_code_list(kMalignant, stay->code())) return judge_tumour(*stay, report);
  if (in_code_list(kTherapyStay, stay->code())) return judge_therapy(*stay, report);
}

}  // namespace

extern constinit const Check principal_neoplasm_therapy{
    {.id = "coding-principal-neoplasm-therapy",
     .severity = Severity::kWarning,
     .title = {"仅放疗、化疗的住院以放疗、化疗为主要诊断",
               "A stay for radiotherapy or chemotherapy alone has that as principal diagnosis"},
     .judged = {"主要诊断为恶性肿瘤（C00–C97）且有化疗或放疗操作（ICD-9-CM-3 "
                "99.25、92.2）的住院病历：除置管、"
                "影像、输血等之外，还有其他手术、操作或病理报告。主要诊断为放疗、化疗（Z51.0、Z51."
                "1）的：没有肿瘤"
                "手术；有恶性肿瘤病理报告的作提示。",
                "A stay with a malignant neoplasm (C00-C97) as principal and a procedure of "
                "chemotherapy or "
                "radiotherapy (ICD-9-CM-3 99.25, 92.2): there is some other surgery, procedure or "
                "report of "
                "pathology besides catheters, imaging, transfusion and the like. A stay with the "
                "therapy as "
                "principal (Z51.0, Z51.1): no surgery of the tumour; a report of pathology that "
                "tells of a "
                "malignant tumour gives a note."},
     .exceptions =
         {"没有编写放疗、化疗操作的不判，检验检查结果未载入时无法判定；手术名称不能表明是否针对肿瘤"
          "的，无法"
          "判定。针对并发症或其他疾病的治疗（13(4)"
          "）不能由病历判断，所以只作建议。继发肿瘤（C77–C79）作主要"
          "诊断与原发肿瘤同样看待。只判ICD-10。",
          "Not judged where no such procedure is coded; undecided where results were not loaded, "
          "or "
          "the name of the surgery does not tell whether it was for the tumour. Treatment of "
          "complications or other diseases (13(4)) a chart does not show: a warning only. "
          "Secondary "
          "tumours (C77-C79) are treated alike. ICD-10 only."},
     .advice =
         {"仅放疗、化疗的，主要诊断编Z51.0或Z51."
          "1，肿瘤列为其他诊断；手术或确诊的，以肿瘤为主要诊断。",
          "Therapy alone: Z51.0 or Z51.1 is principal and the tumour stands among the others. "
          "Surgery or confirmation: the tumour is principal."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "checks/coding/coded.h"
#include "checks/consistency/admission_diagnoses.h"
#include "checks/consistency/named_diagnosis.h"
#include "checks/consistency/pieces.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kUnexplained{
    "unexplained",
    "入院诊断为“{0}”，出院主要诊断为“{1}”，入院后的病程既无修正、补充诊断，也未提及该诊断。",
    "the diagnosis at admission is “{0}”, the principal one at discharge “{1}”; the course after "
    "admission has neither a revised or supplementary diagnosis nor any word of it."};
constexpr Message<> kAdmission{"admission", "入院诊断", "the diagnosis at admission"};

constexpr Option<WordList> kChangeWords{
    "change_words",
    {"修正诊断|补充诊断|更正诊断|更改诊断|修改诊断|诊断修正|诊断补充|诊断更正|诊断更改|诊断修改|"
     "诊断改为|诊断为|确诊|诊断明确|明确诊断"},
    "病程中表明诊断有修正、补充或明确的用语",
    "words of the course that tell of a diagnosis revised, added or confirmed"};
constexpr Option<WordList> kOpenWords{
    "open_words",
    {"待查|待排|待诊|待定|待除外|可能|考虑|疑|？|?|占位|肿物|肿块|包块|结节|术后|待产|查因"},
    "入院诊断尚未确定、不作比较的用语",
    "words of a diagnosis at admission that leaves it open, so that nothing is compared"};

constexpr Missing kCodes{"diagnosis-codes", "入院诊断和出院主要诊断的编码（名称不能比较）",
                         "the codes of both diagnoses (their names cannot be compared)"};

constexpr Citation kBasis[] = {{"BL", "18(9)"}, {"BL", "22"}, {"BL", "3"}, {"ZJ", "诊断2"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kUnexplained, kAdmission};
constexpr OptionInfo kOptions[] = {kChangeWords, kOpenWords};

bool of_course(DocType type) {
  return type != DocType::kFirstProgressNote &&
         (is_course_note(type) || type == DocType::kPreopSummary ||
          type == DocType::kPreopDiscussion || type == DocType::kLevel4Mdt ||
          type == DocType::kOperationRecord || type == DocType::kDischargeRecord ||
          type == DocType::kDischargeSummary || type == DocType::kDeathRecord ||
          type == DocType::kDeathCaseDiscussion || type == DocType::kInvasiveProcedureNote);
}

bool of_discharge(SectionType section) {
  return section == SectionType::kDischargeDiagnosis || section == SectionType::kDeathDiagnosis ||
         section == SectionType::kAdmissionDiagnosis;
}

bool explained(const Chart& chart, const Diagnosis& principal, WordList words) {
  const DiagnosisItem name = item_of(principal.name);
  for (const Document& document : chart.documents) {
    if (document.has_text(SectionType::kRevisedDiagnosis) ||
        document.has_text(SectionType::kConfirmedDiagnosis) ||
        document.has_text(SectionType::kSupplementaryDiagnosis)) {
      return true;
    }
    if (!of_course(document.type) || of_other_person(chart, document)) continue;
    for (const Piece& piece : pieces_of(document)) {
      if (of_discharge(piece.section)) continue;
      if (holds_any(piece.text.value, words) || may_tell_of(piece.text.value, name)) return true;
    }
  }
  return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(),
                     [](const Diagnosis& d) { return d.role == DiagnosisRole::kRevised; });
}

bool read_whole(const Chart& chart) {
  return chart.complete && !chart.cut_off &&
         std::none_of(chart.documents.begin(), chart.documents.end(),
                      [](const Document& document) { return document.broken; });
}

Span place_of(const Diagnosis& d) { return d.name.span.empty() ? d.span : d.name.span; }

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.encounter.kind.value != EncounterKind::kInpatient || still_there(report)) return;
  if (chart.realm == Realm::kOther || !chart.has(DocType::kAdmissionRecord)) return;
  const DischargeList list = discharge_list(chart);
  if (list.principal.size() != 1) return;
  const Diagnosis& principal = chart.diagnoses[list.principal.front()];
  // Coded for other reasons than the disease, or of pregnancy and birth, which change by nature.
  constexpr std::string_view kNotCompared = "OPRUVWXYZ";
  const std::string_view code = principal.code.value;
  if (principal.name.value.empty() ||
      (!code.empty() && kNotCompared.find(code.front()) != kNotCompared.npos)) {
    return;
  }
  const AdmissionDiagnoses admission(chart);
  if (admission.empty() || admission.open(options[kOpenWords])) return;
  if (admission.know(principal) || explained(chart, principal, options[kChangeWords])) {
    report.pass(of_chart());
  } else if (!read_whole(chart)) {
    report.undecided(of_chart(), missing::kRestOfChart, place_of(principal));
  } else if (!icd_coded(chart, principal) || !admission.coded()) {
    report.undecided(of_chart(), kCodes, place_of(principal));
  } else {
    const Diagnosis& first = *admission.data.front();
    report
        .fail(kUnexplained, of_chart(), place_of(principal), first.name.value, principal.name.value)
        .note(kAdmission, place_of(first));
  }
}

}  // namespace

extern constinit const Check diagnosis_change{
    {.id = "consistency-diagnosis-admission-discharge",
     .severity = Severity::kWarning,
     .title = {"入院与出院主要诊断不同的，病程应有依据",
               "The course tells why the principal diagnosis changed after admission"},
     .judged =
         {"出院主要诊断与各项入院（初步）诊断均不属同一ICD类目、名称也不相近的住院病历：入院后的病"
          "程"
          "有修正、补充、确定诊断，或在任何一处提及该诊断。规范要求病程连续记录病情和分析，修正诊断"
          "须"
          "有病程依据见于地方评分表。",
          "Stays whose principal diagnosis at discharge has another ICD category and another name "
          "than each diagnosis of the admission: the course after admission has a revised, "
          "supplementary or confirmed diagnosis, or names it anywhere. The national rules ask for "
          "a continuous record with its analysis; a local sheet asks for the basis of a change."},
     .exceptions =
         {"名称有相同部分（如病原体明确）、类目相同、入院时即列于其他位次的视为没有变化。入院诊断"
          "待查、存疑或为症状、占位的，妊娠分娩、围生期、症状、Z和外因编码的，日间和24小时内出入院"
          "的"
          "不评价。没有编码而名称不相近的、病历不全的无法判定。",
          "No change where the names have a part in common (a pathogen became known), the category "
          "is the same, or it stood elsewhere in the list of the admission. Not for a diagnosis at "
          "admission that is left open or is a symptom or a mass, codes of pregnancy, birth, "
          "symptoms, Z and external causes, day cases and stays of 24 hours. Undecided where the "
          "names differ and codes are missing, and where the chart is not whole."},
     .advice = {"在病程中补记修正或补充诊断的时间和依据；首页选择有误的改正主要诊断。",
                "Record the revised or added diagnosis with its basis, or correct the principal "
                "diagnosis of the front page."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"
#include "checks/coding/operation_groups.h"
#include "checks/coding/procedure_list.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Bilingual, std::string_view, Bilingual> kMismatch{
    "mismatch", "主要诊断“{0}”为{1}，而主要手术“{2}”是{3}的手术，两者不对应。",
    "the principal diagnosis “{0}” is {1}, and the principal operation “{2}” is of {3}: they do "
    "not go together."};
constexpr Message<> kOperation{"operation", "主要手术", "the principal operation"};
constexpr Message<> kAnother{"another", "另一手术，部位并不相左",
                             "another operation, which is not of a foreign organ"};

constexpr Citation kBasis[] = {{"SY", "11"}, {"SY", "22"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMismatch, kOperation, kAnother};

constexpr Missing kWhich{"principal-operation", "哪一例是主要手术", "which operation is principal"};

// The principal operation: of the front page, else the only one that the chart tells of.
struct Principal {
  const Text* code = nullptr;
  bool open = false;  // There are several, and nothing says which of them it is.
};

const Text* coded(const Procedure& p) { return icd9_coded(p) ? &p.code : nullptr; }

Principal principal_operation(const Chart& chart, const ProcedureList& list) {
  if (list.principal) return {coded(chart.procedures[*list.principal]), false};
  if (list.known || chart.realm != Realm::kChina) return {};
  Principal only;
  for (const Surgery& surgery : told_surgeries(chart)) {
    if (surgery.cancelled || !well_formed_icd9(surgery.code.value)) continue;
    if (only.code != nullptr) return {nullptr, true};
    only.code = &surgery.code;
  }
  return only;
}

// Another operation that does not belong to a foreign organ.
const Text* fitting(const Chart& chart, const ProcedureList& list, const DiseaseGroup& disease) {
  for (const std::uint32_t i : list.rows) {
    const Text* code = coded(chart.procedures[i]);
    const OperationGroup* group = code == nullptr ? nullptr : operation_group(code->value);
    if (group != nullptr && !foreign(disease, *group)) return code;
  }
  return nullptr;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  const DischargeList diagnoses = discharge_list(chart);
  if (diagnoses.principal.size() != 1) return;  // Said by coding-principal-missing.
  const Diagnosis& principal = chart.diagnoses[diagnoses.principal.front()];
  if (!plain_icd10(chart, principal)) return;
  const DiseaseGroup* disease = disease_group(principal.code.value);
  if (disease == nullptr) return;
  const ProcedureList list = procedure_list(chart);
  const Principal done = principal_operation(chart, list);
  const Subject subject = of_chart();
  if (done.open) return report.undecided(subject, kWhich, principal.code.span);
  if (done.code == nullptr) return;
  const OperationGroup* operation = operation_group(done.code->value);
  if (operation == nullptr || !foreign(*disease, *operation)) return report.pass(subject);
  Outcome& outcome = report.fail(kMismatch, subject, principal.code.span, principal.code.value,
                                 disease->name, done.code->value, operation->name);
  outcome.note(kOperation, done.code->span);
  if (const Text* other = fitting(chart, list, *disease)) outcome.note(kAnother, other->span);
}

}  // namespace

extern constinit const Check principal_surgery_mismatch{
    {.id = "coding-principal-surgery-mismatch",
     .severity = Severity::kWarning,
     .title = {"主要手术应与主要诊断相对应",
               "The principal operation treats the principal diagnosis"},
     .judged = {"已出院的手术病历，主要诊断为某一器官的疾病（如白内障、胆石症、四肢骨折）的：主要手"
                "术不是其他器官上肯定不治疗该病的手术。",
                "Operated patients after discharge whose principal diagnosis is of one organ "
                "(cataract, gallstones, a fracture of a limb and so on): the principal operation "
                "is not one on another organ that surely does not treat it."},
     .exceptions = {"只判 ICD-10 与 "
                    "ICD-9-CM-3，只指出肯定不对应的：邻近器官、转移、并发症、血管、皮肤、造口、置管"
                    "、内镜等都视为可能对应。首页没有手术而病历有多例手术的无法判定；主要诊断不是因"
                    "手术住院的，由人核实。",
                    "ICD-10 and ICD-9-CM-3 only, and only what surely does not fit: neighbouring "
                    "organs, metastases, complications, vessels, skin, stomas, tubes and endoscopy "
                    "may all fit. Undecided for several operations of which none is marked as "
                    "principal. Whether surgery was the purpose of the stay is for the reader."},
     .advice = {"以手术为住院目的的，主要诊断选手术所治的疾病，主要手术选与之相对应的手术。",
                "Where surgery was the purpose, the disease that was operated on is principal, and "
                "so is the operation for it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

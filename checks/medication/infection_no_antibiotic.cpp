// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "checks/medication/infection_evidence.h"
#include "checks/medication/kind_of_order.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, int> kNone{
    "none", "出院诊断“{0}”，而本次住院的{1}条药品医嘱中没有抗菌药物，请核对诊断或医嘱。",
    "the diagnosis “{0}”, and none of the {1} orders of drugs is an antibacterial; check the "
    "diagnosis or the orders."};

constexpr Missing kDrugOrders{"drug-orders", "药品医嘱", "the orders of drugs"};

constexpr Citation kBasis[] = {{"SY", "5"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kNone};

bool at_discharge(DiagnosisRole role) {
  return role == DiagnosisRole::kDischargePrincipal || role == DiagnosisRole::kDischargeOther ||
         role == DiagnosisRole::kDischarge;
}

// Of less, an outpatient's or another hospital's treatment may be all.
bool stayed_a_day(const Encounter& stay) {
  const TimeFact& end = stay.discharged ? stay.discharged : stay.died;
  return stay.admitted && end &&
         within(stay.admitted.value(), end.value(), Duration{24 * 60}) == Within::kNo;
}

int drugs_ordered(const Chart& chart) {
  return static_cast<int>(std::count_if(
      chart.orders.begin(), chart.orders.end(),
      [](const Order& order) { return !order.cancelled && order.kind.value == "drug"; }));
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  if (!stayed_a_day(chart.encounter)) return;
  const auto& orders = chart.orders;
  // Whatever kind the order is said to be of.
  const bool given = std::any_of(orders.begin(), orders.end(), [](const Order& order) {
    return !order.cancelled && names_antibacterial(order.content.value) && !given_locally(order);
  });
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& diagnosis = chart.diagnoses[i];
    if (!at_discharge(diagnosis.role) || !bacterial(diagnosis)) continue;
    const Subject subject{SubjectKind::kDiagnosis, static_cast<std::uint32_t>(i)};
    const int drugs = drugs_ordered(chart);
    if (given) {
      report.pass(subject);
    } else if (!chart.complete || chart.cut_off) {
      report.undecided(subject, missing::kRestOfChart, diagnosis.span);
    } else if (drugs == 0) {
      report.undecided(subject, kDrugOrders, diagnosis.span);
    } else {
      report.fail(kNone, subject, diagnosis.span, diagnosis.name.value, drugs);
    }
  }
}

}  // namespace

extern constinit const Check medication_infection_no_antibiotic{
    {.id = "medication-infection-no-antibiotic",
     .severity = Severity::kNote,
     .title = {"细菌感染的诊断应与抗菌药物医嘱相符",
               "A diagnosis of a bacterial infection agrees with the orders"},
     .judged =
         {"已出院或归档、住院超过24小时的病历：出院诊断为脓毒症（A40–A41）、丹毒、细菌性脑膜炎、感"
          "染性心内膜"
          "炎、细菌性肺炎（J13–J15，不含支原体肺炎）、肺脓肿与脓胸、化脓性关节炎、急性肾盂肾炎的，"
          "药品医嘱中有"
          "抗菌药物。诊断应有依据，没有相应治疗的提示核对。",
          "Stays of more than 24 hours that ended: with a discharge diagnosis of sepsis (A40–A41), "
          "erysipelas, bacterial meningitis, infective endocarditis, bacterial pneumonia (J13–J15, "
          "not by mycoplasma), abscess of the lung, pyothorax, pyogenic arthritis or acute "
          "pyelonephritis, the orders hold an antibacterial. A diagnosis needs a basis; one that "
          "was not treated is worth a look."},
     .exceptions = {"其他诊断不评价。没有药品医嘱、单份文书的无法判定；药名不在内置词表中的抗菌药物"
                    "不识别，因此只作提示。",
                    "Not for other diagnoses. Undecided without orders of drugs and for a lone "
                    "document. A drug "
                    "whose name is not in the built-in list is not known, so this is a note."},
     .advice = {"核对诊断是否成立，或医嘱是否完整。",
                "Check whether the diagnosis holds and whether the orders are complete."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/listed_antibiotics.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kPrescribed{
    "prescribed", "门诊开具特殊使用级抗菌药物“{0}”。",
    "the special antibiotic “{0}” was prescribed to an outpatient."};

constexpr Citation kBasis[] = {{"KJ", "27"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr TableKind kTables[] = {TableKind::kAntibiotics};
constexpr MessageInfo kMessages[] = {kPrescribed};

void run(const Chart& chart, const Options&, Report& report) {
  if (chart.encounter.kind.value != EncounterKind::kOutpatient) return;
  for (const ListedAntibiotic& one : listed_antibiotics(chart, report.tables())) {
    const Span where = chart.orders[one.order].content.span;
    if (one.row == nullptr) {
      report.undecided(one.subject(), one.doubt, where);
    } else if (one.of_class(AntibioticClass::kSpecial)) {
      report.fail(kPrescribed, one.subject(), where, one.row->name);
    } else if (one.row->level) {
      report.pass(one.subject());
    }
  }
}

}  // namespace

extern constinit const Check medication_special_antibiotic_outpatient{
    {.id = "medication-special-antibiotic-outpatient",
     .severity = Severity::kWarning,
     .title = {"特殊使用级抗菌药物不在门诊使用",
               "Special antibiotics are not prescribed to outpatients"},
     .judged =
         {"门诊病历的每条抗菌药物医嘱：不是特殊使用级。依据的部令只见于摘引，尚未通读，因此不在全国"
          "方案中。",
          "Each order of an antibiotic in an outpatient chart: it is not of the special "
          "class. The decree was only seen in excerpts, so the check is in no national "
          "profile."},
     .exceptions = {"急诊、留观、住院病历，取消的医嘱和局部用药不评价；目录中没有分级的见"
                    "medication-antibiotic-level。目录未载入或未列该药的无法判定。",
                    "Not for emergency visits, observation and stays, cancelled orders and local "
                    "use; drugs without a class are told by medication-antibiotic-level. Undecided "
                    "where the list is not loaded or does not hold the drug."},
     .advice = {"改用其他级别的药物；确需使用的收住院并经会诊同意。",
                "Use another drug; if it is really needed, admit the patient and consult."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .needs_tables = kTables,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

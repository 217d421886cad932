// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/listed_antibiotics.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUnclassified{
    "unclassified", "本院抗菌药物分级目录中“{0}”没有分级。",
    "the hospital's list of antibiotics has no class for “{0}”."};

constexpr Citation kBasis[] = {{"HX", "16-1"}, {"HX", "16-2"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr TableKind kTables[] = {TableKind::kAntibiotics};
constexpr MessageInfo kMessages[] = {kUnclassified};

void run(const Chart& chart, const Options&, Report& report) {
  for (const ListedAntibiotic& one :
       first_of_each(chart, listed_antibiotics(chart, report.tables()))) {
    const Span where = chart.orders[one.order].content.span;
    if (one.row == nullptr) {
      report.undecided(one.subject(), one.doubt, where);
    } else if (one.row->level) {
      report.pass(one.subject());
    } else {
      report.fail(kUnclassified, one.subject(), where, one.row->name);
    }
  }
}

}  // namespace

extern constinit const Check medication_antibiotic_level{
    {.id = "medication-antibiotic-level",
     .severity = Severity::kNote,
     .title = {"抗菌药物应有分级", "Antibiotics have a class"},
     .judged =
         {"医嘱中的每种全身用抗菌药物：本院抗菌药物分级管理目录标明其为非限制、限制或特殊使用级。每"
          "种"
          "药只在首条医嘱处提示一次。",
          "Each antibiotic for the whole body that was ordered: the hospital's list has it as "
          "unrestricted, restricted or special. Told once, at the first order of the drug."},
     .exceptions =
         {"取消的医嘱和局部用药不评价。目录未载入或未列该药的无法判定：药名不同的请在目录中补写别"
          "名。",
          "Not for cancelled orders and local use. Undecided where the list is not loaded "
          "or does not hold the drug: other names of it belong into the list."},
     .advice = {"请药学部门在目录中补上分级。", "Have the pharmacy add the class to the list."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .needs_tables = kTables,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/hospital_tables.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Bilingual, Bilingual> kDifferent{
    "different", "{0}记为{1}手术，本院手术分级目录中为{2}。",
    "{0} is recorded as {1}; the hospital's catalogue has it as {2}."};

constexpr Citation kBasis[] = {{"SF", "6"}, {"HX", "12-2"}, {"SA", "1"}};
constexpr int kCore[] = {12};
constexpr TableKind kTables[] = {TableKind::kSurgeryLevels};
constexpr MessageInfo kMessages[] = {kDifferent};

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || !surgery.level) continue;
    const Subject subject = of_surgery(i);
    const CatalogueLevel listed = catalogue_level(report.tables(), surgery);
    if (listed.doubt) {
      report.undecided(subject, *listed.doubt, surgery.level->span);
    } else if (*listed.level == surgery.level->value) {
      report.pass(subject);
    } else {
      report.fail(kDifferent, subject, surgery.level->span, surgery,
                  level_name(surgery.level->value), level_name(*listed.level));
    }
  }
}

}  // namespace

extern constinit const Check periop_level_matches_catalogue{
    {.id = "periop-level-matches-catalogue",
     .severity = Severity::kWarning,
     .title = {"手术级别应与本院分级目录一致", "The level of a surgery is that of the catalogue"},
     .judged =
         {"每例记有手术级别的手术：级别与手术当日有效的本院手术分级管理目录中该编码的级别一致。",
          "Each surgery with a recorded level: it is the one that the hospital's catalogue "
          "has for the code on the day of the surgery."},
     .exceptions =
         {"取消的手术、未记级别的手术不评价。没有编码的按手术全名查找。一个编码有多个级别的看手术名"
          "称"
          "。目录未载入、未列该手术，或名称也不能区分级别的无法判定。",
          "Not for cancelled surgeries and those without a recorded level. Without a code "
          "the full name is looked up. Where a code has several levels the name tells "
          "which. Undecided where the catalogue is not loaded, does not list the surgery, or "
          "leaves its level open."},
     .advice = {"核对手术编码与级别，以本院目录为准更正；目录有误的请医务部门修订。",
                "Check code and level and correct them by the catalogue, or have the catalogue "
                "corrected."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_tables = kTables,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

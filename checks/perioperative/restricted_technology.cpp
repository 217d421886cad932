// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/hospital_tables.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Bilingual> kBelow{
    "below", "{0}属限制类技术，记为{1}手术，应当按照四级手术管理。",
    "{0} is a restricted technology and recorded as {1}; it is to be managed as level 4."};

constexpr Citation kBasis[] = {{"SF", "20"}, {"JS", "10"}};
constexpr int kCore[] = {12, 13};
constexpr TableKind kTables[] = {TableKind::kRestrictedTechnologies};
constexpr MessageInfo kMessages[] = {kBelow};

void judge(const Surgery& surgery, Subject subject, Report& report) {
  if (!surgery.level) {
    report.undecided(subject, missing::kSurgeryLevel, surgery.span);
  } else if (surgery.level->value == 4) {
    report.pass(subject);
  } else {
    report.fail(kBelow, subject, surgery.level->span, surgery, level_name(surgery.level->value));
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  const bool loaded = report.tables().has(TableKind::kRestrictedTechnologies);
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const bool low = !surgery.level || surgery.level->value < 4;
    const Listing listing = listing_of(report.tables().restricted(), surgery.code.value,
                                       surgery.name.value, start_of(surgery));
    if (listing.answer == Answer::kYes) {
      judge(surgery, of_surgery(i), report);
    } else if (low && !loaded) {  // Any of them may be in the list.
      report.undecided(of_surgery(i), missing_table(TableKind::kRestrictedTechnologies));
    } else if (low && listing.answer == Answer::kUnknown) {
      report.undecided(of_surgery(i), listing.doubt, surgery.span);
    }
  }
}

}  // namespace

extern constinit const Check periop_restricted_tech_level4{
    {.id = "periop-restricted-tech-level4",
     .severity = Severity::kError,
     .title = {"限制类技术的手术应按四级管理",
               "Surgery by a restricted technology is managed as level 4"},
     .judged =
         {"每例手术，其编码（没有编码的按全名）在手术当日有效的限制类技术目录中的：记为四级手术。",
          "Each surgery whose code, or full name where it has none, is in the list of "
          "restricted technologies on that day: it is recorded as level 4."},
     .exceptions = {"取消的手术、目录以外的手术不评价。目录未载入，手术没有编码且名称不在目录中，手"
                    "术级别未记的无法判定。",
                    "Not for cancelled surgeries and those not in the list. Undecided where the "
                    "list is not loaded, where a surgery has no code and its name is not in the "
                    "list, and where the level is not recorded."},
     .advice = {"按四级手术管理：多学科讨论、逐项授权、随访等；并更正手术级别。",
                "Manage it as level 4: discussion of several departments, authorisation item by "
                "item, follow-up; and correct the level."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_tables = kTables,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

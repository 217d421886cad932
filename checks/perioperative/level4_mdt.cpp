// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/level4.h"
#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{
    "missing", "四级手术{0}实施前未见多学科讨论记录；每例四级手术均应讨论并记录。",
    "no multidisciplinary discussion is on record before the level 4 surgery {0}."};
constexpr Message<int> kFewDepartments{"few-departments",
                                       "四级手术的术前讨论仅有{0}个科室参加，未见多学科讨论记录。",
                                       "the discussion before this level 4 surgery had {0} "
                                       "department(s); no multidisciplinary one is on "
                                       "record."};
constexpr Message<Time, Time> kLate{
    "late", "四级手术的多学科讨论时间为{0}，晚于手术开始时间{1}。",
    "the multidisciplinary discussion is dated {0}, after the start of surgery at {1}."};
constexpr Message<> kLevel{"level", "四级手术", "the level of the surgery"};
constexpr Message<> kStart{"start", "手术开始时间", "the start of surgery"};

constexpr Option<int> kLeast{"departments", 2, "参加科室达到几个即视为多学科讨论",
                             "how many departments make a discussion multidisciplinary"};

constexpr Citation kBasis[] = {{"SF", "22"}, {"SA", "4"}};
constexpr int kCore[] = {8, 12};
constexpr MessageInfo kMessages[] = {kMissing, kFewDepartments, kLate, kLevel, kStart};
constexpr OptionInfo kOptions[] = {kLeast};

void judge_record(const Surgery& surgery, Subject subject, const Document& record, Report& report) {
  const std::optional<Located<Time>> at = took_place(record);
  if (!at) return report.undecided(subject, missing::kEventTime, record.span);
  if (!surgery.start) return report.undecided(subject, missing::kSurgeryStart, surgery.span);
  const Time& start = surgery.start.value();
  switch (no_later(at->value, start)) {
    case Answer::kYes:
      return report.pass(subject);
    case Answer::kUnknown:
      return report.undecided(subject, missing::kClockTime, at->span);
    case Answer::kNo:
      break;
  }
  Outcome& outcome = report.fail(kLate, subject, at->span, at->value, start);
  lighten(outcome, surgery);
  outcome.note(kStart, surgery.start.span());
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const Mdt mdt = find_mdt(chart, index, report);
  if (mdt.record != nullptr) return judge_record(surgery, subject, *mdt.record, report);
  if (mdt.consultation != nullptr) return report.pass(subject);
  if (mdt.usual == nullptr) {
    const auto doubt = doubt_if(mdt.unlinked, missing::kDocumentLink);
    return say_absent(chart, index, kMissing, {start_of(surgery), doubt, mdt_severity(surgery)},
                      report);
  }
  const Departments departments = departments_of(chart, *mdt.usual);
  if (departments.count() >= options[kLeast]) {
    return judge_record(surgery, subject, *mdt.usual, report);
  }
  if (!departments.complete) {
    return report.undecided(subject, missing::kDepartments, mdt.usual->span);
  }
  Outcome& outcome = report.fail(kFewDepartments, subject, mdt.usual->span, departments.count());
  lighten(outcome, surgery);
  outcome.note(kLevel, surgery.level->span);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    if (!surgery.level) {
      report.undecided(of_surgery(i), missing::kSurgeryLevel, surgery.span);
    } else if (surgery.level->value == 4) {
      judge(chart, i, options, report);
    }
  }
}

}  // namespace

extern constinit const Check periop_level4_mdt{
    {.id = "periop-level4-mdt",
     .severity = Severity::kError,
     .title = {"四级手术前应组织多学科讨论并记录",
               "A multidisciplinary discussion precedes every level 4 surgery"},
     .judged =
         {"每例四级手术开始前有多学科讨论：专门的记录，标题写明多学科的术前讨论或会诊记录，多学科会"
          "诊，或有两个及以上科室参加的术前讨论。",
          "Before the start of a level 4 surgery there is a multidisciplinary discussion: a record "
          "of that kind, a discussion or consultation so titled, such a consultation, or a "
          "discussion in which two departments or more took part."},
     .exceptions =
         {"四级以下和取消的手术不判。条文没有例外：急诊手术或急诊程度不明时按建议处理。手术级别不"
          "明、术前讨论参加者的科室不明、单份文书无法判定。限制类技术按病历所载级别判定。",
          "Not below level 4 or cancelled. The text exempts nobody: for emergencies, and where the "
          "urgency is unknown, it is a warning. Undecided where the level or the departments of "
          "the participants are unknown, and for a lone document. Restricted technologies are "
          "judged by the level that the chart states."},
     .advice = {"术前由手术科室组织多学科讨论，确定手术方案和围手术期管理方案，并记入病历。",
                "Hold a multidisciplinary discussion of the plan and the perioperative management "
                "before surgery, and record it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/level4.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, int> kFew{"few", "多学科讨论的参加者来自{0}个科室，少于{1}个。",
                                 "the participants come from {0} department(s), fewer than {1}."};
constexpr Message<std::string_view> kDepartment{"department", "参加科室：{0}", "department: {0}"};

constexpr Option<int> kLeast{"departments", 2, "参加科室的最少个数（条文未规定数目）",
                             "least number of departments (the article names none)"};

constexpr Citation kBasis[] = {{"SF", "22"}};
constexpr int kCore[] = {8, 12};
constexpr MessageInfo kMessages[] = {kFew, kDepartment};
constexpr OptionInfo kOptions[] = {kLeast};

void judge(const Chart& chart, const Document& record, Subject subject, int least, Report& report) {
  const Departments departments = departments_of(chart, record);
  if (departments.count() >= least) return report.pass(subject);
  if (!departments.complete) {
    return report.undecided(subject, missing::kDepartments, record.span);
  }
  report.fail(kFew, subject, record.span, departments.count(), least)
      .note(kDepartment, record.participants.front().person.span(), departments.known.front());
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || !surgery.level || surgery.level->value != 4) continue;
    const Mdt mdt = find_mdt(chart, i, report);
    // A consultation as such has a department that asks and one that answers.
    if (mdt.record == nullptr || mdt.record->type == DocType::kConsultationRecord) continue;
    judge(chart, *mdt.record, of_surgery(i), options[kLeast], report);
  }
}

}  // namespace

extern constinit const Check periop_level4_mdt_departments{
    {.id = "periop-level4-mdt-departments",
     .severity = Severity::kWarning,
     .title = {"四级手术的多学科讨论应有多个科室参加",
               "Several departments take part in the discussion before level 4 surgery"},
     .judged =
         {"四级手术术前多学科讨论记录的参加者至少来自两个科室；科室取记录所载，没有时取人员表。",
          "The participants of the multidisciplinary discussion come from at least two "
          "departments, by the record or else by the table of staff."},
     .exceptions =
         {"没有多学科讨论记录时不判，由 periop-level4-mdt 提示；会诊记录不判。参加者的科室不全"
          "而已知科室不足的无法判定。",
          "Not judged without such a record, said by periop-level4-mdt, nor for "
          "consultation records. Undecided where departments are unknown and the known "
          "ones do not suffice."},
     .advice = {"请邀请相关学科参加讨论，并在记录中写明参加者的科室。",
                "Invite the disciplines concerned, and record the department of each participant."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

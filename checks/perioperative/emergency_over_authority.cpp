// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/hospital_tables.h"
#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kUnexplained{
    "unexplained", "急诊手术{0}超出术者权限，病历中未见紧急情况和无授权术者在场的说明。",
    "emergency surgery {0} was beyond the surgeon's authority, and no note says that it was urgent "
    "and no authorised surgeon was there."};

constexpr Option<WordList> kWords{
    "words",
    {"超权限|超越权限|超出权限|超手术权限|超出手术权限|越级手术|越级施行|无相应手术权限|无手术权限|"
     "没有手术权限|无此手术权限|不具备手术权限|权限不足|无相应权限|紧急授权|临时授权|特殊授权|"
     "应急授权|"
     "权限的术者不在|权限的医师不在|权限术者不在|权限医师不在"},
    "表明记有超权限急诊手术说明的用语",
    "words by which a note is taken to explain it"};
constexpr Duration kRecorded = std::chrono::hours(24);  // BL 22(15): the operation record.

constexpr Citation kBasis[] = {{"SF", "21"}};
constexpr int kCore[] = {12};
constexpr TableKind kTables[] = {TableKind::kSurgeonAuthorisations};
constexpr MessageInfo kMessages[] = {kUnexplained};
constexpr OptionInfo kOptions[] = {kWords};

bool may_explain(DocType type) {
  return is_course_note(type) || type == DocType::kOperationRecord ||
         type == DocType::kCesareanRecord || type == DocType::kPreopSummary ||
         type == DocType::kPreopDiscussion || type == DocType::kCommunicationRecord ||
         type == DocType::kOperationConsent;
}

void judge(const Chart& chart, std::size_t index, WordList words, Report& report) {
  Absence absence;
  for (const Document& note : chart.documents) {
    if (!may_explain(note.type)) continue;
    const std::vector<std::uint32_t>& about = note.surgeries;
    const bool other =
        !about.empty() && std::find(about.begin(), about.end(), index) == about.end();
    if (other) continue;
    if (holds_entry(chart, note, {{}, words}, report)) return report.pass(of_surgery(index));
    if (note.broken) absence.doubt = missing::kRestOfDocument;
  }
  const Surgery& surgery = chart.surgeries[index];
  if (surgery.end) absence.until = at_minute(surgery.end.value().latest() + kRecorded);
  say_absent(chart, index, kUnexplained, absence, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || !emergency(surgery)) continue;
    const Authority authority = authority_of(chart, report.tables(), surgery);
    if (authority.answer == Answer::kUnknown) {
      report.undecided(of_surgery(i), authority.doubt, surgery.span);
    } else if (authority.answer == Answer::kNo) {
      judge(chart, i, options[kWords], report);
    }
  }
}

}  // namespace

extern constinit const Check periop_emergency_over_authority{
    {.id = "periop-emergency-over-authority",
     .severity = Severity::kWarning,
     .title = {"超权限的急诊手术应有说明",
               "An emergency surgery beyond the surgeon's authority is explained"},
     .judged =
         {"每例术者没有授权的急诊手术：病程、手术记录、术前文书或沟通记录中写有情况紧急、现场无相应"
          "权限术者等说明。办法第二十一条允许超权限急诊手术，具体管理由医疗机构自行制定，记录的形"
          "式系推断。",
          "Each emergency surgery for which the surgeon has no authorisation: a note, the "
          "operation record, a preoperative record or a talk says why. Article 21 permits it "
          "and leaves the procedure to the hospital; the form of the record is inferred."},
     .exceptions =
         {"取消的手术、非急诊手术不评价（见periop-surgeon-authorised）。授权表未载入、术者或"
          "手术编码不明的，单份文书未见说明的无法判定。",
          "Not for cancelled surgeries and those that are no emergency (see "
          "periop-surgeon-authorised). Undecided where the table is not loaded, where "
          "surgeon or code are not known, and for a lone document without it."},
     .advice =
         {"在手术记录或病程中写明抢救生命的需要、当时无授权术者在场及报告情况。",
          "Write why the patient could not wait, that no authorised surgeon was there, and who "
          "was told."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_tables = kTables,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

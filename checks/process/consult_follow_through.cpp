// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/consistency/told_drugs.h"
#include "checks/process/notes_after.h"
#include "checks/timeliness/consultation.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time> kUntold{
    "untold", "{0}于{1}完成会诊，此后的病程记录未提及会诊意见及其处置。",
    "{0} consulted at {1}; no later note tells of the opinion and what became of it."};

constexpr Citation kBasis[] = {{"HX", "3-4"}, {"BL", "22(10)"}};
constexpr int kCore[] = {3};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kUntold};

using Drugs = std::vector<Drug>;

Drugs drugs_of(const Document& document) {
  Drugs drugs;
  for (const Text& text : document.texts) {
    for (const DrugMention& one : drugs_in(text.value)) drugs.push_back(one.drug);
  }
  return drugs;
}

bool names_one(const Document& note, const Drugs& advised) {
  if (advised.empty()) return false;
  const Drugs named = drugs_of(note);
  return std::find_first_of(named.begin(), named.end(), advised.begin(), advised.end()) !=
         named.end();
}

// By a word, the department, or a drug of the opinion: it was heeded.
bool tells(const Document& note, const Consultation& it, const Drugs& advised) {
  constexpr WordList kWords{"会诊|MDT|多学科|科意见|科建议|科医师意见|科医师建议|专科意见"};
  if (holds_any(note.title.value, kWords) || tells_any(note, kWords)) return true;
  std::string_view department = it.department.value;
  if (department.ends_with("科")) department.remove_suffix(std::string_view("科").size());
  const auto names = [&](const Text& text) { return holds(text.value, department); };
  if (!department.empty() && std::any_of(note.texts.begin(), note.texts.end(), names)) return true;
  return names_one(note, advised);
}

bool may_tell(DocType type) {
  if (type == DocType::kConsultationRecord) return false;
  return is_course_note(type) || type == DocType::kPreopSummary ||
         type == DocType::kPreopDiscussion || type == DocType::kLevel4Mdt ||
         type == DocType::kDischargeRecord || type == DocType::kDeathRecord ||
         type == DocType::kOtherDocument;
}

// Surely written before: what asks for the consultation tells of no opinion.
bool before(const Document& note, const Time& done) {
  const auto& at = written(note);
  return at && certainly_before(at->value, done);
}

void judge(const Chart& chart, std::size_t index, const Document* record, Report& report) {
  const Consultation& it = chart.consultations[index];
  if (record == nullptr) return;  // Its absence is another check's.
  const auto& done = it.done ? it.done : record->completed;
  const Subject subject = of_consultation(index);
  if (!done) return report.undecided(subject, missing::kEventTime, span_of(it));
  const auto day = day_of(done);
  const Drugs advised = drugs_of(*record);
  for (const Document& note : chart.documents) {
    if (&note != record && may_tell(note.type) && !before(note, done->value) &&
        tells(note, it, advised)) {
      return report.pass(subject);
    }
  }
  const TimeFact& end = chart.dead() ? chart.encounter.died : chart.encounter.discharged;
  // Who left on that day or the next may have no further note.
  if (end && day && end.value().local_day() <= *day + std::chrono::days(1)) return;
  if (const auto doubt = untold_doubt(chart)) {
    return report.undecided(subject, *doubt, done->span);
  }
  report.fail(kUntold, subject, done->span, name_of(it), done->value);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const ConsultationRecords records(chart);
  for (std::size_t i = 0; i < chart.consultations.size(); ++i) {
    if (!chart.consultations[i].cancelled) judge(chart, i, records.of(i), report);
  }
}

}  // namespace

extern constinit const Check process_consult_follow_through{
    {.id = "process-consult-follow-through",
     .severity = Severity::kWarning,
     .title = {"会诊意见的执行情况应在病程中记录",
               "Notes tell what became of a consultant's opinion"},
     .judged =
         {"已出院或归档的住院病历：每次有记录的会诊，会诊之后有病程、术前小结、讨论或出院等记录提到"
          "会诊"
          "、会诊科室或会诊意见中的药品。意见是否逐条执行由人阅读判断。",
          "Stays that ended: after each recorded consultation a note, preoperative summary, "
          "discussion or discharge record tells of it, of the department or of a drug of the "
          "opinion. Whether the opinion was followed point by point is for the reader to say."},
     .exceptions =
         {"没有会诊记录的由 process-consult-missing "
          "判定；会诊当日或次日出院、死亡的不评价；没有时间的"
          "记录提到即算。会诊时间不明、单份文书、文书未能完整读取的无法判定。",
          "Where there is no record, process-consult-missing says so. Not where the patient left "
          "or died on that day or the next. A note without a time counts. Undecided without the "
          "time of the consultation, for a lone document or a note that could not be read whole."},
     .advice = {"申请会诊医师在病程记录中写明会诊意见的执行情况。",
                "The physician who asked writes into the notes what was done on the opinion."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time> kUntold{
    "untold", "值班时间{1}{0}，至次日结束未见任何医师记录。",
    "{0} at {1}, in the hours of duty; no physician wrote anything until the end of the next day."};

constexpr Option<int> kFrom{"duty_from", 18, "值班自几时起", "hour at which duty begins"};
constexpr Option<int> kUntil{"duty_until", 8, "值班至几时止", "hour at which duty ends"};

constexpr Bilingual kRescued{"进行抢救", "a rescue began"};
constexpr Bilingual kCritical{"接到危急值", "a critical value came"};
constexpr Bilingual kWorse{"转为病危（病重）", "the condition became critical"};

constexpr Citation kBasis[] = {{"HX", "5-7"}};
constexpr int kCore[] = {5};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kUntold};
constexpr OptionInfo kOptions[] = {kFrom, kUntil};

using std::chrono::days;
using std::chrono::hours;

// At night, or on a day that is not worked. Of an unknown year only the night counts.
bool on_duty(const Time& at, const Clock& clock, const Options& options) {
  const auto local = at.earliest + std::chrono::minutes(at.offset);
  const auto hour = std::chrono::duration_cast<hours>(local - at.local_day()).count();
  if (hour >= options[kFrom] || hour < options[kUntil]) return true;
  return !clock.calendar->works(at.local_day()).value_or(true);
}

bool by_physician(DocType type) {
  switch (type) {
    case DocType::kAdmissionRecord:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAdmissionDeath24h:
    case DocType::kCriticalConditionNotice:
    case DocType::kCriticalValueEvent:
    case DocType::kCommunicationRecord:
    case DocType::kInvasiveProcedureNote:
    case DocType::kPreopSummary:
    case DocType::kPreopDiscussion:
    case DocType::kOperationRecord:
    case DocType::kAnesthesiaRecord:
    case DocType::kDischargeRecord:
    case DocType::kDeathRecord:
    case DocType::kOtherDocument:
      return true;
    default:
      return is_course_note(type);
  }
}

class Judge {
 public:
  Judge(const Chart& chart, const Options& options, Report& report)
      : chart_(chart), options_(options), report_(report) {}

  void event(Subject subject, const std::optional<Located<Time>>& at, const Bilingual& what) {
    if (!at || !at->value.exact() || !on_duty(at->value, report_.clock(), options_)) return;
    const auto last = at->value.local_day() + days(1);
    if (written_between(at->value, last)) return report_.pass(subject);
    if (const auto doubt = untold_doubt(chart_)) {
      return report_.undecided(subject, *doubt, at->span);
    }
    report_.fail(kUntold, subject, at->span, what, at->value);
  }

 private:
  // A record without a time may be of any.
  bool written_between(const Time& from, std::chrono::sys_days last) const {
    return std::any_of(chart_.documents.begin(), chart_.documents.end(), [&](const Document& d) {
      if (!by_physician(d.type)) return false;
      const auto inside = [&](const std::optional<Located<Time>>& at) {
        return at && at->value.precision >= Precision::kDay && at->value.local_day() <= last &&
               !certainly_before(at->value, from);
      };
      return (!d.recorded && !d.completed) || inside(d.recorded) || inside(d.completed);
    });
  }

  const Chart& chart_;
  const Options& options_;
  Report& report_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  Judge judge(chart, options, report);
  const auto subject = [](SubjectKind kind, std::size_t index) {
    return Subject{kind, static_cast<std::uint32_t>(index)};
  };
  // The absence of a rescue record is said by process-rescue-record.
  if (chart.has(DocType::kRescueRecord)) {
    for (std::size_t i = 0; i < chart.rescues.size(); ++i) {
      judge.event(subject(SubjectKind::kRescue, i), chart.rescues[i].start, kRescued);
    }
  }
  for (std::size_t i = 0; i < chart.critical_values.size(); ++i) {
    const CriticalValue& value = chart.critical_values[i];
    judge.event(subject(SubjectKind::kCriticalValue, i),
                value.received ? value.received : value.reported, kCritical);
  }
  for (std::size_t i = 0; i < chart.conditions.size(); ++i) {
    judge.event(subject(SubjectKind::kCondition, i), chart.conditions[i].start, kWorse);
  }
}

}  // namespace

extern constinit const Check process_duty_entry{
    {.id = "process-duty-entry",
     .severity = Severity::kNote,
     .title = {"值班期间的诊疗活动应及时记入病历",
               "What is done on duty is written into the chart"},
     .judged =
         {"已出院或归档的住院病历：夜间（18时至次日8时，可调）或非工作日的抢救、危急值、转为病危（"
          "病"
          "重），自当时至次日结束有医师书写的任何记录。条文没有数值，次日是假定；是否写到该事件由其"
          "他检查评价。",
          "Stays that ended: for each rescue, critical value and turn to a critical condition at "
          "night (18:00 to 8:00, options) or on a day that is not worked, a physician wrote some "
          "record until the end of the next day. The text gives no number; the day is an "
          "assumption. Whether the record tells of the event is judged elsewhere."},
     .exceptions = {"时间不到分钟的、没有任何抢救记录的抢救不评价；没有时间的记录算作任何一天；单份"
                    "文书、文书未能完整读取的无法判定。",
                    "Not for times without minutes, nor for rescues where there is no rescue "
                    "record at all. A record without a time counts for any day. Undecided for a "
                    "lone document or a note that could not be read whole."},
     .advice = {"由值班医师及时把诊疗活动记入病历。",
                "The physician on duty writes what was done into the chart without delay."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{"missing", "日常病程记录缺少：记录时间。",
                             "the progress note lacks: time of recording."};
constexpr Message<Time, Time> kDay{
    "day-only", "患者{1}起病危，本次病程记录的时间为{0}，未具体到分钟。",
    "the patient was critical from {1}; this note is dated {0}, without the minute."};
constexpr Message<> kCritical{"critical", "病危开始", "the critical condition begins"};

constexpr Citation kBasis[] = {{"BL", "22(2)"}, {"BL", "8"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kDay, kCritical};

// When the patient was no longer critical; empty where nobody says so. One who died was to the end.
std::optional<Time> end_of(const Chart& chart, const Condition& condition) {
  if (condition.stop) return condition.stop->value;
  if (!chart.encounter.died) return std::nullopt;
  return chart.encounter.died.value();
}

// The interval in which the patient was critical (病危) the whole of that day, if there is one.
const Condition* critical_during(const Chart& chart, const Time& day) {
  for (const Condition& condition : chart.conditions) {
    if (condition.severity != Acuity::kCritical || !condition.start) continue;
    const std::optional<Time> end = end_of(chart, condition);
    if (!end || end->earliest < day.latest()) continue;
    if (condition.start->value.latest() < day.earliest) return &condition;
  }
  return nullptr;
}

// The signature tells the minute as well.
bool to_the_minute(const Document& document) {
  return document.recorded->value.exact() ||
         (document.completed && document.completed->value.exact());
}

void judge(const Chart& chart, const Document& document, Report& report) {
  const Subject subject = of(chart, document);
  if (!document.recorded) {
    if (document.broken) return report.undecided(subject, missing::kRestOfDocument, document.span);
    report.fail(kMissing, subject, document.span);
    return;
  }
  const Time& time = document.recorded->value;
  const Condition* critical = to_the_minute(document) ? nullptr : critical_during(chart, time);
  if (critical == nullptr) return report.pass(subject);
  report.fail(kDay, subject, document.recorded->span, time, critical->start->value)
      .note(kCritical, critical->start->span);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kProgressNote) judge(chart, document, report);
  }
}

}  // namespace

extern constinit const Check progress_note_time{
    {.id = "completeness-progress-note-time-header",
     .severity = Severity::kError,
     .title = {"日常病程记录应标明记录时间", "A progress note states when it was written"},
     .judged = {"每份日常病程记录都有记录时间；病危期间的具体到分钟。",
                "Each progress note has a time of recording, to the minute while the patient is "
                "critical (病危)."},
     .exceptions =
         {"条文只对日常病程记录规定，其他病程文书不判；签名时间到分钟的视为已到分钟；病危开始"
          "、停止的当日，以及没有停止时间且患者未死亡的，不判是否到分钟；文书未能完整读取时无"
          "法判定。",
          "The article speaks of progress notes only; a signature with the minute is "
          "enough; the minute is not judged on the days on which the condition begins "
          "and ends, nor where its end is unknown and the patient lived; undecided where "
          "the document could not be read whole."},
     .advice = {"首先标明记录时间，病危患者具体到分钟。",
                "Begin with the time of recording, to the minute for critical patients."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

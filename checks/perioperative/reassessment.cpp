// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "check/words.h"
#include "checks/perioperative/domains.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time> kChanged{
    "changed", "术前评估（{2}）之后、手术开始之前，{1}有{0}，未见新的评估或病程记录。",
    "between the assessment of {2} and surgery there was {0} at {1}; no note follows it."};
constexpr Message<Duration, Time, Time> kOld{
    "old", "最近一次术前评估或病程记录为{1}，距手术开始（{2}）超过{0}，未见复评。",
    "the last assessment or note is of {1}, more than {0} before surgery at {2}."};
constexpr Message<> kAssessed{"assessed", "最近一次评估", "the last assessment"};

constexpr Option<WordList> kDocuments{
    "documents",
    {"preop-assessment-form|preop-summary|preop-discussion|level4-mdt|anesthesia-preop-visit|"
     "surgical-risk-assessment"},
    "视为术前评估的文书类型",
    "types of documents that count as preoperative assessment"};
constexpr Option<double> kFever{"fever", 38.5, "视为发热的体温（℃）",
                                "what counts as fever, in °C"};
constexpr Option<Duration> kValid{"valid", Duration{7 * 24 * 60}, "评估的有效期（条文未规定）",
                                  "how old an assessment may be (the text names no limit)"};

constexpr Bilingual kCritical{"危急值", "a critical value"};
constexpr Bilingual kHot{"发热", "fever"};

constexpr Citation kBasis[] = {{"SA", "3"}, {"XD", "14"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kChanged, kOld, kAssessed};
constexpr OptionInfo kOptions[] = {kDocuments, kFever, kValid};

struct Event {
  Bilingual what;
  Located<Time> at;
};

double number_in(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? value : 0;
}

// Who looks at the patient writes a note of a physician, or assesses anew.
bool looks_again(const Document& document, WordList assessments) {
  return is_course_note(document.type) || document.type == DocType::kRescueRecord ||
         document.type == DocType::kCriticalValueEvent || lists(assessments, id(document.type));
}

// When a physician last looked before surgery.
std::optional<Located<Time>> last_look(const Chart& chart, std::size_t index, WordList documents,
                                       bool notes) {
  std::optional<Located<Time>> last;
  for (const Document& document : chart.documents) {
    const bool counts =
        notes ? looks_again(document, documents) : lists(documents, id(document.type));
    if (!counts || !precedes(chart, document, index)) continue;
    const auto at = took_place(document);
    if (at && (!last || certainly_after(at->value, last->value))) last = at;
  }
  return last;
}

// The first thing that happened surely after the last look and surely before surgery.
std::optional<Event> first_event(const Chart& chart, const Surgery& surgery, const Time& look,
                                 double fever) {
  std::optional<Event> first;
  const auto take = [&](Bilingual what, const std::optional<Located<Time>>& at) {
    if (!at || !certainly_after(at->value, look)) return;
    if (!certainly_before(at->value, surgery.start.value())) return;
    if (!first || certainly_before(at->value, first->at.value)) first = Event{what, *at};
  };
  for (const CriticalValue& value : chart.critical_values) {
    if (!value.handled) take(kCritical, value.reported);
  }
  for (const Observation& one : chart.observations) {
    const bool temperature = holds_any(one.name.value, {"体温"}) || one.code.value == "8310-5";
    const double value = temperature ? number_in(one.value.value) : 0;
    if (value >= fever && value < 45) take(kHot, one.at);
  }
  return first;
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const auto assessed = last_look(chart, index, options[kDocuments], false);
  if (!assessed) return;  // That there is none is said elsewhere.
  const Subject subject = of_surgery(index);
  if (!surgery.start) return report.undecided(subject, missing::kSurgeryStart, surgery.span);
  const Located<Time> look = *last_look(chart, index, options[kDocuments], true);
  const Time& start = surgery.start.value();
  const std::optional<Event> event = first_event(chart, surgery, look.value, options[kFever]);
  const bool old = within(look.value, start, options[kValid]) == Within::kNo;
  if (!event && !old) return report.pass(subject);
  if (report.still_open(start)) return;  // There is time yet.
  if (const auto doubt = unread_doubt(chart)) return report.undecided(subject, *doubt, look.span);
  if (event) {
    report.fail(kChanged, subject, event->at.span, event->what, event->at.value, assessed->value)
        .note(kAssessed, assessed->span);
  } else {
    report.fail(kOld, subject, look.span, options[kValid], look.value, start);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const Urgency urgency = surgery.urgency.value;
    const bool emergency = urgency == Urgency::kEmergency || urgency == Urgency::kLifeSaving;
    if (!surgery.cancelled && !emergency) judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check periop_reassessment{
    {.id = "periop-reassessment",
     .severity = Severity::kNote,
     .title = {"评估后有变化的应在术前复评", "What changed since the assessment is assessed again"},
     .judged =
         {"非急诊的住院手术：最近一次术前评估或病程记录之后、手术开始之前，没有危急值和38."
          "5℃以上的发热；且"
          "该记录距手术不超过7天（均可用参数改变，条文未规定界限）。之后的任何医师记录都视为已复评"
          "。",
          "Surgery of an inpatient that is no emergency: between the last assessment or note and "
          "the "
          "start there is no critical value that nobody handled and no temperature of 38.5 °C or "
          "more, and that record "
          "is not older than 7 days (options; the text names no limits). Any later note of a "
          "physician counts as looking again."},
     .exceptions =
         {"急诊、取消的手术和没有术前评估文书的不判；新诊断不在此判定。手术开始时间不明、单份文书、"
          "文书未能"
          "读全的无法判定。",
          "Not for emergencies, cancelled surgery and without any assessment; new diagnoses are "
          "not "
          "judged here. Undecided without the start, for a lone document or where one was not read "
          "whole."},
     .advice = {"手术前复评发生变化的项目并记录，必要时推迟手术。",
                "Assess what changed again, record it, and postpone surgery where needed."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

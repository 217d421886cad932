// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/deadline.h"
#include "check/event_link.h"
#include "check/words.h"
#include "checks/frontpage/page.h"
#include "checks/process/notes_after.h"
#include "checks/process/told.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{"missing", "本次抢救未见抢救记录。",
                             "there is no record of this rescue."};
constexpr Message<std::string_view> kOrdered{
    "ordered", "医嘱有“{0}”，病历中未见抢救记录。",
    "“{0}” was ordered; the chart holds no rescue record."};
constexpr Message<std::string_view> kCounted{
    "counted", "首页填写抢救{0}次，病历中未见抢救记录。",
    "the front page counts {0} rescues; the chart holds no rescue record."};

constexpr Message<Time, Duration, Time> kDue{
    "due", "抢救于{0}结束，抢救记录应在{1}内记入病历，最迟{2}。",
    "the rescue ended at {0}; its record is to be in the chart within {1}, by {2}."};

constexpr Option<Duration> kLimit{"limit", Duration{6 * 60}, "运行病历中抢救记录的时限",
                                  "time allowed for the record while the stay runs"};
constexpr Option<WordList> kWords{
    "words",
    {"大抢救|中抢救|小抢救|危重病人抢救|危重患者抢救|抢救费|心肺复苏术"},
    "医嘱（收费）中表示实施了抢救的词语",
    "words of orders or charges that tell of a rescue"};

// Not done, only taught, or the care of a patient after one.
constexpr WordList kNotDone{
    "术后|复苏后|抢救后|备用|拒绝|放弃|不予|不行|无需|必要时|宣教|培训|演练"};

constexpr Citation kBasis[] = {{"BL", "22(8)"}, {"HX", "7-4"}, {"ZB", "18"}};
constexpr int kCore[] = {7};
constexpr Source kNeeds[] = {Source::kDocuments};
// The deadline would say of the same rescue that there is no record.
constexpr std::string_view kSupersedes[] = {"timeliness-rescue-record-6h"};
constexpr MessageInfo kMessages[] = {kMissing, kOrdered, kCounted, kDue};
constexpr OptionInfo kOptions[] = {kLimit, kWords};

Subject of_rescue(std::size_t index) {
  return {SubjectKind::kRescue, static_cast<std::uint32_t>(index)};
}

// Of their own, or a course note under that heading.
std::vector<const Document*> rescue_records(const Chart& chart) {
  std::vector<const Document*> records;
  for (const Document& document : chart.documents) {
    const bool within =
        is_course_note(document.type) && (headed(document, {"抢救记录|抢救经过"}) ||
                                          document.has_text(SectionType::kRescueMeasures));
    // Who died within 24 hours has one record of the stay, which tells of the rescue.
    const bool whole =
        document.type == DocType::kAdmissionDeath24h && tells_any(document, {"抢救"});
    if (document.type == DocType::kRescueRecord || within || whole) records.push_back(&document);
  }
  return records;
}

bool names_some(const Chart& chart, const Document& record) {
  for (std::size_t i = 0; i < chart.rescues.size(); ++i) {
    if (names_event(chart, record, of_rescue(i))) return true;
  }
  return false;
}

// A record that names the rescue or tells of it, else one between its start and the next that names
// no other; one without a time may be of any.
bool recorded(const Chart& chart, std::size_t index, const std::vector<const Document*>& records,
              const std::vector<std::optional<Time>>& starts) {
  return std::any_of(records.begin(), records.end(), [&](const Document* record) {
    if (names_event(chart, *record, of_rescue(index)) || starts.size() == 1 ||
        tells_of(chart, *record, chart.rescues[index].span)) {
      return true;
    }
    if (names_some(chart, *record)) return false;
    const auto& at = written(*record);
    return !at || !starts[index] || follows(at->value, starts, index);
  });
}

template <typename Fail>
void absent(const Chart& chart, const Subject& subject, Span where, Report& report, Fail fail) {
  if (const auto doubt = untold_doubt(chart)) {
    report.undecided(subject, *doubt, where);
  } else {
    fail();
  }
}

void judge_rescue(const Chart& chart, std::size_t index, Duration limit, Report& report) {
  const Rescue& rescue = chart.rescues[index];
  const Subject subject = of_rescue(index);
  const Span where = rescue.end ? rescue.end->span : subject_span(chart, subject);
  const Clock& clock = report.clock();
  std::optional<Time> until;
  if (rescue.end && clock.as_of) {
    const Time& end = rescue.end->value;
    until = deadline_of(end, limit);
    if (report.still_open(*until)) {
      report.due(kDue, subject, where, *until,
                 {to_argument(end), to_argument(limit), to_argument(*until)});
      return;
    }
  } else if (clock.stage < Stage::kDischarged) {
    return;  // Nobody can tell whether it is over, or how long ago.
  }
  absent(chart, subject, where, report,
         [&] { report.fail(kMissing, subject, where).due = until; });
}

void judge_rescues(const Chart& chart, Duration limit, Report& report) {
  const std::vector<const Document*> records = rescue_records(chart);
  std::vector<std::optional<Time>> starts;
  for (const Rescue& rescue : chart.rescues) {
    starts.push_back(rescue.start ? std::optional(rescue.start->value) : std::nullopt);
  }
  for (std::size_t i = 0; i < chart.rescues.size(); ++i) {
    if (recorded(chart, i, records, starts)) {
      report.pass(of_rescue(i));
    } else {
      judge_rescue(chart, i, limit, report);
    }
  }
}

// What tells of a rescue that the chart does not list as an event.
void judge_traces(const Chart& chart, WordList words, Report& report) {
  const bool record = !rescue_records(chart).empty();
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    if (order.cancelled || !holds_any(order.content.value, words)) continue;
    if (holds_any(order.content.value, kNotDone)) continue;
    const Subject subject{SubjectKind::kOrder, static_cast<std::uint32_t>(i)};
    if (record) return report.pass(subject);
    return absent(chart, subject, order.content.span, report,
                  [&] { report.fail(kOrdered, subject, order.content.span, order.content.value); });
  }
  for (const FrontPageField& field : chart.front_page) {
    if (field.name.value != "抢救次数" || number_in(field.value.value).value_or(0) <= 0) continue;
    if (record) return report.pass(of_chart());
    return absent(chart, of_chart(), field.value.span, report,
                  [&] { report.fail(kCounted, of_chart(), field.value.span, field.value.value); });
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || chart.has(DocType::kEmergencyObservationRecord)) return;
  if (!chart.rescues.empty()) return judge_rescues(chart, options[kLimit], report);
  if (report.clock().stage >= Stage::kDischarged) judge_traces(chart, options[kWords], report);
}

}  // namespace

extern constinit const Check process_rescue_record{
    {.id = "process-rescue-record",
     .severity = Severity::kError,
     .title = {"每次抢救应有抢救记录", "Each rescue has its record"},
     .judged =
         {"住院病历：每次抢救事件有抢救记录，或以“抢救记录”为题的病程记录；没有抢救事件而医嘱（收费"
          "）"
          "有抢救项目，或首页抢救次数大于0的，应有抢救记录。运行病历自抢救结束6小时后评价。",
          "Stays: each rescue has a record of its own, or a course note under that heading; where "
          "the chart lists none, an order or a charge for one, or a number on the front page, "
          "calls for a record. While the stay runs, from six hours after the rescue on."},
     .exceptions =
         {"叙述文字中提到抢救的不判；记录没有时间、不能区分是哪一次的，算作任何一次；24小时内入院死"
          "亡记录写到抢救的算；拒绝、宣教等医嘱不算；留观病历可以写"
          "入抢救，有留观记录的不评价；门急诊由 outpatient-rescue-record、时限由 "
          "timeliness-rescue-record-6h 判定。单份文书、文书未能完整读取的无法判定。",
          "The word in a text calls for nothing. A record without a time counts for any rescue, as "
          "does "
          "the record of a death within 24 hours that tells of it; orders that refuse or teach "
          "call for none. "
          "Not where there is an observation record, which may hold the rescue; visits are judged "
          "by outpatient-rescue-record, the limit by timeliness-rescue-record-6h. Undecided for a "
          "lone document or one that could not be read whole."},
     .advice = {"抢救结束后6小时内据实补记抢救记录并注明。",
                "Write the record within 6 hours of the rescue, marked as a late entry."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/consistency/note_day.h"
#include "checks/consistency/pieces.h"
#include "checks/consistency/time_words.h"

namespace emrlint::checks {
namespace {

using std::chrono::days;

constexpr Message<DocType, std::string_view, Time, int> kPostop{
    "postop", "{0}写“{1}”，而手术在{2}，距记录日期{3}天。",
    "the {0} says “{1}”; the surgery was at {2}, {3} days before the note."};
constexpr Message<DocType, Time, std::string_view, Time> kAdmitted{
    "admitted", "{0}记录于{1}，写有“{2}”入院，而入院时间为{3}。",
    "the {0} of {1} says “{2}” of the admission, which was at {3}."};
constexpr Message<DocType, Time, std::string_view, Time> kOver{
    "over", "{0}记录于{1}，写有“{2}”手术，而手术已于{3}结束，其后未见手术和手术安排。",
    "the {0} of {1} says “{2}” of a surgery; it had ended at {3}, and the chart tells of none "
    "later."};
constexpr Message<> kSurgery{"surgery", "手术时间", "the time of the surgery"};
constexpr Message<> kAdmission{"admission", "入院时间", "the time of admission"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZZ", "6"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kPostop, kAdmitted, kOver, kSurgery, kAdmission};

bool judged(DocType type) {
  return type == DocType::kProgressNote || type == DocType::kSeniorRoundNote;
}

bool of_the_day(SectionType section) {
  return section == SectionType::kCourse || section == SectionType::kRoundOpinion ||
         section == SectionType::kCurrentCondition || section == SectionType::kConditionChange;
}

// A note with what it says of its day.
struct Note {
  const Chart& chart;
  const Document& document;
  NoteDays days;
  const Surgeries& surgeries;
  Subject subject;
  bool judged = false;
};

const Located<Time>& written(const Document& d) { return d.recorded ? *d.recorded : *d.completed; }

std::string_view words_of(const Piece& piece, const TimeWords& words) {
  return piece.text.value.substr(words.from, words.word_to - words.from);
}

// Whether something was reported.
bool judge_postop(Note& note, const Piece& piece, const TimeWords& words, Report& report) {
  const Part place = part_of_piece(piece, words.from, words.to);
  if (note.chart.surgeries.size() != 1) return false;
  if (!note.surgeries.known) {
    // Cancelled, or with times that contradict each other (said by consistency-event-order).
    if (note.chart.surgeries.front().cancelled || note.chart.surgeries.front().start) return false;
    report.undecided(note.subject, missing::kSurgeryStart, span_of(place));
    return true;
  }
  const SurgeryDays& surgery = *note.surgeries.days;
  // Before the surgery, or so many days that they begin before the stay: perhaps another surgery.
  const TimeFact& admitted = note.chart.encounter.admitted;
  if (note.days.first < surgery.first_start || !admitted) return false;
  if (note.days.last - days{words.number} < admitted.value().local_day()) return false;
  const auto least = (note.days.first - surgery.last_end).count();
  const auto since = (note.days.last - surgery.first_start).count();
  note.judged = true;
  // Some count the day of surgery as the first.
  if (words.number >= least && words.number <= since + 1) return false;
  if (words.number < least && words.may_look_back) return false;
  if (!note.chart.complete) {
    report.undecided(note.subject, missing::kRestOfChart, span_of(place));
    return true;
  }
  const TimeFact& start = note.chart.surgeries.front().start;
  report
      .fail(kPostop, note.subject, note.document.span, note.document.type, words_of(piece, words),
            start.value(), static_cast<int>(since))
      .at(place)
      .note(kSurgery, start.span());
  return true;
}

bool judge_admitted(Note& note, const Piece& piece, const TimeWords& words, Report& report) {
  const TimeFact& admitted = note.chart.encounter.admitted;
  if (!admitted) return false;
  const Time& at = written(note.document).value;
  note.judged = true;
  if (within(admitted.value(), at, Duration{24 * 60}) != Within::kNo) return false;
  if (note.days.first <= admitted.value().local_day()) return false;
  report
      .fail(kAdmitted, note.subject, note.document.span, note.document.type, at,
            words_of(piece, words), admitted.value())
      .at(part_of_piece(piece, words.from, words.to))
      .note(kAdmission, admitted.span());
  return true;
}

// 今日手术, 明日手术, 拟行: in a note of a later day than all surgeries, and no other is planned.
bool judge_over(Note& note, const Piece& piece, const TimeWords& words, Report& report) {
  if (!note.surgeries.known || !note.surgeries.days) return false;
  note.judged = true;
  if (note.days.first <= note.surgeries.days->last_end) return false;
  if (more_planned(note.chart, note.surgeries.days->last_end, note.days.first)) return false;
  const Part place = part_of_piece(piece, words.from, words.to);
  if (!note.chart.complete) {
    report.undecided(note.subject, missing::kRestOfChart, span_of(place));
    return true;
  }
  const Surgery& last = note.chart.surgeries.back();
  const TimeFact& end = last.end ? last.end : last.start;
  report
      .fail(kOver, note.subject, note.document.span, note.document.type,
            written(note.document).value, words_of(piece, words), end.value())
      .at(place)
      .note(kSurgery, end.span());
  return true;
}

bool judge_piece(Note& note, const Piece& piece, Report& report) {
  const Narrative narrative(piece.text.value);
  for (const TimeWords& words : time_words(narrative, note.chart)) {
    const bool said = words.claim == DayClaim::kPostopDay ? judge_postop(note, piece, words, report)
                      : words.claim == DayClaim::kAdmittedToday
                          ? judge_admitted(note, piece, words, report)
                          : judge_over(note, piece, words, report);
    if (said) return true;
  }
  return false;
}

void judge(Note note, Report& report) {
  if (judge_piece(note, {note.document.title, SectionType::kCourse}, report)) return;
  for (const Piece& piece : pieces_of(note.document)) {
    if (of_the_day(piece.section) && judge_piece(note, piece, report)) return;
  }
  if (note.judged) report.pass(note.subject);
}

void run(const Chart& chart, const Options&, Report& report) {
  const Surgeries surgeries = surgery_days(chart);
  for (const Document& document : chart.documents) {
    if (!judged(document.type) || (!document.recorded && !document.completed)) continue;
    if (of_other_person(chart, document)) continue;
    const auto note_days = days_of_note(document);
    if (!note_days) continue;
    judge({chart, document, *note_days, surgeries, of(chart, document)}, report);
  }
}

}  // namespace

extern constinit const Check copy_time_words{
    {.id = "consistency-copy-time-words",
     .severity = Severity::kWarning,
     .title = {"病程记录中的时间词应与记录日期相符",
               "Words for days in course notes agree with the day of the note"},
     .judged =
         {"日常病程记录和上级医师查房记录：“术后第N天”与手术日至记录日的天数相符（手术当日可计为第0"
          "天或"
          "第1天）；入院24小时后不写“今日入院”；手术结束的次日起，其后没有手术的，不写“今日手术”“明"
          "日手术”"
          "或“拟行”该手术。",
          "Progress and round notes: “术后第N天” agrees with the days since the surgery, whose day "
          "may count as 0 or 1; no “今日入院” later than 24 hours after admission; from the day "
          "after the last surgery no “今日手术”, “明日手术” or “拟行” of that surgery."},
     .exceptions =
         {"8时前书写的可以指前一日；否定、假设、医嘱性内容（“术后第7天拆线”）、回顾性叙述、有多个术"
          "后天数"
          "的不判；有两次以上手术、或所写天数早于入院的不判术后天数；有取消的手术、手术时间不全、其"
          "后有手术医嘱、操作或"
          "术前"
          "文书的，不判手术用语；病历不完整时无法判定。",
          "A note from before 8 o'clock may speak of the day before. Not judged: what is negated, "
          "supposed, an instruction (“术后第7天拆线”), looking back, or several days after "
          "surgery; "
          "the day after surgery where there were two or more, or where it would lie before the "
          "stay; words for surgery where one was "
          "cancelled, has no times, or orders, procedures or preoperative records follow. "
          "Undecided "
          "in a chart that is not whole."},
     .advice = {"核对是否由以前的病程记录复制而来，改正时间词。",
                "Check whether the text was copied from an earlier note, and correct the words."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

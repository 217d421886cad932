// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/consistency/day_verdict.h"

namespace emrlint::checks {
namespace {

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
constexpr Message<DocType, std::string_view, Time, int> kStayDay{
    "stay-day", "{0}写“{1}”，而入院在{2}，距记录日期{3}天。",
    "the {0} says “{1}”; the admission was at {2}, {3} days before the note."};
constexpr Message<DocType, Time, std::string_view, Time> kYesterday{
    "yesterday", "{0}（{1}）写有“{2}”手术，而手术已于{3}结束，前一日未见手术。",
    "the {0} of {1} says “{2}” of a surgery; the surgery had ended at {3}, and the chart tells of "
    "none on the day before the note."};
constexpr Message<> kSurgery{"surgery", "手术时间", "the time of the surgery"};
constexpr Message<> kAdmission{"admission", "入院时间", "the time of admission"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZZ", "6"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kPostop,    kStayDay, kAdmitted, kOver,
                                     kYesterday, kSurgery, kAdmission};

// A note with what it says of its day.
struct Note {
  NoteOfDay of_day;
  Subject subject;
  bool judged = false;
};

// Whether something was reported.
bool judge_words(Note& note, const Piece& piece, const TimeWords& words, Report& report) {
  const DayVerdict verdict = judge_day(note.of_day, words);
  if (verdict == DayVerdict::kUnjudged) return false;
  const Chart& chart = note.of_day.chart;
  const Document& document = note.of_day.document;
  const Part place = part_of_piece(piece, words.from, words.to);
  note.judged = true;
  if (verdict == DayVerdict::kAgrees) return false;
  if (verdict == DayVerdict::kUndecided) {
    report.undecided(note.subject, missing_of(note.of_day, words), span_of(place));
    return true;
  }
  const std::string_view said = piece.text.value.substr(words.from, words.word_to - words.from);
  const TimeFact& fact = fact_of(chart, words.claim);
  const Time& at = written(document).value;
  Outcome& outcome =
      words.claim == DayClaim::kPostopDay || words.claim == DayClaim::kStayDay
          ? report.fail(words.claim == DayClaim::kPostopDay ? kPostop : kStayDay, note.subject,
                        document.span, document.type, said, fact.value(),
                        days_since(note.of_day, words.claim))
          : report.fail(words.claim == DayClaim::kAdmittedToday      ? kAdmitted
                        : words.claim == DayClaim::kSurgeryYesterday ? kYesterday
                                                                     : kOver,
                        note.subject, document.span, document.type, at, said, fact.value());
  outcome.at(place).note(claims_admission(words.claim) ? kAdmission : kSurgery, fact.span());
  return true;
}

bool judge_piece(Note& note, const ToldPiece<TimeWords>& said, Report& report) {
  for (const TimeWords& words : said.words) {
    if (names_surgery(note.of_day.chart, words) && judge_words(note, said.piece, words, report)) {
      return true;
    }
  }
  return false;
}

void judge(Note note, Report& report) {
  const Document& document = note.of_day.document;
  const Piece title{document.title, SectionType::kCourse};
  if (judge_piece(note, {title, time_words(Narrative(document.title.value))}, report)) return;
  for (const auto& said : told_pieces<&day_words>(note.of_day.chart, document, report)) {
    if (judge_piece(note, said, report)) return;
  }
  if (note.judged) report.pass(note.subject);
}

void run(const Chart& chart, const Options&, Report& report) {
  const Surgeries surgeries = surgery_days(chart);
  for (const Document& document : chart.documents) {
    if (const auto note = note_of_day(chart, document, surgeries)) {
      judge({*note, of(chart, document)}, report);
    }
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
          "第1天），“入院第N天”同样与入院日相符；入院24小时后不写“今日入院”；手术结束的次日起，其后"
          "没有手术的，不写“今日手术”“明"
          "日手术”"
          "或“拟行”该手术，再次日起不写“昨日”手术。",
          "Progress and round notes: “术后第N天” agrees with the days since the surgery, whose day "
          "may count as 0 or 1, and “入院第N天” with those since admission; no “今日入院” later "
          "than 24 hours after admission; from the day "
          "after the last surgery no “今日手术”, “明日手术” or “拟行” of that surgery, nor "
          "“昨日” from the second day."},
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

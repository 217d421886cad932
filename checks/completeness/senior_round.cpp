// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/attendance.h"
#include "check/deadline.h"
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time, Time> kMissing{
    "missing", "{0}入院，{1}离院，未见主任（副主任）医师查房的记录。",
    "the stay from {0} to {1} holds no note of a round by a chief or associate chief physician."};

constexpr Option<Duration> kStay{"min_stay", Duration{7 * 24 * 60}, "住院满多久才要求",
                                 "how long a stay has to be"};

constexpr Citation kBasis[] = {{"HX", "2-4"}, {"BL", "22(3)"}, {"ZB", "17"}};
constexpr int kCore[] = {2, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kStay};
constexpr std::string_view kSupersedes[] = {"timeliness-round-top-level-2-per-week"};

bool top(const Attendance& attendance) {
  return attendance.has(Title::kChief) || attendance.has(Title::kAssociateChief);
}

// Where none is known to work there, the highest of the three levels may be another.
bool has_top_staff(const Chart& chart) {
  return std::any_of(chart.staff.begin(), chart.staff.end(), [](const Person& person) {
    return person.title == Title::kChief || person.title == Title::kAssociateChief;
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Encounter& stay = chart.encounter;
  const TimeFact& end = stay.discharged ? stay.discharged : stay.died;
  if (stay.kind.value != EncounterKind::kInpatient || !end) return;
  if (!stay.admitted) return report.undecided(of_chart(), missing::kAdmissionTime, end.span());
  if (within(stay.admitted.value(), end.value(), options[kStay] - Duration(1)) != Within::kNo) {
    return;
  }
  bool unknown = false;
  for (const Document& note : chart.documents) {
    if (!is_course_note(note.type)) continue;
    const Attendance attendance = attendance_of(chart, note);
    if (top(attendance)) return report.pass(of_chart());
    unknown = unknown || attendance.unknown;
  }
  const Span where = stay.admitted.span();
  if (!chart.complete) {
    report.undecided(of_chart(), missing::kRestOfChart, where);
  } else if (unknown) {
    report.undecided(of_chart(), missing::kTitle, where);
  } else {
    Outcome& outcome = report.fail(kMissing, of_chart(), where, stay.admitted.value(), end.value());
    if (!has_top_staff(chart)) outcome.weaker(Severity::kWarning);
  }
}

}  // namespace

extern constinit const Check senior_round{
    {.id = "completeness-senior-round",
     .severity = Severity::kError,
     .title = {"住院满7天的病历应有主任（副主任）医师查房记录",
               "A stay of a week has a round of a chief or associate chief physician"},
     .judged =
         {"住院满7天的病历：整个住院期间至少有一份病程记录（查房、会诊、讨论均计）由主任或副主任医"
          "师"
          "参加或签名。核心制度要求最高级别医师每周至少查房2次；频次由时限检查评价；天数可调。",
          "Stays of seven days and more: at least one note of the course, of any kind, with a "
          "chief or associate chief physician. The core system asks for two rounds a week; "
          "how often is judged elsewhere. The days are an option."},
     .exceptions =
         {"不足7天的、日间的不评价；人员表中没有主任（副主任）医师的降为建议：条文只说三级医师中"
          "最高级别；医师职称不明、单份文书无法判定。",
          "Not for shorter stays and day cases. A warning only where no such physician is among "
          "the "
          "staff: the article speaks of the highest of three levels. Undecided where titles are "
          "not known, and for a lone document."},
     .advice = {"安排主任（副主任）医师查房并记录。",
                "Have a chief or associate chief physician round and record it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks

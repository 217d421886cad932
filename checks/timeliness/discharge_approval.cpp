// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/attendance.h"
#include "check/deadline.h"
#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time, Duration> kMissing{
    "missing", "出院于{0}，此前{1}内未见上级医师同意出院的病程记录。",
    "discharge was at {0}; in the {1} before it no note tells that a senior physician agreed."};

constexpr Option<Duration> kWithin{"limit", Duration{48 * 60}, "出院前多长时间内",
                                   "time before discharge"};
constexpr Option<WordList> kWords{
    "words", {"出院"}, "表明同意出院的用语", "words that tell of the agreement"};

constexpr Missing kDisposition{"disposition", "离院方式", "how the patient left"};

constexpr Citation kBasis[] = {{"ZJ", "日常病程记录9"}};
constexpr int kCore[] = {2, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kWithin, kWords};

bool senior(Title title) {
  return title == Title::kAttending || title == Title::kAssociateChief || title == Title::kChief;
}

enum class Agreed : std::uint8_t { kNo, kMaybe, kYes };

// Whether the note tells, in the time before discharge, that a senior physician let the patient go.
Agreed agreed(const Chart& chart, const Document& note, const Time& discharged,
              const Options& options) {
  if (!is_course_note(note.type) || !tells_any(note, options[kWords])) return Agreed::kNo;
  const auto& at = note.recorded ? note.recorded : note.completed;
  if (!at) return Agreed::kMaybe;
  if (certainly_after(at->value, discharged)) return Agreed::kNo;
  const Within state = within(at->value, discharged, options[kWithin]);
  if (state == Within::kNo) return Agreed::kNo;
  const Attendance attendance = attendance_of(chart, note);
  const bool seen = std::any_of(attendance.titles.begin(), attendance.titles.end(), senior);
  const bool signed_off = std::any_of(
      note.signatures.begin(), note.signatures.end(),
      [&](const Signature& signature) { return senior(chart.title_of(signature.person)); });
  if ((seen || signed_off) && state == Within::kYes) return Agreed::kYes;
  return seen || signed_off || attendance.unknown ? Agreed::kMaybe : Agreed::kNo;
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Encounter& stay = chart.encounter;
  if (stay.kind.value != EncounterKind::kInpatient || chart.dead() || !stay.discharged) return;
  const Disposition left = stay.disposition.value;
  if (left != Disposition::kHome && left != Disposition::kUnknown) return;
  const Time& discharged = stay.discharged.value();
  const Span where = stay.discharged.span();
  if (!stay.admitted) return report.undecided(of_chart(), missing::kAdmissionTime, where);
  const Duration limit = options[kWithin];
  if (within(stay.admitted.value(), discharged, limit) != Within::kNo) return;
  Agreed best = Agreed::kNo;
  for (const Document& note : chart.documents) {
    best = std::max(best, agreed(chart, note, discharged, options));
  }
  if (best == Agreed::kYes) {
    report.pass(of_chart());
  } else if (!chart.complete) {
    report.undecided(of_chart(), missing::kRestOfChart, where);
  } else if (left == Disposition::kUnknown) {
    report.undecided(of_chart(), kDisposition, where);
  } else if (best == Agreed::kMaybe) {
    report.undecided(of_chart(), missing::kTitle, where);
  } else {
    report.fail(kMissing, of_chart(), where, discharged, limit);
  }
}

}  // namespace

extern constinit const Check timeliness_discharge_approval{
    {.id = "timeliness-discharge-approval-48h",
     .severity = Severity::kWarning,
     .title = {"出院前48小时内应有上级医师同意出院的病程记录（地方标准）",
               "A senior physician agrees to the discharge within 48 hours before it (local)"},
     .judged =
         {"住院满48小时、医嘱离院的病历：出院前48小时内有主治及以上医师查房或签名、写到“出院”的病程"
          "记录。地方评分表的要求，国家规范没有此项；时长和用语可调。",
          "Stays of 48 hours and more that end by a physician's order: a note of the last 48 "
          "hours that speaks of the discharge, with an attending or chief physician. A local "
          "sheet asks for it; time and words are options."},
     .exceptions =
         {"死亡、转院、非医嘱离院、日间和住院不足48小时的不评价；离院方式、医师职称不明的无法判"
          "定。",
          "Not for deaths, transfers, leaving against advice, day cases and shorter stays; "
          "undecided where it is not known how the patient left, or a physician's title."},
     .advice = {"出院前由主治及以上医师查房同意，并记入病程记录。",
                "Have an attending or chief physician agree on a round and record it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
// Probe of duplication-copy-error: words for days.
#include <algorithm>

#include "checks/consistency/day_verdict.h"
#include "checks/duplication/copy_error.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

constexpr Bilingual kSurgeryTime{"手术时间", "the time of the surgery"};
constexpr Bilingual kAdmission{"入院时间", "the time of admission"};

bool counts_days(DayClaim claim) {
  return claim == DayClaim::kPostopDay || claim == DayClaim::kStayDay;
}

class DayJudge {
 public:
  DayJudge(const CopyJudge& judge, const NoteOfDay& note, const Surgeries& surgeries)
      : judge_(judge),
        note_(note),
        surgeries_(surgeries),
        subject_(of(judge.chart, note.document, "day")) {}

  // Whether something was reported.
  bool read(const ToldPiece<TimeWords>& said) {
    for (const TimeWords& words : said.words) {
      if (!names_surgery(judge_.chart, words)) continue;
      const Part place = part_of_piece(said.piece, words.from, words.to);
      const auto copy = judge_.find(note_.document, place);
      if (copy && tell(words, place, *copy)) return true;
    }
    return false;
  }
  void finish() {
    if (agreed_) judge_.report.pass(subject_);
  }

 private:
  bool tell(const TimeWords& words, const Part& place, const CopiedWords& copy) {
    const DayVerdict verdict = judge_day(note_, words);
    if (verdict == DayVerdict::kUndecided) {
      judge_.report.undecided(subject_, missing_of(note_, words), span_of(place));
      return true;
    }
    const auto source = note_of_day(judge_.chart, *copy.source, surgeries_);
    if (verdict == DayVerdict::kConflicts) {
      conflict(words, place, copy, source && judge_day(*source, words) == DayVerdict::kAgrees);
      return true;
    }
    if (source && counts_days(words.claim) && frozen(*source, words)) {
      const auto apart = static_cast<int>((note_.days.first - source->days.last).count());
      place_copy(judge_.report.fail(kFrozen, subject_, note_.document.span, note_.document.type,
                                    words_at(place), apart),
                 place, copy)
          .weaker(Severity::kWarning);
      return true;
    }
    agreed_ |= verdict == DayVerdict::kAgrees;
    return false;
  }

  void conflict(const TimeWords& words, const Part& place, const CopiedWords& copy,
                bool right_in_source) {
    const Document& document = note_.document;
    const bool admission = claims_admission(words.claim);
    Outcome& outcome = judge_.report.fail(kDay, subject_, document.span, document.type,
                                          words_at(place), written(document).value);
    place_copy(outcome, place, copy)
        .note(kFact, fact_of(judge_.chart, words.claim).span(),
              admission ? kAdmission : kSurgeryTime);
    if (!right_in_source) outcome.weaker(Severity::kWarning);
  }

  // Days go by from one note to the other, and the count stays. Another surgery may begin it anew.
  bool frozen(const NoteOfDay& source, const TimeWords& words) const {
    if (words.may_look_back || note_.days.first <= source.days.last) return false;
    if (words.claim == DayClaim::kStayDay) return true;
    return std::none_of(
        judge_.chart.surgeries.begin(), judge_.chart.surgeries.end(), [&](const Surgery& surgery) {
          if (surgery.cancelled) return false;
          if (!surgery.start) return true;
          const Time& start = surgery.start.value();
          return start.precision < Precision::kDay || start.local_day() >= source.days.first;
        });
  }

  const CopyJudge& judge_;
  const NoteOfDay& note_;
  const Surgeries& surgeries_;
  Subject subject_;
  bool agreed_ = false;
};

}  // namespace

void probe_days(const CopyJudge& judge) {
  const Surgeries surgeries = surgery_days(judge.chart);
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.copied(document)) continue;
    const auto note = note_of_day(judge.chart, document, surgeries);
    if (!note) continue;
    DayJudge day(judge, *note, surgeries);
    bool told = false;
    for (const auto& said : told_pieces<&day_words>(judge.chart, document, judge.report)) {
      told = told || day.read(said);
    }
    if (!told) day.finish();
  }
}

}  // namespace emrlint::checks

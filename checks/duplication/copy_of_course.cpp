// SPDX-License-Identifier: Apache-2.0
// Probes of duplication-copy-error: fever and the condition, as copied from an earlier day.
#include <algorithm>

#include "checks/consistency/day_verdict.h"
#include "checks/consistency/measured.h"
#include "checks/consistency/pieces.h"
#include "checks/duplication/copy_error.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

constexpr double kFever = 38.0;  // ℃
constexpr Bilingual kTemperature{"体温测量", "the temperature"};
constexpr Bilingual kDeath{"死亡时间", "the time of death"};

// Of the words of a text, the places of those that are read as `reading`. None where the text also
// uses one of them otherwise, so that it tells how it went.
template <std::size_t N>
std::vector<Part> places_of(const Piece& piece, const std::string_view (&words)[N],
                            const Reading& reading) {
  std::vector<Part> places;
  std::optional<Narrative> narrative;
  for (const std::string_view word : words) {
    for (std::size_t at = find_word(piece.text.value, word); at != std::string_view::npos;
         at = find_word(piece.text.value, word, at + word.size())) {
      if (!narrative) narrative.emplace(piece.text.value);
      if (narrative->reading(at, at + word.size()) != reading) return {};
      const std::size_t from =
          reading.polarity == Polarity::kNegated ? narrative->clause_begin(at) : at;
      places.push_back(part_of_piece(piece, from, at + word.size()));
    }
  }
  return places;
}

// The fever that was measured on the day of the note before it was written.
const Measured* fever_before(const std::vector<Measured>& measured, const Time& note) {
  const auto found = std::find_if(measured.begin(), measured.end(), [&](const Measured& one) {
    const Time& at = one.from->at->value;
    return one.kind->vital == Vital::kTemperature && one.value >= kFever &&
           at.precision >= Precision::kDay && at.local_day() == note.local_day() &&
           !certainly_after(at, note);
  });
  return found == measured.end() ? nullptr : &*found;
}

// 无发热, 体温正常 in a note; not 现无发热, which may have been otherwise an hour before.
std::vector<Part> no_fever(const Piece& piece) {
  constexpr std::string_view kFeverWords[] = {"发热", "发烧"};
  constexpr std::string_view kEnglish[] = {"afebrile", "Afebrile"};
  constexpr std::string_view kOther[] = {"退热", "热退", "最高", "高峰", "Tmax"};
  constexpr std::string_view kNow[] = {"现", "目前", "今", "now"};
  const std::string_view text = piece.text.value;
  if (std::any_of(std::begin(kOther), std::end(kOther),
                  [&](std::string_view word) { return holds(text, word); })) {
    return {};
  }
  std::vector<Part> places = places_of(piece, kFeverWords, {.polarity = Polarity::kNegated});
  if (places.empty()) places = places_of(piece, kEnglish, {});
  std::erase_if(places, [&](const Part& place) {
    return std::any_of(std::begin(kNow), std::end(kNow),
                       [&](std::string_view word) { return holds(words_at(place), word); });
  });
  return places;
}

void judge_fever(const CopyJudge& judge, const NoteOfDay& note,
                 const std::vector<Measured>& measured) {
  const Document& document = note.document;
  const Subject subject = of(judge.chart, document, "fever");
  bool copied = false;
  for (const Piece& piece : pieces_of(document)) {
    if (!of_the_day(piece.section)) continue;
    for (const Part& place : no_fever(piece)) {
      const auto copy = judge.find(document, place);
      if (!copy) continue;
      copied = true;
      const Time& at = written(document).value;
      const Measured* const fever = fever_before(measured, at);
      if (fever == nullptr) continue;
      const Observation& seen = *fever->from;
      if (!certainly_before(seen.at->value, at)) {
        return judge.report.undecided(subject, missing::kClockTime, span_of(place));
      }
      place_copy(judge.report.fail(kFeverTold, subject, document.span, document.type,
                                   words_at(place), seen.at->value,
                                   std::string(seen.value.value) + std::string(seen.unit.value)),
                 place, *copy)
          .note(kFact, seen.value.span, kTemperature);
      return;
    }
  }
  if (copied) judge.report.pass(subject);
}

// The document tells how the patient was when the stay ended, or was written after the death.
bool after_death(const Chart& chart, const Document& document, SectionType section) {
  if (section == SectionType::kDischargeCondition) return true;
  if (!of_the_day(section) || (!document.recorded && !document.completed)) return false;
  return certainly_after(written(document).value, chart.encounter.died.value());
}

void judge_death(const CopyJudge& judge, const Document& document) {
  constexpr std::string_view kWell[] = {"一般情况好", "一般情况良好", "一般情况可", "病情平稳",
                                        "病情稳定"};
  const Chart& chart = judge.chart;
  const Subject subject = of(chart, document, "died");
  for (const Piece& piece : pieces_of(document)) {
    if (!after_death(chart, document, piece.section)) continue;
    for (const Part& place : places_of(piece, kWell, {})) {
      const auto copy = judge.find(document, place);
      if (!copy) continue;
      const TimeFact& died = chart.encounter.died;
      place_copy(judge.report.fail(kDied, subject, document.span, document.type, words_at(place),
                                   died.value()),
                 place, *copy)
          .note(kFact, died.span(), kDeath);
      return;
    }
  }
}

}  // namespace

void probe_course(const CopyJudge& judge) {
  const Surgeries surgeries = surgery_days(judge.chart);
  const std::vector<Measured> measured = measurements(judge.chart);
  const bool died = judge.chart.encounter.died.known();
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.copied(document) || of_other_person(judge.chart, document)) continue;
    if (died) judge_death(judge, document);
    const auto note = note_of_day(judge.chart, document, surgeries);
    if (note && !measured.empty()) judge_fever(judge, *note, measured);
  }
}

}  // namespace emrlint::checks

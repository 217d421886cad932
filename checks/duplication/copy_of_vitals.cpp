// SPDX-License-Identifier: Apache-2.0
// Probe of duplication-copy-error: vital signs that stay the same for days, unlike those measured.
#include <algorithm>
#include <array>
#include <set>

#include "checks/consistency/day_verdict.h"
#include "checks/consistency/measured.h"
#include "checks/consistency/told_pieces.h"
#include "checks/consistency/vital_words.h"
#include "checks/duplication/copy_error.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

constexpr std::size_t kDays = 3;
constexpr std::size_t kSigns = 3;  // Of which one value may well be the same by chance.
constexpr double kSame = 1e-6;     // Both were written in decimals.
constexpr Bilingual kMeasuredThen{"当日的测量", "what was measured on that day"};

using Signs = std::array<std::optional<double>, 5>;  // By Vital: temperature to diastolic.

// The vital signs that a note quotes.
struct Quoted {
  NoteOfDay note;
  Signs values{};
  std::vector<Part> places;

  std::size_t count() const {
    return static_cast<std::size_t>(std::count_if(values.begin(), values.end(),
                                                  [](const auto& one) { return one.has_value(); }));
  }
};

Quoted quoted_in(const NoteOfDay& note, Report& report) {
  Quoted quoted{note, {}, {}};
  for (const auto& told : told_pieces<&vital_words>(note.chart, note.document, report)) {
    if (!of_the_day(told.piece.section)) continue;
    for (const VitalWords& said : told.words) {
      const auto sign = static_cast<std::size_t>(said.vital);
      if (sign >= quoted.values.size()) continue;
      quoted.values[sign] = said.value;
      quoted.places.push_back(part_of_piece(told.piece, said.from, said.to));
    }
  }
  return quoted;
}

class VitalJudge {
 public:
  VitalJudge(const CopyJudge& judge, const std::vector<Measured>& measured)
      : judge_(judge), measured_(measured) {}

  // Notes in the order in which they were written.
  void take(Quoted quoted) {
    if (quoted.count() >= kSigns) judge(quoted);
    notes_.push_back(std::move(quoted));
  }

 private:
  void judge(const Quoted& here) {
    const auto day = here.note.days.last;
    std::set<std::chrono::sys_days> days{day};
    bool said = false;
    for (const Quoted& earlier : notes_) {
      if (earlier.values != here.values) continue;
      said |= days.size() >= kDays;
      days.insert(earlier.note.days.last);
    }
    if (days.size() < kDays || said) return;
    std::optional<CopiedWords> copy;
    for (const Part& place : here.places) {
      copy = judge_.find(here.note.document, place);
      if (!copy) return;
    }
    const Subject subject = of(judge_.chart, here.note.document, "vitals");
    if (!judge_.chart.sources.has(Source::kObservations)) {
      return judge_.report.undecided(subject, missing_source(Source::kObservations),
                                     span_of(here.places.front()));
    }
    const Measured* const other = other_value(here, day);
    if (other == nullptr || !vary(days)) return;
    place_copy(judge_.report.fail(kVitals, subject, here.note.document.span,
                                  here.note.document.type, static_cast<int>(days.size())),
               here.places.front(), *copy)
        .note(kFact, other->from->value.span, kMeasuredThen)
        .weaker(Severity::kWarning);
  }

  // A measurement of the day, where two signs or more were measured and none as it is quoted.
  const Measured* other_value(const Quoted& here, std::chrono::sys_days day) const {
    const Measured* found = nullptr;
    std::set<Vital> signs;
    for (const Measured& one : measured_) {
      const auto sign = static_cast<std::size_t>(one.kind->vital);
      if (sign >= here.values.size() || !here.values[sign]) continue;
      if (one.from->at->value.local_day() != day) continue;
      if (std::abs(one.value - *here.values[sign]) < kSame) return nullptr;
      signs.insert(one.kind->vital);
      if (found == nullptr || one.kind->vital < found->kind->vital) found = &one;
    }
    return signs.size() >= 2 ? found : nullptr;
  }

  // Whether some sign was measured otherwise on some of the days than on others.
  bool vary(const std::set<std::chrono::sys_days>& days) const {
    std::array<std::set<double>, 5> values;
    for (const Measured& one : measured_) {
      const auto sign = static_cast<std::size_t>(one.kind->vital);
      if (sign < values.size() && days.contains(one.from->at->value.local_day())) {
        values[sign].insert(one.value);
      }
    }
    return std::any_of(values.begin(), values.end(),
                       [](const std::set<double>& seen) { return seen.size() > 1; });
  }

  const CopyJudge& judge_;
  const std::vector<Measured>& measured_;
  std::vector<Quoted> notes_;
};

}  // namespace

void probe_vitals(const CopyJudge& judge) {
  const Surgeries surgeries = surgery_days(judge.chart);
  const std::vector<Measured> measured = measurements(judge.chart);
  std::vector<NoteOfDay> notes;
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.involved(document)) continue;
    if (const auto note = note_of_day(judge.chart, document, surgeries)) notes.push_back(*note);
  }
  std::vector<const NoteOfDay*> order;
  for (const NoteOfDay& note : notes) order.push_back(&note);
  std::stable_sort(order.begin(), order.end(), [](const NoteOfDay* a, const NoteOfDay* b) {
    return written(a->document).value.earliest < written(b->document).value.earliest;
  });
  VitalJudge vitals(judge, measured);
  for (const NoteOfDay* const note : order) vitals.take(quoted_in(*note, judge.report));
}

}  // namespace emrlint::checks

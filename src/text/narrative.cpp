// SPDX-License-Identifier: Apache-2.0
#include "text/narrative.h"

#include <algorithm>
#include <iterator>

#include "text/word_index.h"

namespace emrlint {

// The state behind a mark. `last` is the mark before it.
Narrative::State Narrative::after(const State& before, const Mark& mark, const Mark* last) const {
  State state = before;
  Reading& r = state.reading;
  // 否认有, 未见明显: a verb right behind the negation is part of it.
  const bool behind_negation =
      last != nullptr && last->to == mark.from && r.polarity == Polarity::kNegated;
  switch (mark.kind) {
    case Kind::kStop:
    case Kind::kSemicolon:
    case Kind::kQuestion: {
      const Who who = mark.kind == Kind::kStop ? state.base : r.who;
      return {{Polarity::kAffirmed, Mode::kActual, who}, state.base, false, mark.to, mark.to};
    }
    case Kind::kComma:
      state.clause = mark.to;
      r.polarity = Polarity::kAffirmed;
      if (r.mode == Mode::kPlanned) r.mode = Mode::kActual;
      return state;
    case Kind::kColon:
      state.clause = mark.to;
      r.polarity = Polarity::kAffirmed;
      return state;
    case Kind::kDenies:
      state.denied = true;
      [[fallthrough]];
    case Kind::kNegates:
      r.polarity = Polarity::kNegated;
      return state;
    case Kind::kDoubts:
    case Kind::kDoubtsBoth:
      r.polarity = Polarity::kUncertain;
      return state;
    case Kind::kAsserts:
      if (!behind_negation) {
        r.polarity = Polarity::kAffirmed;
        state.denied = false;
      }
      return state;
    case Kind::kBlurs:
      if (r.polarity == Polarity::kNegated && !behind_negation) r.polarity = Polarity::kUncertain;
      return state;
    case Kind::kPlans:
      if (r.mode != Mode::kHypothetical) r.mode = Mode::kPlanned;
      return state;
    case Kind::kSupposes:
      r.mode = Mode::kHypothetical;
      return state;
    case Kind::kWas:
      if (r.mode == Mode::kActual) r.mode = Mode::kHistorical;
      return state;
    case Kind::kIs:
      if (r.mode == Mode::kHistorical) r.mode = Mode::kActual;
      return state;
    case Kind::kPatient:
      r.who = Who::kPatient;
      return state;
    case Kind::kFamily:
      r.who = Who::kFamily;
      return state;
    case Kind::kNewborn:
      r.who = Who::kNewborn;
      return state;
    case Kind::kOther:
      r.who = Who::kOther;
      return state;
    case Kind::kHeading: {
      const std::string_view name = text_.substr(mark.from, mark.to - mark.from);
      const bool past = name == "既往史" || name == "手术史";
      const Mode mode = past ? Mode::kHistorical : Mode::kActual;
      return {{Polarity::kAffirmed, mode, Who::kPatient},
              Who::kPatient,
              false,
              state.clause,
              state.sentence};
    }
    case Kind::kFamilyHistory:
      r.who = Who::kFamily;
      if (stands_at(text_, mark.to, "：") || stands_at(text_, mark.to, ":")) state.base = r.who;
      return state;
    default:
      return state;
  }
}

Narrative::Narrative(std::string_view text, Who who) : text_(text) {
  start_.base = start_.reading.who = who;
}

// The last mark that begins before byte `at`.
const Narrative::Mark* Narrative::last_before(std::size_t at) const {
  if (!read_) read();
  const auto next =
      std::lower_bound(marks_.begin(), marks_.end(), at,
                       [](const Mark& mark, std::size_t place) { return mark.from < place; });
  return next == marks_.begin() ? nullptr : &*(next - 1);
}

// Whether nothing but the end of the clause follows.
bool Narrative::closes_clause(const Mark* mark) const {
  std::size_t to = mark->to;
  while (stands_at(text_, to, "）") || stands_at(text_, to, ")")) to += char_length(text_, to);
  if (to >= text_.size()) return true;
  const Mark* next = mark + 1;
  return next < marks_.data() + marks_.size() && next->from == to && parts(next->kind);
}

// What stands behind the mention in its clause.
void Narrative::read_back(std::size_t to, Reading& reading, bool denied) const {
  // From the first mark that reaches beyond it: 过敏史 behind 药物过敏.
  const auto first = std::partition_point(marks_.begin(), marks_.end(),
                                          [&](const Mark& mark) { return mark.to <= to; });
  const Mark* mark = marks_.data() + (first - marks_.begin());
  bool decided = false;
  // No clause that can be understood holds so many cues.
  const Mark* const end = marks_.data() + marks_.size();
  for (int left = 64; mark < end && left > 0; ++mark, --left) {
    const Kind kind = mark->kind;
    if (kind == Kind::kQuestion && !decided) reading.polarity = Polarity::kUncertain;
    if (parts(kind) || kind == Kind::kHeading) return;
    if (kind == Kind::kFamilyHistory) reading.who = Who::kFamily;
    if (kind == Kind::kWasBack) {
      if (reading.mode == Mode::kActual) reading.mode = Mode::kHistorical;
      if (denied && reading.polarity == Polarity::kAffirmed)
        reading.polarity = Polarity::kUncertain;
    }
    if (decided) continue;
    const bool closes = closes_clause(mark);
    if (kind == Kind::kNegatesBack || (kind == Kind::kNegates && closes)) {
      if (reading.polarity == Polarity::kAffirmed) reading.polarity = Polarity::kNegated;
      decided = true;
    } else if (kind == Kind::kDoubtsBack || kind == Kind::kDoubtsBoth ||
               (kind == Kind::kDoubts && closes)) {
      reading.polarity = Polarity::kUncertain;
      decided = true;
    } else if (kind == Kind::kAssertsBack || kind == Kind::kAsserts || kind == Kind::kNegates ||
               kind == Kind::kDenies || kind == Kind::kDoubts) {
      decided = true;
    }
  }
}

Reading Narrative::reading(std::size_t from, std::size_t to) const {
  const Mark* last = last_before(from);
  const State& state = last == nullptr ? start_ : last->after;
  Reading reading = state.reading;
  constexpr std::string_view kAdjacent[] = {"未", "不", "非", "无"};
  const bool part_of_cue = last != nullptr && last->to >= from;  // 有无
  const bool adjacent =
      std::any_of(std::begin(kAdjacent), std::end(kAdjacent),
                  [&](std::string_view word) { return ends_at(text_, from, word); });
  if (!part_of_cue && adjacent) reading.polarity = Polarity::kNegated;
  read_back(to, reading, state.denied);
  return reading;
}

std::size_t Narrative::clause_begin(std::size_t at) const {
  const Mark* last = last_before(at);
  return last == nullptr ? 0 : last->after.clause;
}

std::size_t Narrative::clause_end(std::size_t at) const {
  const Mark* last = last_before(at);
  const Mark* next = last == nullptr ? marks_.data() : last + 1;
  return next == marks_.data() + marks_.size() ? text_.size() : next->clause_end;
}

std::size_t Narrative::sentence_begin(std::size_t at) const {
  const Mark* last = last_before(at);
  return last == nullptr ? 0 : last->after.sentence;
}

}  // namespace emrlint

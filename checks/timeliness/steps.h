// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TIMELINESS_STEPS_H_
#define EMRLINT_CHECKS_TIMELINESS_STEPS_H_

#include "check/report.h"

// What the native deadlines say alike: the timeline behind a finding.
namespace emrlint::checks {

inline constexpr Message<Bilingual, Time> kStep{"step", "{0}：{1}", "{0}: {1}"};
inline constexpr Message<Time> kLimitStep{"limit", "时限：{0}", "limit: {0}"};

// A moment with its name, as a step of a timeline.
struct Step {
  Bilingual name;
  Time at;
  Span span;
};

// Turns the notes of a finding into the timeline: what began, until when, what was done.
inline void add_timeline(Outcome& outcome, const Step& from, const Time& until, const Step& done) {
  outcome.timeline = true;
  outcome.note(kStep, from.span, from.name, from.at)
      .note(kLimitStep, from.span, until)
      .note(kStep, done.span, done.name, done.at);
}

// By how much `done` is over `until`, at least a minute.
inline Duration overrun(const Time& until, const Time& done) {
  const Duration over =
      std::chrono::floor<Duration>(done.earliest) - std::chrono::floor<Duration>(until.latest());
  return over < Duration(1) ? Duration(1) : over;
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TIMELINESS_STEPS_H_

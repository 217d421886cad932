// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_SURGERY_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_SURGERY_H_

#include <cstdint>
#include <initializer_list>
#include <optional>

#include "check/report.h"
#include "model/chart.h"

// What the perioperative checks share: to which surgeries a rule applies, how times stand to their
// own, and what is said where something is absent.
namespace emrlint::checks {

enum class Answer : std::uint8_t { kNo, kYes, kUnknown };

// Whether `a` is no later than `b`; minutes count.
Answer no_later(const Time& a, const Time& b);

// Where a finding about something absent points: the start of the surgery that called for it.
Span called_for_at(const Surgery& surgery);

// The surgeries of an outpatient are not judged by rules for inpatients.
bool outside_hospital(const Chart& chart);
// Set when the chart does not tell whether such a rule applies.
std::optional<Missing> kind_doubt(const Chart& chart);

// Why something that was not found may be there all the same: a lone document, one that broke off.
std::optional<Missing> unread_doubt(const Chart& chart);

// Whether the surgery certainly began before that moment.
bool begun_before(const Surgery& surgery, const std::optional<Located<Time>>& at);

// Whether an anaesthetist gave the anaesthesia. Local anaesthesia by the surgeon is none.
Answer by_anesthetist(const Surgery& surgery);

// What bears on saying that something is absent.
struct Absence {
  std::optional<Time> until;         // It may still come while the clock has not passed this.
  std::optional<Missing> doubt;      // Why it can't be told.
  std::optional<Severity> severity;  // Weaker than the card's.
};
// Says that what surgery `index` calls for is absent: due, undecided or failed.
void say_absent(const Chart& chart, std::size_t index, const Message<Surgery>& message,
                const Absence& absence, Report& report);

// The two moments up to which something may still come; empty when not known.
std::optional<Time> start_of(const Surgery& surgery);
std::optional<Time> end_of(const Surgery& surgery);

// The first of several reasons that is set.
std::optional<Missing> first_of(std::initializer_list<std::optional<Missing>> doubts);
// A reason if `when` holds.
std::optional<Missing> doubt_if(bool when, const Missing& what);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_SURGERY_H_

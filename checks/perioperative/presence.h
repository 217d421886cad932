// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_PRESENCE_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_PRESENCE_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "check/fact.h"
#include "check/report.h"

// Who is at work on which patient from when to when, and whether one person is with two patients at
// a time: what the checks on overlapping surgeries and anaesthesias share.
namespace emrlint::checks {

struct Presence {
  std::size_t surgery = 0;
  Role role = Role::kUnknown;
  const Person* person = nullptr;
  std::string_view department;  // Where the person's own is not told.
  std::optional<Time> start, end;
  Span where = {};  // Empty: where the surgery stands.
};
// The marks of their facts.
enum PresenceMark : std::size_t {
  kPatient,
  kIdCard,
  kPatientName,
  kStaffId,
  kStaffName,
  kDepartment,
};

// Adds the facts of a presence: by the number of the person in the hospital, and by the name.
void emit_presence(const Chart& chart, const Presence& presence, Duration limit,
                   std::vector<Fact>& facts);

using OverlapMessage = Message<Time, Time, Role, Time, Time, Role, Duration, Duration>;
using OtherMessage = Message<std::string_view, Time, Time>;

struct OverlapWords {
  const OverlapMessage& overlap;
  const OtherMessage& other;
  const Missing& times;  // What is missing where the interval is not known.
};
// Judges the presences of one person, or of one name.
void judge_presences(std::span<const Fact> facts, const OverlapWords& words, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_PRESENCE_H_

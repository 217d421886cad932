// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_STATES_H_
#define EMRLINT_REVIEW_STATES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/lang.h"
#include "base/result.h"

// What people may say of a finding, and in which order.
namespace emrlint::review {

// A state as files and the command line have it, and as people read it.
struct StateName {
  std::string_view id;
  Bilingual text;
};

// Of a reviewer: does the finding hold?
enum class Verdict : std::uint8_t { kNone, kConfirmed, kRefuted, kUnclear };
// Of an appeal: upheld means that the finding does not hold.
enum class Decision : std::uint8_t { kNone, kUpheld, kRejected };
// What became of the defect. From modified it goes on to confirmed, or is sent back.
enum class Rectification : std::uint8_t { kUnmodified, kModified, kConfirmed };
// All of it in one word; see state_of().
enum class State : std::uint8_t {
  kNew,
  kConfirmed,
  kUnclear,
  kAppealed,
  kModified,
  kRectified,
  kRefuted,
  kUpheld
};
// What a change is of.
enum class Field : std::uint8_t {
  kReviewer,
  kVerdict,
  kAppeal,
  kDecision,
  kRectification,
  kComment
};
inline constexpr int kFields = 6;

const StateName& name(Verdict verdict);
const StateName& name(Decision decision);
const StateName& name(Rectification rectification);
const StateName& name(State state);
const StateName& name(Field field);

// From an id or from what people read in either language; empty for anything else.
std::optional<Verdict> verdict_from(std::string_view word);
std::optional<Decision> decision_from(std::string_view word);
std::optional<Rectification> rectification_from(std::string_view word);
std::optional<State> state_from(std::string_view word);
std::optional<Field> field_from(std::string_view id);
// "confirmed, refuted, unclear": what a field takes, for messages. Empty where it takes any text.
std::string words_of(Field field, Lang lang);

// Who did something, and when (ISO 8601, to the second or as precise as it was given).
struct Act {
  std::string by, at;
};

// Everything people said of one finding. Without a fingerprint: nobody said anything.
struct Review {
  std::string fingerprint, chart, check;
  std::string run;       // Where the finding was seen when something was last said of it.
  std::string reviewer;  // To whom it was given.
  Verdict verdict = Verdict::kNone;
  Decision decision = Decision::kNone;
  Rectification rectification = Rectification::kUnmodified;
  std::string appeal, comment;  // As they were typed.
  Act acts[kFields];            // Of the last change, by Field.
  std::int64_t revision = 0;    // The last change of it in the history, which counts from 1.

  const Act& act(Field field) const { return acts[static_cast<int>(field)]; }
  // What the field says: a text, or the id of a state; empty where nothing was said.
  std::string_view value(Field field) const;
};

// The state that decides what is to be done next. What was refuted, upheld or rectified is over.
State state_of(const Review& review);
bool over(State state);

// Whether people found the finding to be right: by the appeal if one was decided on, else by the
// verdict. Empty where nobody did, or nobody was sure. A verdict of refuted always counts.
std::optional<bool> holds(const Review& review);

// Something new of one field: a text, or a state in a word of either language.
struct Change {
  Field field;
  std::string value;
};

// As Review::value() has it, without blanks around it; a view of the change.
std::string_view value_of(const Change& change);
// Whether it changes something: another value, or a new appeal after the decision on the last one.
bool is_new(const Review& before, const Change& change);
// Why it may not be said at this point of time, if so; null also where it is not new.
std::optional<Error> refusal(const Review& before, const Change& change, const Act& act);
// The review with a change that is new and not refused.
Review changed(const Review& before, const Change& change, const Act& act);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_STATES_H_

// SPDX-License-Identifier: Apache-2.0
#include "review/states.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "base/time.h"
#include "source/utf8.h"

namespace emrlint::review {
namespace {

constexpr std::array<StateName, 4> kVerdicts = {{
    {"none", {"未审核", "not reviewed"}},
    {"confirmed", {"属实", "confirmed"}},
    {"refuted", {"不属实", "refuted"}},
    {"unclear", {"不能确定", "unclear"}},
}};
constexpr std::array<StateName, 3> kDecisions = {{
    {"none", {"未决定", "not decided"}},
    {"upheld", {"申诉成立", "upheld"}},
    {"rejected", {"申诉不成立", "rejected"}},
}};
constexpr std::array<StateName, 3> kRectifications = {{
    {"unmodified", {"未修改", "unmodified"}},
    {"modified", {"已修改", "modified"}},
    {"confirmed", {"确认", "confirmed"}},
}};
constexpr std::array<StateName, 8> kStates = {{
    {"new", {"待审核", "new"}},
    {"confirmed", {"属实待改", "confirmed"}},
    {"unclear", {"不能确定", "unclear"}},
    {"appealed", {"申诉中", "appealed"}},
    {"modified", {"已改待确认", "modified"}},
    {"rectified", {"整改已确认", "rectified"}},
    {"refuted", {"不属实", "refuted"}},
    {"upheld", {"申诉成立", "appeal upheld"}},
}};
constexpr std::array<StateName, kFields> kFieldNames = {{
    {"reviewer", {"审核人", "reviewer"}},
    {"verdict", {"审核结论", "verdict"}},
    {"appeal", {"申诉", "appeal"}},
    {"decision", {"申诉结论", "decision"}},
    {"rectification", {"整改", "rectification"}},
    {"comment", {"备注", "comment"}},
}};

struct TextLimits {
  std::size_t bytes;
  bool lines;  // It may have several.
};
constexpr TextLimits kAnyText{16'384, true};
constexpr TextLimits kPerson{200, false};

template <typename Enum>
std::optional<Enum> find(std::span<const StateName> names, std::string_view word) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const StateName& name = names[i];
    if (word == name.id || word == name.text.zh || word == name.text.en) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

std::span<const StateName> states_of(Field field) {
  switch (field) {
    case Field::kVerdict:
      return std::span(kVerdicts).subspan(1);  // Nothing that was said is taken back to none.
    case Field::kDecision:
      return std::span(kDecisions).subspan(1);
    case Field::kRectification:
      return kRectifications;
    default:
      return {};
  }
}

Error not_now(const char* zh, const char* en) { return {zh, en, {}}; }

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\n";
  const std::size_t begin = std::min(text.find_first_not_of(kBlank), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

// What people typed has to be UTF-8 without control characters.
std::optional<Error> bad_text(std::string_view text, Bilingual what, const TextLimits& limits) {
  const bool control = std::any_of(text.begin(), text.end(), [&](char c) {
    const bool line = limits.lines && (c == '\n' || c == '\t');
    return (static_cast<unsigned char>(c) < ' ' && !line) || c == '\x7F';
  });
  const std::string zh(what.zh), en(what.en);
  if (trimmed(text).empty()) {
    return Error{zh + "是空的", en + " is blank", {}};
  }
  if (text.size() > limits.bytes) {
    return Error{zh + "过长，超过" + std::to_string(limits.bytes) + "字节",
                 en + " has more than " + std::to_string(limits.bytes) + " bytes",
                 {}};
  }
  if (control || first_invalid_utf8(text) != text.size()) {
    return Error{zh + "含有控制字符或不是UTF-8", en + " has control characters or is not UTF-8", {}};
  }
  return std::nullopt;
}

std::optional<Error> unknown_word(const Change& change) {
  const Field field = change.field;
  if (states_of(field).empty()) {
    const bool person = field == Field::kReviewer;
    return bad_text(change.value, name(field).text, person ? kPerson : kAnyText);
  }
  const bool known = field == Field::kVerdict    ? verdict_from(change.value).has_value()
                     : field == Field::kDecision ? decision_from(change.value).has_value()
                                                 : rectification_from(change.value).has_value();
  if (known && change.value != "none") return std::nullopt;
  return Error{std::string(name(field).text.zh) + "不能是“" + change.value + "”，应为：" +
                   words_of(field, Lang::kZh),
               std::string(name(field).text.en) + " cannot be \"" + change.value +
                   "\"; it is one of: " + words_of(field, Lang::kEn),
               {}};
}

std::optional<Error> bad_time(const Review& before, const Act& act) {
  const std::optional<Time> at = parse_iso_time(act.at);
  if (!at || at->precision < Precision::kDay) {
    return Error{"不是时间：" + act.at + "，应写作 2024-03-01T08:00",
                 "not a time: " + act.at + "; write 2024-03-01T08:00",
                 {}};
  }
  for (const Act& earlier : before.acts) {
    const std::optional<Time> time = parse_iso_time(earlier.at);
    if (!time || !certainly_before(*at, *time)) continue;
    return Error{"时间 " + act.at + " 早于此问题已有的记录（" + earlier.at + "）",
                 "the time " + act.at + " is before what was already said (" + earlier.at + ")",
                 {}};
  }
  return std::nullopt;
}

std::optional<Error> no_appeal(const Review& before) {
  switch (state_of(before)) {
    case State::kAppealed:
      return not_now("已有申诉，尚未决定", "there is an appeal that is not decided on");
    case State::kRefuted:
      return not_now("已判为不属实，无须申诉", "it was refuted: there is nothing to appeal against");
    case State::kUpheld:
      return not_now("申诉已成立", "an appeal was already upheld");
    case State::kRectified:
      return not_now("整改已确认，不能再申诉", "it was rectified: too late for an appeal");
    default:
      return std::nullopt;
  }
}

std::optional<Error> no_decision(const Review& before, const Act& act) {
  if (before.appeal.empty()) return not_now("没有申诉", "there is no appeal");
  if (before.decision != Decision::kNone) {
    return not_now("申诉已有结论；如有新的理由，须再次申诉",
                   "the appeal was already decided on; new reasons need a new appeal");
  }
  if (before.act(Field::kAppeal).by != act.by) return std::nullopt;
  return not_now("申诉人不能决定自己的申诉", "who appeals does not decide");
}

std::optional<Error> no_rectification(const Review& before, Rectification to, const Act& act) {
  const Rectification from = before.rectification;
  if (holds(before) == false) {
    return not_now("此问题不成立（不属实或申诉成立），无须整改",
                   "the finding does not hold (refuted, or the appeal upheld): nothing to rectify");
  }
  if (from == Rectification::kConfirmed) {
    return not_now("整改已确认，不能再改", "it was confirmed as rectified, which stays");
  }
  if (from == Rectification::kUnmodified && to == Rectification::kConfirmed) {
    return not_now("尚未修改，不能确认", "it was not modified yet: nothing to confirm");
  }
  if (to == Rectification::kConfirmed && before.act(Field::kRectification).by == act.by) {
    return not_now("修改人不能确认自己的整改", "who modified it does not confirm it");
  }
  return std::nullopt;
}

}  // namespace

const StateName& name(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }
const StateName& name(Decision decision) { return kDecisions[static_cast<std::size_t>(decision)]; }
const StateName& name(Rectification rectification) {
  return kRectifications[static_cast<std::size_t>(rectification)];
}
const StateName& name(State state) { return kStates[static_cast<std::size_t>(state)]; }
const StateName& name(Field field) { return kFieldNames[static_cast<std::size_t>(field)]; }

std::optional<Verdict> verdict_from(std::string_view word) {
  return find<Verdict>(kVerdicts, word);
}
std::optional<Decision> decision_from(std::string_view word) {
  if (word == "成立") return Decision::kUpheld;
  if (word == "不成立") return Decision::kRejected;
  return find<Decision>(kDecisions, word);
}
std::optional<Rectification> rectification_from(std::string_view word) {
  if (word == "已确认") return Rectification::kConfirmed;
  return find<Rectification>(kRectifications, word);
}
std::optional<State> state_from(std::string_view word) { return find<State>(kStates, word); }
std::optional<Field> field_from(std::string_view id) { return find<Field>(kFieldNames, id); }

std::string words_of(Field field, Lang lang) {
  std::string out;
  for (const StateName& state : states_of(field)) {
    out += out.empty() ? "" : lang == Lang::kZh ? "、" : ", ";
    out += lang == Lang::kZh ? state.text.zh : state.id;
    if (lang == Lang::kZh) out.append("（").append(state.id).append("）");
  }
  return out;
}

std::string_view Review::value(Field field) const {
  switch (field) {
    case Field::kReviewer:
      return reviewer;
    case Field::kVerdict:
      return verdict == Verdict::kNone ? std::string_view() : name(verdict).id;
    case Field::kAppeal:
      return appeal;
    case Field::kDecision:
      return decision == Decision::kNone ? std::string_view() : name(decision).id;
    case Field::kRectification:
      return name(rectification).id;
    case Field::kComment:
      break;
  }
  return comment;
}

State state_of(const Review& review) {
  if (review.verdict == Verdict::kRefuted) return State::kRefuted;
  if (review.decision == Decision::kUpheld) return State::kUpheld;
  if (review.rectification == Rectification::kConfirmed) return State::kRectified;
  if (!review.appeal.empty() && review.decision == Decision::kNone) return State::kAppealed;
  if (review.rectification == Rectification::kModified) return State::kModified;
  if (review.verdict == Verdict::kUnclear && review.decision == Decision::kNone) {
    return State::kUnclear;
  }
  return holds(review) ? State::kConfirmed : State::kNew;
}

bool over(State state) { return state >= State::kRectified; }

std::optional<bool> holds(const Review& review) {
  if (review.verdict == Verdict::kRefuted || review.decision == Decision::kUpheld) return false;
  if (review.verdict == Verdict::kConfirmed || review.decision == Decision::kRejected) return true;
  return std::nullopt;
}

std::string_view value_of(const Change& change) {
  switch (change.field) {
    case Field::kVerdict:
      return name(verdict_from(change.value).value_or(Verdict::kNone)).id;
    case Field::kDecision:
      return name(decision_from(change.value).value_or(Decision::kNone)).id;
    case Field::kRectification:
      return name(rectification_from(change.value).value_or(Rectification::kUnmodified)).id;
    default:
      return trimmed(change.value);
  }
}

bool is_new(const Review& before, const Change& change) {
  // The same words once more are a second appeal.
  if (change.field == Field::kAppeal && before.decision != Decision::kNone) return true;
  return value_of(change) != before.value(change.field);
}

std::optional<Error> refusal(const Review& before, const Change& change, const Act& act) {
  if (act.by.empty()) return not_now("须写明由谁（--by）", "say who does it (--by)");
  if (auto error = bad_text(act.by, {"操作人", "who does it"}, kPerson)) return error;
  if (auto error = unknown_word(change)) return error;
  if (!is_new(before, change)) return std::nullopt;
  if (auto error = bad_time(before, act)) return error;
  switch (change.field) {
    case Field::kAppeal:
      return no_appeal(before);
    case Field::kDecision:
      return no_decision(before, act);
    case Field::kRectification:
      return no_rectification(before, *rectification_from(change.value), act);
    default:
      return std::nullopt;
  }
}

Review changed(const Review& before, const Change& change, const Act& act) {
  Review after = before;
  after.acts[static_cast<int>(change.field)] = act;
  switch (change.field) {
    case Field::kReviewer:
      after.reviewer = value_of(change);
      break;
    case Field::kVerdict:
      after.verdict = verdict_from(change.value).value_or(Verdict::kNone);
      break;
    case Field::kAppeal:
      after.appeal = value_of(change);
      // An earlier appeal and what was decided on it stay in the history.
      after.decision = Decision::kNone;
      after.acts[static_cast<int>(Field::kDecision)] = {};
      break;
    case Field::kDecision:
      after.decision = decision_from(change.value).value_or(Decision::kNone);
      break;
    case Field::kRectification:
      after.rectification = rectification_from(change.value).value_or(before.rectification);
      break;
    case Field::kComment:
      after.comment = value_of(change);
      break;
  }
  return after;
}

}  // namespace emrlint::review

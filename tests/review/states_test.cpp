// SPDX-License-Identifier: Apache-2.0
#include "review/states.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace emrlint::review {
namespace {

constexpr const char* kMarch = "2024-03-01T08:00:00+08:00";
constexpr const char* kApril = "2024-04-01T08:00:00+08:00";

// The review after these changes by 张三, all at one time; every one of them must be lawful.
Review after(const std::vector<Change>& changes) {
  Review review;
  for (const Change& change : changes) {
    const Act act{change.field == Field::kDecision ? "王五" : "张三", kMarch};
    const std::optional<Error> error = refusal(review, change, act);
    REQUIRE_MESSAGE(!error, error.value_or(Error()).en);
    review = changed(review, change, act);
  }
  return review;
}

std::string refused(const std::vector<Change>& before, const Change& change,
                    const Act& act = {"李四", kMarch}) {
  const std::optional<Error> error = refusal(after(before), change, act);
  if (error) CHECK(!error->zh.empty());
  return error ? error->en : "";
}

const Change kConfirm{Field::kVerdict, "confirmed"};
const Change kRefute{Field::kVerdict, "refuted"};
const Change kAppeal{Field::kAppeal, "术前讨论在纸质病历中"};
const Change kUphold{Field::kDecision, "upheld"};
const Change kReject{Field::kDecision, "rejected"};
const Change kModify{Field::kRectification, "modified"};
const Change kAccept{Field::kRectification, "confirmed"};
const Change kSendBack{Field::kRectification, "unmodified"};

TEST_CASE("review: states have names in both languages") {
  CHECK(verdict_from("属实") == Verdict::kConfirmed);
  CHECK(verdict_from("refuted") == Verdict::kRefuted);
  CHECK_FALSE(verdict_from("perhaps"));
  CHECK(decision_from("成立") == Decision::kUpheld);
  CHECK(decision_from("申诉不成立") == Decision::kRejected);
  CHECK(rectification_from("已修改") == Rectification::kModified);
  CHECK(rectification_from("确认") == Rectification::kConfirmed);
  CHECK(state_from("appealed") == State::kAppealed);
  CHECK(words_of(Field::kDecision, Lang::kEn) == "upheld, rejected");
  CHECK(words_of(Field::kVerdict, Lang::kZh) ==
        "属实（confirmed）、不属实（refuted）、不能确定（unclear）");
}

TEST_CASE("review: what is to be done next") {
  CHECK(state_of(after({})) == State::kNew);
  CHECK(state_of(after({kConfirm})) == State::kConfirmed);
  CHECK(state_of(after({{Field::kVerdict, "unclear"}})) == State::kUnclear);
  CHECK(state_of(after({kConfirm, kAppeal})) == State::kAppealed);
  CHECK(state_of(after({kConfirm, kAppeal, kReject})) == State::kConfirmed);
  CHECK(state_of(after({kAppeal, kReject})) == State::kConfirmed);
  CHECK(state_of(after({kConfirm, kAppeal, kUphold})) == State::kUpheld);
  CHECK(state_of(after({kConfirm, kModify})) == State::kModified);
  CHECK(state_of(after({kConfirm, kModify, kSendBack})) == State::kConfirmed);
  CHECK(state_of(after({kRefute})) == State::kRefuted);
  CHECK(over(State::kRectified));
  CHECK(over(State::kRefuted));
  CHECK_FALSE(over(State::kModified));
}

TEST_CASE("review: whether a finding holds") {
  CHECK_FALSE(holds(after({})).has_value());
  CHECK_FALSE(holds(after({{Field::kVerdict, "unclear"}})).has_value());
  CHECK_FALSE(holds(after({kAppeal})).has_value());
  CHECK(holds(after({kConfirm})) == true);
  CHECK(holds(after({kRefute})) == false);
  CHECK(holds(after({kConfirm, kAppeal, kUphold})) == false);
  CHECK(holds(after({kAppeal, kReject})) == true);
  CHECK(holds(after({kAppeal, kReject, kRefute})) == false);
}

TEST_CASE("review: rectification goes from unmodified to modified to confirmed") {
  CHECK(refused({}, kModify) == "");
  CHECK(refused({kModify}, kAccept) == "");
  CHECK(refused({kModify}, kSendBack) == "");
  CHECK(refused({}, kAccept) == "it was not modified yet: nothing to confirm");
  CHECK(refused({kModify}, kAccept, {"张三", kMarch}) == "who modified it does not confirm it");
  CHECK(refused({kRefute}, kModify).find("nothing to rectify") != std::string::npos);
  CHECK(refused({kAppeal, kUphold}, kModify).find("nothing to rectify") != std::string::npos);
  Review done = after({kModify});
  done = changed(done, kAccept, {"李四", kMarch});
  CHECK(state_of(done) == State::kRectified);
  CHECK(refusal(done, kModify, {"李四", kMarch})->en.find("which stays") != std::string::npos);
  CHECK(refusal(done, kAppeal, {"李四", kMarch})->en.find("too late") != std::string::npos);
}

TEST_CASE("review: an appeal is decided on once, by somebody else") {
  CHECK(refused({}, kUphold) == "there is no appeal");
  CHECK(refused({kAppeal}, kUphold) == "");
  CHECK(refused({kAppeal}, kUphold, {"张三", kMarch}) == "who appeals does not decide");
  CHECK(refused({kAppeal}, {Field::kAppeal, "再次申诉"}) ==
        "there is an appeal that is not decided on");
  CHECK(refused({kAppeal, kReject}, kUphold).find("new reasons need a new appeal") !=
        std::string::npos);
  CHECK(refused({kAppeal, kUphold}, kAppeal) == "an appeal was already upheld");
  CHECK(refused({kRefute}, kAppeal).find("nothing to appeal") != std::string::npos);
  // The same words once more are a second appeal, on which nobody decided yet.
  const Review second = after({kAppeal, kReject, kAppeal});
  CHECK(second.decision == Decision::kNone);
  CHECK(second.act(Field::kDecision).by.empty());
  CHECK(state_of(second) == State::kAppealed);
}

TEST_CASE("review: who, when and what must be told") {
  CHECK(refused({}, kConfirm, {"", kMarch}) == "say who does it (--by)");
  CHECK(refused({}, kConfirm, {"a\nb", kMarch}).find("control characters") != std::string::npos);
  CHECK(refused({}, kConfirm, {"张三", "yesterday"}) ==
        "not a time: yesterday; write 2024-03-01T08:00");
  CHECK(refused({}, kConfirm, {"张三", "2024-03"}).find("not a time") == 0);
  CHECK(refused({}, kConfirm, {"张三", "2024-03-01"}) == "");
  CHECK(refused({{Field::kVerdict, "unclear"}}, kConfirm, {"张三", "2024-02-29"}) ==
        "the time 2024-02-29 is before what was already said (" + std::string(kMarch) + ")");
  CHECK(refused({{Field::kVerdict, "unclear"}}, kConfirm, {"张三", kApril}) == "");
  CHECK(refused({}, {Field::kVerdict, "right"}) ==
        "verdict cannot be \"right\"; it is one of: confirmed, refuted, unclear");
  CHECK(refused({}, {Field::kVerdict, "none"}).find("cannot be \"none\"") != std::string::npos);
  CHECK(refused({}, {Field::kComment, "  "}) == "comment is blank");
  CHECK(refused({}, {Field::kComment, "两行\n文字"}) == "");
  CHECK(refused({}, {Field::kComment, "\xFF"}).find("not UTF-8") != std::string::npos);
  CHECK(refused({}, {Field::kComment, std::string(20'000, 'x')}) ==
        "comment has more than 16384 bytes");
  // What is not new needs no later time.
  CHECK(refused({kConfirm}, kConfirm, {"张三", "2020-01-01"}) == "");
  CHECK_FALSE(is_new(after({kConfirm}), {Field::kVerdict, "属实"}));
}

}  // namespace
}  // namespace emrlint::review

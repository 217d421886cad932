// SPDX-License-Identifier: Apache-2.0
#include "review/worklist.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "review/run_support.h"

namespace emrlint::review {
namespace {

store::Database some_findings() {
  store::Database database = invented_run();
  run_sql(database,
          "INSERT INTO charts VALUES (1, 'ZY1', '心内科', 'D1', 'I63', '2024-03', true, 90, 'A'), "
          "(1, 'ZY2', '骨科', 'D2', 'S72', '2024-03', true, 70, 'C'), "
          "(1, 'ZY3', NULL, NULL, NULL, NULL, false, NULL, NULL)");
  add(database, {1, "ZY1", "timeliness-x", "fail", "warning", "", false, false, 2});
  add(database, {2, "ZY1", "timeliness-x", "fail", "error"});
  add(database, {3, "ZY2", "timeliness-x", "fail", "error", "", false, false, 1});
  add(database, {4, "ZY2", "coding-y", "fail", "note", "", false, false, 0, true});
  add(database, {5, "ZY3", "coding-y", "fail", "error", "", false, false, 5});
  // By eight of 1 March: in two hours, in one (named in another zone), in two days, never.
  add(database, {6, "ZY1", "timeliness-x", "due", "error", "2024-03-01T10:00:00+08:00"});
  add(database, {7, "ZY2", "timeliness-x", "due", "error", "2024-03-01T01:00:00+00:00"});
  add(database, {8, "ZY2", "timeliness-x", "due", "error", "2024-03-03T08:00:00+08:00"});
  add(database, {9, "ZY1", "timeliness-x", "undecided", "error"});
  add(database, {10, "ZY1", "timeliness-x", "fail", "error", "", true, false});
  add(database, {11, "ZY1", "timeliness-x", "fail", "error", "", false, true});
  return database;
}

// What people said of some of them.
Reviews some_reviews() {
  Reviews reviews;
  const auto say = [&](unsigned number, const Change& change) {
    Review& review = reviews[fingerprint_of(number)];
    review.fingerprint = fingerprint_of(number);
    review = changed(review, change, {"张三", "2024-03-01T08:00:00+08:00"});
  };
  say(2, {Field::kVerdict, "refuted"});
  say(3, {Field::kVerdict, "confirmed"});
  say(3, {Field::kReviewer, "李四"});
  say(5, {Field::kAppeal, "有纸质记录"});
  say(1, {Field::kRectification, "modified"});
  return reviews;
}

WorkQuery query() {
  WorkQuery asked;
  asked.now = *parse_iso_time("2024-03-01T08:00:00+08:00");
  return asked;
}

// The numbers of the findings, in their order.
std::vector<unsigned long> numbers(const WorkQuery& asked) {
  store::Database database = some_findings();
  const Result<std::vector<WorkRow>> rows = worklist(database, some_reviews(), asked);
  REQUIRE_MESSAGE(rows.ok(), store::en(rows));
  std::vector<unsigned long> found;
  for (const WorkRow& row : *rows) found.push_back(std::stoul(row.review.fingerprint, nullptr, 16));
  return found;
}
using Numbers = std::vector<unsigned long>;

TEST_CASE("worklist: what is due soon comes first, then errors by the points of their charts") {
  CHECK(numbers(query()) == Numbers{7, 6, 3, 5, 1, 4, 8});
}

TEST_CASE("worklist: other orders ask for points, severity or the chart first") {
  WorkQuery asked = query();
  asked.order = WorkOrder::kPoints;  // A chart without a score loses none.
  CHECK(numbers(asked) == Numbers{4, 1, 3, 5, 7, 6, 8});
  asked.order = WorkOrder::kSeverity;
  CHECK(numbers(asked) == Numbers{3, 5, 1, 4, 7, 6, 8});
  asked.order = WorkOrder::kScore;
  CHECK(numbers(asked) == Numbers{7, 3, 4, 8, 6, 1, 5});
}

TEST_CASE("worklist: by department, reviewer, chart, check, state, severity, count") {
  WorkQuery asked = query();
  asked.department = "骨科";
  CHECK(numbers(asked) == Numbers{7, 3, 4, 8});
  asked.least = Severity::kError;
  CHECK(numbers(asked) == Numbers{7, 3, 8});
  asked.limit = 2;
  CHECK(numbers(asked) == Numbers{7, 3});
  asked = query();
  asked.reviewer = "李四";
  CHECK(numbers(asked) == Numbers{3});
  asked = query();
  asked.chart = "ZY3";
  CHECK(numbers(asked) == Numbers{5});
  asked = query();
  asked.check = "coding-y";
  CHECK(numbers(asked) == Numbers{5, 4});
  asked = query();
  asked.states = {State::kRefuted, State::kAppealed};
  CHECK(numbers(asked) == Numbers{2, 5});
  asked.states = {State::kNew};
  CHECK(numbers(asked) == Numbers{7, 6, 4, 8});
  asked.department = "' OR true --";
  CHECK(numbers(asked).empty());
}

TEST_CASE("worklist: a row has the finding and what people said of it") {
  store::Database database = some_findings();
  WorkQuery asked = query();
  asked.states = {State::kAppealed, State::kModified};
  const Result<std::vector<WorkRow>> rows = worklist(database, some_reviews(), asked);
  REQUIRE(rows.ok());
  REQUIRE(rows->size() == 2);
  const WorkRow& appealed = rows->front();
  CHECK(appealed.state == State::kAppealed);
  CHECK(appealed.review.appeal == "有纸质记录");
  CHECK_FALSE(appealed.score.has_value());
  CHECK_FALSE(appealed.points.has_value());
  CHECK(appealed.department == "");
  const WorkRow& modified = rows->back();
  CHECK(modified.state == State::kModified);
  CHECK(modified.score == 90);
  CHECK(modified.points == 2);
  CHECK_FALSE(modified.veto);
  CHECK(modified.doctor == "D1");
  CHECK(modified.severity == "warning");
  CHECK(modified.zh == "迟了");
  CHECK(modified.document == "progress-note");
  CHECK(modified.path == "a.json");
  CHECK(modified.line == 7);
  CHECK(modified.due == "");
}

TEST_CASE("worklist: findings by the beginning of their fingerprint") {
  store::Database database = some_findings();
  const Result<std::vector<WorkRow>> all = find_findings(database, "0000");
  REQUIRE(all.ok());
  CHECK(all->size() == 11);
  const Result<std::vector<WorkRow>> one = find_findings(database, fingerprint_of(9));
  REQUIRE(one.ok());
  REQUIRE(one->size() == 1);
  CHECK(one->front().review.chart == "ZY1");
  CHECK(find_findings(database, "ffff")->empty());
}

}  // namespace
}  // namespace emrlint::review

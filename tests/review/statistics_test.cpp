// SPDX-License-Identifier: Apache-2.0
#include "review/statistics.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "review/run_support.h"
#include "store/part.h"
#include "store/runs.h"

namespace emrlint::review {
namespace {

void check_interval(std::uint64_t hits, std::uint64_t of, double low, double high) {
  CAPTURE(hits);
  CAPTURE(of);
  const Interval interval = wilson(hits, of);
  CHECK(interval.low == doctest::Approx(low).epsilon(0.0001));
  CHECK(interval.high == doctest::Approx(high).epsilon(0.0001));
}

TEST_CASE("stats: the interval of Wilson, as computed by hand") {
  // (0.8 + 1.92073/10 -+ 1.95996 * sqrt(0.016 + 0.0096036)) / 1.384146
  check_interval(8, 10, 0.490162, 0.943318);
  check_interval(0, 10, 0, 0.277533);
  check_interval(10, 10, 0.722467, 1);
  check_interval(1, 1, 0.206549, 1);
  check_interval(50, 100, 0.403832, 0.596168);
  CHECK(wilson(0, 10).low == 0);
  CHECK(wilson(10, 10).high == 1);
  CHECK(wilson(0, 0).low == 0);
  CHECK(wilson(0, 0).high == 1);
}

// What was said of the findings of a check, one letter each: c confirmed, r refuted, u unclear,
// a appealed and not decided, U upheld, R rejected, "C" confirmed and the appeal upheld.
void say(Reviews& reviews, const std::string& check, const std::string& letters) {
  for (const char letter : letters) {
    Review review;
    review.fingerprint = fingerprint_of(static_cast<unsigned>(reviews.size() + 1));
    review.check = check;
    const auto change = [&](Field field, const char* value) {
      review = changed(review, {field, value}, {"张三", "2024-03-01"});
    };
    if (letter == 'c' || letter == 'C') change(Field::kVerdict, "confirmed");
    if (letter == 'r') change(Field::kVerdict, "refuted");
    if (letter == 'u') change(Field::kVerdict, "unclear");
    if (std::string("aURC").find(letter) != std::string::npos) change(Field::kAppeal, "有记录");
    if (letter == 'U' || letter == 'C') change(Field::kDecision, "upheld");
    if (letter == 'R') change(Field::kDecision, "rejected");
    if (letter == 'm') change(Field::kRectification, "modified");
    reviews.emplace(review.fingerprint, review);
  }
}

TEST_CASE("stats: the precision of checks, as counted by hand") {
  Reviews reviews;
  // Right: 7 confirmed, 1 rejected. Wrong: 1 refuted, 1 upheld, though it was confirmed first.
  say(reviews, "timeliness-x", "cccccccRrC");
  say(reviews, "coding-y", "UuamU");  // Wrong: 2. Neither: unclear, undecided, only modified.
  say(reviews, "consistency-z", "a");
  const std::vector<Precision> found = precisions(reviews);
  REQUIRE(found.size() == 3);
  const Precision& coding = found[0];
  CHECK(coding.check == "coding-y");
  CHECK(coding.right == 0);
  CHECK(coding.wrong == 2);
  CHECK(coding.unclear == 1);
  CHECK(coding.appeals == 3);
  CHECK(coding.upheld == 2);
  const Precision& consistency = found[1];
  CHECK(consistency.reviewed() == 0);
  CHECK(consistency.appeals == 1);
  const Precision& timeliness = found[2];
  CHECK(timeliness.right == 8);
  CHECK(timeliness.wrong == 2);
  CHECK(timeliness.reviewed() == 10);
  CHECK(timeliness.appeals == 2);
  CHECK(timeliness.upheld == 1);
}

// Two charts of medicine, one of which came in two units, and one of surgery.
store::Database counted_run() {
  store::Database database = invented_run();
  run_sql(database,
          "INSERT INTO charts VALUES (1, 'ZY1', '内科', 'D1', 'I63', '2024-03', true, 90, 'A'), "
          "(2, 'ZY1', '内科', 'D1', 'I63', '2024-03', true, 90, 'A'), "
          "(1, 'ZY2', '内科', 'D2', 'I63', '2024-02', true, 90, 'A'), "
          "(1, 'ZY3', '外科', NULL, 'S72', '2024-03', true, 70, 'C');"
          "INSERT INTO tallies VALUES (1, 'ZY1', 'timeliness-x', 3, 1, 0, 0), "
          "(2, 'ZY1', 'timeliness-x', 2, 0, 1, 0), (1, 'ZY2', 'timeliness-x', 0, 2, 0, 1), "
          "(1, 'ZY3', 'timeliness-x', 4, 0, 0, 0), (1, 'ZY3', 'coding-y', 0, 1, 5, 0)");
  add(database, {1, "ZY1", "timeliness-x"});
  add(database, {2, "ZY2", "timeliness-x"});
  add(database, {3, "ZY2", "timeliness-x", "fail", "error", "", true});
  add(database, {4, "ZY2", "timeliness-x", "due"});
  add(database, {5, "ZY3", "coding-y"});
  return database;
}

using Values = std::vector<std::string>;

void check_counts(const Counts& counts, const Values& values,
                  const std::vector<std::uint64_t>& expected) {
  CHECK(counts.values == values);
  CHECK(std::vector<std::uint64_t>{counts.charts, counts.findings, counts.pass, counts.fail,
                                   counts.undecided, counts.due} == expected);
}

TEST_CASE("stats: counts of a run by department, check, doctor, month") {
  store::Database database = counted_run();
  const auto departments = counts(database, {Facet::kDepartment}, "");
  REQUIRE_MESSAGE(departments.ok(), store::en(departments));
  REQUIRE(departments->size() == 2);
  check_counts((*departments)[0], Values{"内科"}, {2, 2, 5, 3, 1, 1});
  check_counts((*departments)[1], Values{"外科"}, {1, 1, 4, 1, 5, 0});
  const auto checks = counts(database, {Facet::kCheck}, "");
  REQUIRE(checks->size() == 2);
  check_counts((*checks)[0], Values{"coding-y"}, {1, 1, 0, 1, 5, 0});
  check_counts((*checks)[1], Values{"timeliness-x"}, {3, 2, 9, 3, 1, 1});
  const auto doctors = counts(database, {Facet::kDoctor}, "timeliness-x");
  REQUIRE(doctors->size() == 3);
  check_counts((*doctors)[0], Values{""}, {1, 0, 4, 0, 0, 0});
  check_counts((*doctors)[1], Values{"D1"}, {1, 1, 5, 1, 1, 0});
  const auto months = counts(database, {Facet::kMonth}, "");
  REQUIRE(months->size() == 2);
  check_counts((*months)[0], Values{"2024-02"}, {1, 1, 0, 2, 0, 1});
  const auto all = counts(database, {}, "");
  REQUIRE(all->size() == 1);
  check_counts((*all)[0], {}, {3, 3, 9, 4, 6, 1});
  const auto matrix = counts(database, {Facet::kDepartment, Facet::kCheck}, "");
  REQUIRE(matrix->size() == 3);
  check_counts((*matrix)[0], Values{"内科", "timeliness-x"}, {2, 2, 5, 3, 1, 1});
  check_counts((*matrix)[1], Values{"外科", "coding-y"}, {1, 1, 0, 1, 5, 0});
}

TEST_CASE("stats: the trend of nights, from their totals") {
  const TemporaryFolder folder;
  store::Database database = store::open_database();
  TotalsQuery query;
  for (const std::string run : {"2024-03-01", "2024-03-02"}) {
    const std::string extra = run.back() == '2' ? "+ 1" : "";
    query.parts.push_back(store::part_path(folder.path, "totals", run, {}));
    REQUIRE_FALSE(store::write_part(
        database,
        "SELECT * FROM (VALUES ('内科', 'timeliness-x', '2024-02', 2 " + extra +
            "::UBIGINT, 7::UBIGINT, 3::UBIGINT, 1::UBIGINT, 0::UBIGINT), "
            "('内科', 'coding-y', '2024-03', 1, 1, 1, 0, 0), "
            "(NULL, 'timeliness-x', '2024-03', 0, 5, 0, 0, 2)) "
            "t(department, check_id, month, findings, pass, fail, undecided, due)",
        query.parts.back()));
  }
  const auto nights = trend(database, query);
  REQUIRE_MESSAGE(nights.ok(), store::en(nights));
  REQUIRE(nights->size() == 2);
  CHECK((*nights)[0].run == "2024-03-01");
  check_counts((*nights)[0], {}, {0, 3, 13, 4, 1, 2});
  CHECK((*nights)[1].run == "2024-03-02");
  check_counts((*nights)[1], {}, {0, 4, 13, 4, 1, 2});
  query.by = {Facet::kDepartment};
  const auto departments = trend(database, query);
  REQUIRE(departments->size() == 4);
  check_counts((*departments)[0], Values{""}, {0, 0, 5, 0, 0, 2});
  check_counts((*departments)[1], Values{"内科"}, {0, 3, 8, 4, 1, 0});
  query.by = {Facet::kMonth};
  query.department = "内科";
  query.check = "coding-y";
  const auto months = trend(database, query);
  REQUIRE(months->size() == 2);
  check_counts((*months)[0], Values{"2024-03"}, {0, 1, 1, 1, 0, 0});
  query.parts.clear();
  CHECK(trend(database, query)->empty());
}

TEST_CASE("stats: the last night of each month") {
  using Runs = std::vector<std::string>;
  CHECK(last_of_months(Runs{"2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02-again"}) ==
        Runs{"2024-02-29", "2024-03-02-again"});
  CHECK(last_of_months(Runs{"first", "first-2", "second"}) == Runs{"first", "first-2", "second"});
  CHECK(last_of_months({}).empty());
}

}  // namespace
}  // namespace emrlint::review

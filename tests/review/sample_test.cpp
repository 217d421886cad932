// SPDX-License-Identifier: Apache-2.0
#include "review/sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "review/run_support.h"

namespace emrlint::review {
namespace {

using Sizes = std::vector<std::uint64_t>;

SampleQuery by_count(std::uint64_t count) {
  SampleQuery query;
  query.by = Stratum::kDepartment;
  query.count = count;
  query.seed = "2024-03";
  return query;
}

SampleQuery by_ratio(double ratio) {
  SampleQuery query = by_count(0);
  query.ratio = ratio;
  return query;
}

// 60 charts of medicine, 30 of surgery, 10 whose department nobody tells; from the last to the
// first if `backwards`.
store::Database hundred_charts(bool backwards) {
  store::Database database = invented_run();
  run_sql(database, "ALTER TABLE charts ADD COLUMN input VARCHAR");
  run_sql(database, std::string("INSERT INTO charts SELECT 1, printf('ZY%03d', i), CASE WHEN i < "
                                "60 THEN '内科' WHEN i < 90 THEN '外科' END, 'D' || i % 7, 'I63', "
                                "'2024-03', true, 100 - i % 40, 'A', 'in/' || i FROM range(100) "
                                "t(i) ORDER BY i ") +
                        (backwards ? "DESC" : "ASC"));
  return database;
}

std::vector<std::string> charts_of(const SampledStratum& stratum) {
  std::vector<std::string> charts;
  for (const SampledChart& chart : stratum.charts) charts.push_back(chart.chart);
  return charts;
}

TEST_CASE("sample: a count is shared out in proportion, one of each at least") {
  CHECK(allocate(Sizes{60, 30, 10}, by_count(10)) == Sizes{6, 3, 1});
  // 4.9, 4.9 and 0.2; the last would get none.
  CHECK(allocate(Sizes{50, 50, 2}, by_count(10)) == Sizes{4, 5, 1});
  // Fewer than strata: 2 by 50 : 30 : 20, which is 1, 0.6 and 0.4.
  CHECK(allocate(Sizes{50, 30, 20}, by_count(2)) == Sizes{1, 1, 0});
  CHECK(allocate(Sizes{3, 1}, by_count(99)) == Sizes{3, 1});
  CHECK(allocate(Sizes{1, 1, 1}, by_count(3)) == Sizes{1, 1, 1});
  CHECK(allocate(Sizes{}, by_count(5)) == Sizes{});
}

TEST_CASE("sample: a count is never missed") {
  for (std::uint64_t count = 0; count <= 130; ++count) {
    const Sizes sizes = {1, 7, 40, 2, 77, 1};
    const Sizes shares = allocate(sizes, by_count(count));
    CHECK(std::accumulate(shares.begin(), shares.end(), std::uint64_t{0}) ==
          std::min<std::uint64_t>(count, 128));
    for (std::size_t i = 0; i < sizes.size(); ++i) CHECK(shares[i] <= sizes[i]);
  }
}

TEST_CASE("sample: a part of each stratum is rounded up") {
  CHECK(allocate(Sizes{60, 30, 10, 1}, by_ratio(0.05)) == Sizes{3, 2, 1, 1});
  CHECK(allocate(Sizes{100, 300}, by_ratio(0.07)) == Sizes{7, 21});
  CHECK(allocate(Sizes{5, 2}, by_ratio(1)) == Sizes{5, 2});
}

TEST_CASE("sample: the same charts whatever the order of the rows") {
  store::Database forwards = hundred_charts(false), backwards = hundred_charts(true);
  const auto one = sample(forwards, by_count(10)), other = sample(backwards, by_count(10));
  REQUIRE(one.ok());
  REQUIRE(other.ok());
  REQUIRE(one->size() == 3);
  CHECK((*one)[0].value == "");
  CHECK((*one)[1].value == "内科");
  CHECK((*one)[1].size == 60);
  // As any machine draws them.
  const std::vector<std::string> surgery = charts_of((*one)[2]);
  REQUIRE(surgery.size() == 3);
  CHECK(surgery.front() == "ZY061");
  CHECK(surgery.back() == "ZY086");
  for (std::size_t i = 0; i < one->size(); ++i) {
    CHECK(charts_of((*one)[i]) == charts_of((*other)[i]));
    CHECK(std::is_sorted((*one)[i].charts.begin(), (*one)[i].charts.end(),
                         [](const auto& a, const auto& b) { return a.chart < b.chart; }));
  }
  SampleQuery again = by_count(10);
  again.seed = "2024-04";
  CHECK(charts_of((*sample(forwards, again))[1]) != charts_of((*one)[1]));
}

TEST_CASE("sample: more are drawn by adding, and other strata change nothing") {
  store::Database database = hundred_charts(false);
  const auto few = sample(database, by_count(10)), many = sample(database, by_count(20));
  const std::vector<std::string> first = charts_of((*few)[1]), second = charts_of((*many)[1]);
  CHECK(first.size() == 6);
  CHECK(second.size() == 12);
  CHECK(std::includes(second.begin(), second.end(), first.begin(), first.end()));
  run_sql(database, "DELETE FROM charts WHERE department = '外科'");
  CHECK(charts_of((*sample(database, by_ratio(0.1)))[1]) == first);
}

TEST_CASE("sample: a chart in several units is one, and other strata") {
  store::Database database = hundred_charts(false);
  run_sql(database, "INSERT INTO charts SELECT * REPLACE (2 AS unit) FROM charts WHERE "
                    "chart < 'ZY050'");
  SampleQuery query = by_ratio(0.001);
  query.by = Stratum::kNone;
  const auto all = sample(database, query);
  REQUIRE(all->size() == 1);
  CHECK(all->front().size == 100);
  CHECK(all->front().charts.size() == 1);
  query.by = Stratum::kDoctor;
  CHECK(sample(database, query)->size() == 7);
  query.by = Stratum::kDisease;
  CHECK(sample(database, query)->front().value == "I63");
  query.by = Stratum::kGrade;
  CHECK(sample(database, query)->front().value == "A");
}

TEST_CASE("sample: every chart has the same chance") {
  // Each of 100 charts is drawn 10 times in 100 on average; 30 would be over six deviations away.
  store::Database database = hundred_charts(false);
  SampleQuery query;
  query.count = 10;
  std::vector<int> drawn(100);
  for (int seed = 0; seed < 100; ++seed) {
    query.seed = std::to_string(seed);
    const auto strata = sample(database, query);
    REQUIRE(strata.ok());
    for (const SampledChart& chart : strata->front().charts) {
      ++drawn[std::stoul(chart.chart.substr(2))];
    }
  }
  CHECK(*std::max_element(drawn.begin(), drawn.end()) < 30);
  CHECK(std::accumulate(drawn.begin(), drawn.end(), 0) == 1000);
  CHECK(std::count(drawn.begin(), drawn.end(), 0) < 3);
}

}  // namespace
}  // namespace emrlint::review

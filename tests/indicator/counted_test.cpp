// SPDX-License-Identifier: Apache-2.0
// Every definition of the built-in sets against charts that were counted by hand: counted.txt.
#include <doctest/doctest.h>

#include <charconv>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/staff.h"
#include "indicator/across_support.h"
#include "reader/read_support.h"
#include "testing/run_fixture.h"

namespace emrlint {
namespace {

using read_test::file_text;
using read_test::read_text;

constexpr std::string_view kCounted = "tests/indicator/counted.txt";

struct Expected {
  std::string indicator, file, chart;
  std::uint32_t numerator = 0, denominator = 0, undecided = 0;
};

std::uint32_t number_at(std::string_view& text, char end) {
  std::uint32_t number = 0;
  const auto [after, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  REQUIRE(error == std::errc());
  REQUIRE(*after == end);
  text.remove_prefix(static_cast<std::size_t>(after - text.data()) + 1);
  return number;
}

std::vector<Expected> read_expected() {
  const std::string whole = file_text(std::string(kCounted));
  std::vector<Expected> all;
  Expected next;
  std::string_view rest = whole;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      const std::size_t blank = line.find(' ');
      next.indicator = line.substr(1, blank - 1);
      next.file = line.substr(blank + 1, line.size() - blank - 2);
      continue;
    }
    next.numerator = number_at(line, '/');
    next.denominator = number_at(line, ' ');
    next.undecided = number_at(line, ' ');
    next.chart = line;
    all.push_back(next);
  }
  return all;
}

Result<std::string> no_file(const std::string& path) { return Error{path, path, {}}; }

// A run over the charts of a batch, as `emrlint indicators` makes it.
class Counting {
 public:
  Counting() : catalog_(built_in()), book_(all_sets(catalog_)), counter_(book_, catalog_) {}

  const IndicatorBook& book() const { return book_; }
  const Catalog& catalog() const { return catalog_; }

  std::vector<IndicatorCount> count(Batch& batch, const Config& config) const {
    IndicatorTotals totals(counter_, std::nullopt);
    std::vector<ChartReport> reports;
    for (Chart& chart : batch.charts) {
      supplement_staff(chart, config.tables());
      reports.push_back(lint(catalog_, config, chart));
      totals.add(reports.back());
    }
    if (batch.charts.size() > 1) {
      AcrossCharts across(catalog_, {});
      across.add(across.facts(batch, reports));
      indicator_test::add_across(across, catalog_, totals);
    }
    const std::vector<IndicatorGroup> groups = totals.take();
    REQUIRE(groups.size() == 1);
    return groups.front().counts;
  }

 private:
  static Catalog built_in() {
    Result<Catalog> catalog = Catalog::built_in();
    REQUIRE(catalog.ok());
    return std::move(*catalog);
  }
  static IndicatorBook all_sets(const Catalog& catalog) {
    const std::vector<std::string_view> names = built_in_indicator_sets();
    const auto book = load_indicators({names.begin(), names.end()}, catalog, no_file);
    REQUIRE(book.ok());
    return *book;
  }

  Catalog catalog_;
  IndicatorBook book_;
  IndicatorCounter counter_;
};

// The fixture files that were read, each once.
class Fixtures {
 public:
  const FixtureCase& find(const std::string& file, const std::string& name) {
    auto known = files_.find(file);
    if (known == files_.end()) {
      const std::string path =
          file == "facts" ? "tests/indicator/facts.test" : "fixtures/checks/" + file + ".test";
      known = files_.emplace(file, std::make_unique<Fixture>(file_text(path))).first;
      const std::string stem = std::filesystem::path(path).stem().string();
      const auto error = parse_fixture(stem, *known->second);
      REQUIRE_MESSAGE(!error, path);
    }
    for (const FixtureCase& one : known->second->cases) {
      if (one.name == name) return one;
    }
    FAIL(file << " has no case " << name);
    return known->second->cases.front();
  }

 private:
  std::map<std::string, std::unique_ptr<Fixture>> files_;
};

std::vector<IndicatorCount> count_case(const Counting& counting, FixtureCase one) {
  one.run.profiles = {"cn-indicators"};
  Result<Config> config = case_config(counting.catalog(), one);
  if (!config) FAIL(config.error().en);
  config->select.clear();
  Batch batch = read_case(one);
  return counting.count(batch, *config);
}

std::vector<IndicatorCount> count_chart(const Counting& counting, const std::string& name) {
  const auto config =
      Config::load(counting.catalog(), "", "extends = [\"cn-indicators\"]", no_file);
  REQUIRE(config.ok());
  Batch batch = read_text(file_text("fixtures/charts/" + name + "/chart.json"));
  return counting.count(batch, *config);
}

TEST_CASE("indicators: what charts add to each definition is what was counted by hand") {
  const Counting counting;
  Fixtures fixtures;
  std::map<std::pair<std::string, std::string>, std::vector<IndicatorCount>> counted;
  for (const Expected& one : read_expected()) {
    const auto [known, fresh] = counted.try_emplace({one.file, one.chart});
    if (fresh) {
      known->second = one.file == "charts"
                          ? count_chart(counting, one.chart)
                          : count_case(counting, fixtures.find(one.file, one.chart));
    }
    const auto& indicators = counting.book().indicators;
    const auto found = std::find_if(indicators.begin(), indicators.end(),
                                    [&](const Indicator& i) { return i.id == one.indicator; });
    REQUIRE_MESSAGE(found != indicators.end(), one.indicator);
    const IndicatorCount& count =
        known->second[static_cast<std::size_t>(found - indicators.begin())];
    const bool same = count.numerator == one.numerator && count.denominator == one.denominator &&
                      count.undecided == one.undecided && count.unevaluated == 0;
    CHECK_MESSAGE(same, one.indicator << " " << one.file << ": " << one.chart << ": "
                                      << one.numerator << "/" << one.denominator << " "
                                      << one.undecided << ", not " << count.numerator << "/"
                                      << count.denominator << " " << count.undecided << ", off "
                                      << count.unevaluated);
  }
}

// Two definitions that count the same need one count.
bool counts_alike(const Indicator& a, const Indicator& b) {
  const auto same = [](const std::vector<IndicatorMatch>& x, const std::vector<IndicatorMatch>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [](const IndicatorMatch& m, const IndicatorMatch& n) {
                        return m.check == n.check && m.which == n.which;
                      });
  };
  return a.unit == b.unit && a.counted == b.counted && a.population == b.population &&
         a.filter == b.filter && a.fact == b.fact && a.absent_passes == b.absent_passes &&
         same(a.matches, b.matches) && same(a.also, b.also);
}

TEST_CASE("indicators: each computed definition is among those that were counted by hand") {
  const Counting counting;
  std::set<std::string> counted;
  std::map<std::string, std::set<std::string>> kinds;  // By indicator: what its rows show.
  for (const Expected& one : read_expected()) {
    counted.insert(one.indicator);
    if (one.numerator > 0) kinds[one.indicator].insert("numerator");
    if (one.denominator > one.numerator) kinds[one.indicator].insert("denominator");
  }
  const auto& indicators = counting.book().indicators;
  for (const Indicator& one : indicators) {
    if (!one.computed()) continue;
    const bool any = std::any_of(indicators.begin(), indicators.end(), [&](const Indicator& other) {
      return kinds[other.id].size() == 2 && other.computed() && counts_alike(one, other);
    });
    CHECK_MESSAGE(any, one.id << " lacks charts in the numerator and beside it");
  }
}

}  // namespace
}  // namespace emrlint

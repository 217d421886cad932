// SPDX-License-Identifier: Apache-2.0
// A year of nightly runs, asked for what a quality department asks: the totals of 365 nights, each
// of 40 departments, 200 checks and 3 months of discharge (8.8 million rows, all of them read). The
// store stays in the folder for temporary files until it is written again.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "review/statistics.h"
#include "store/part.h"
#include "store/runs.h"

namespace emrlint::review {
namespace {

constexpr int kNights = 365;

std::string name_of(int night) {
  const std::chrono::year_month_day day(
      std::chrono::sys_days(std::chrono::year{2023} / 1 / 1) + std::chrono::days(night));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

// Numbers as a hospital may have them: most checks of most departments found nothing.
std::string totals_of(int night) {
  return fmt::format(
      "WITH t AS (SELECT d, c, m, hash(d, c, m, {0}) AS h FROM range(40) d(d), range(200) c(c), "
      "range(3) m(m)) SELECT printf('department %02d', d) AS department, "
      "printf('timeliness-invented-%03d', c) AS check_id, strftime(DATE '2023-01-01' + "
      "INTERVAL ({0}) DAY - INTERVAL (m) MONTH, '%Y-%m') AS month, "
      "CASE WHEN h % 4 = 0 THEN h % 23 ELSE 0 END::UBIGINT AS findings, "
      "(h % 401)::UBIGINT AS pass, "
      "CASE WHEN h % 4 = 0 THEN h % 29 ELSE 0 END::UBIGINT AS fail, (h % 7)::UBIGINT AS undecided, "
      "(h % 3)::UBIGINT AS due FROM t ORDER BY ALL",
      night);
}

store::Database open_database(unsigned threads) {
  store::DatabaseOptions options;
  options.threads = threads;
  Result<store::Database> database = store::Database::open(options);
  if (!database) std::abort();
  return *std::move(database);
}

// The parts of all nights, written on first use.
const std::vector<std::string>& year() {
  static const std::vector<std::string> parts = [] {
    const std::string folder =
        (std::filesystem::temp_directory_path() / "emrlint-bench-year").string();
    std::filesystem::remove_all(folder);
    store::Database database = open_database(1);
    std::vector<std::string> paths;
    for (int night = 0; night < kNights; ++night) {
      paths.push_back(store::part_path(folder, "totals", name_of(night), {}));
      if (store::write_part(database, totals_of(night), paths.back())) std::abort();
    }
    return paths;
  }();
  return parts;
}

void ask(benchmark::State& state, const TotalsQuery& query) {
  std::size_t rows = 0;
  for (auto _ : state) {
    // As a command does: nothing is known of the store yet.
    store::Database database = open_database(static_cast<unsigned>(state.range(0)));
    const Result<std::vector<Counts>> found = trend(database, query);
    if (!found) return state.SkipWithError(found.error().en.c_str());
    rows = found->size();
  }
  state.counters["rows"] = static_cast<double>(rows);
  state.counters["parts"] = static_cast<double>(query.parts.size());
}

std::vector<std::string> last_nights() {
  std::vector<std::string> runs, parts;
  for (int night = 0; night < kNights; ++night) runs.push_back(name_of(night));
  for (const std::string& run : last_of_months(runs)) {
    const auto at = std::lower_bound(runs.begin(), runs.end(), run) - runs.begin();
    parts.push_back(year()[static_cast<std::size_t>(at)]);
  }
  return parts;
}

void nights(benchmark::State& state) { ask(state, {year(), {}, "", ""}); }
void nights_by_department(benchmark::State& state) {
  ask(state, {year(), {Facet::kDepartment}, "", ""});
}
void nights_by_month(benchmark::State& state) { ask(state, {year(), {Facet::kMonth}, "", ""}); }
void nights_of_department_and_check(benchmark::State& state) {
  ask(state, {year(), {}, "department 07", "timeliness-invented-042"});
}
void months_by_department_and_check(benchmark::State& state) {
  ask(state, {last_nights(), {Facet::kDepartment, Facet::kCheck}, "", ""});
}
void last_night_by_department_and_check(benchmark::State& state) {
  ask(state, {{year().back()}, {Facet::kDepartment, Facet::kCheck}, "", ""});
}

#define EMRLINT_YEAR(name) \
  BENCHMARK(name)->Name("year/" #name)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime()
EMRLINT_YEAR(nights);
EMRLINT_YEAR(nights_by_department);
EMRLINT_YEAR(nights_by_month);
EMRLINT_YEAR(nights_of_department_and_check);
EMRLINT_YEAR(months_by_department_and_check);
EMRLINT_YEAR(last_night_by_department_and_check);
#undef EMRLINT_YEAR

}  // namespace
}  // namespace emrlint::review

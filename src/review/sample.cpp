// SPDX-License-Identifier: Apache-2.0
#include "review/sample.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace emrlint::review {
namespace {

std::string SampledChart::*member_of(Stratum by) {
  switch (by) {
    case Stratum::kNone:
      break;
    case Stratum::kDepartment:
      return &SampledChart::department;
    case Stratum::kDoctor:
      return &SampledChart::doctor;
    case Stratum::kDisease:
      return &SampledChart::disease;
    case Stratum::kGrade:
      return &SampledChart::grade;
  }
  return nullptr;
}

// The part of each, rounded up. The product of a decimal part and a size may lie a hair above the
// whole number that it is: 0.07 of 100 are 7.
std::uint64_t part_of(double ratio, std::uint64_t size) {
  const double exact = ratio * static_cast<double>(size);
  return std::min(size, static_cast<std::uint64_t>(std::ceil(exact - 1e-9)));
}

// By largest remainders; of equal ones the first. Integers only: the same on every machine.
std::vector<std::uint64_t> in_proportion(std::span<const std::uint64_t> sizes,
                                         std::uint64_t count) {
  const std::uint64_t all = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  std::vector<std::uint64_t> shares;
  std::vector<std::pair<std::uint64_t, std::size_t>> remainders;
  std::uint64_t given = 0;
  for (const std::uint64_t size : sizes) {
    remainders.emplace_back(count * size % all, shares.size());
    shares.push_back(count * size / all);
    given += shares.back();
  }
  std::stable_sort(remainders.begin(), remainders.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; given < count; ++i, ++given) ++shares[remainders[i].second];
  return shares;
}

// No stratum without any, where there are enough for all.
void leave_none_out(std::vector<std::uint64_t>& shares, std::uint64_t count) {
  if (count < shares.size()) return;
  for (std::uint64_t& share : shares) {
    if (share > 0) continue;
    --*std::max_element(shares.begin(), shares.end());
    share = 1;
  }
}

// All charts in byte order, by what they tell.
Result<std::map<std::string, std::vector<SampledChart>>> strata_of(store::Database& database,
                                                                   Stratum by) {
  Result<store::Rows> rows = database.rows(
      "SELECT chart, coalesce(min(input), ''), coalesce(min(department), ''), "
      "coalesce(min(doctor), ''), coalesce(min(disease), ''), coalesce(min(grade), ''), "
      "min(score) FROM charts GROUP BY chart ORDER BY chart");
  if (!rows) return rows.error();
  std::map<std::string, std::vector<SampledChart>> strata;
  const auto member = member_of(by);
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const auto text = [&](std::size_t column) { return std::string(rows->text(column, i)); };
      SampledChart chart = {text(0), text(1), text(2), text(3), text(4), text(5), {}};
      if (!rows->null(6, i)) chart.score = rows->number(6, i);
      strata[member != nullptr ? chart.*member : std::string()].push_back(std::move(chart));
    }
  }
  if (rows->error()) return *rows->error();
  return strata;
}

// The charts with the smallest lots, in their order. Those of one lot follow their keys.
std::vector<SampledChart> draw(std::vector<SampledChart> charts, std::uint64_t count,
                               std::string_view seed) {
  std::vector<std::pair<std::uint64_t, std::size_t>> lots;
  for (std::size_t i = 0; i < charts.size(); ++i) lots.emplace_back(lot(seed, charts[i].chart), i);
  std::sort(lots.begin(), lots.end());
  lots.resize(std::min<std::size_t>(count, lots.size()));
  std::sort(lots.begin(), lots.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<SampledChart> drawn;
  for (const auto& [number, i] : lots) drawn.push_back(std::move(charts[i]));
  return drawn;
}

}  // namespace

std::vector<std::uint64_t> allocate(std::span<const std::uint64_t> sizes,
                                    const SampleQuery& query) {
  std::vector<std::uint64_t> shares;
  if (query.ratio <= 0) {
    const std::uint64_t all = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
    if (all == 0) return shares;
    const std::uint64_t count = std::min(query.count, all);
    shares = in_proportion(sizes, count);
    leave_none_out(shares, count);
    return shares;
  }
  for (const std::uint64_t size : sizes) shares.push_back(part_of(query.ratio, size));
  return shares;
}

std::uint64_t lot(std::string_view seed, std::string_view chart) {
  // The length before the seed: "a" and "bc" are not "ab" and "c".
  std::string text = std::to_string(seed.size()) + ':';
  text.append(seed).append(chart);
  return XXH3_64bits(text.data(), text.size());
}

Result<std::vector<SampledStratum>> sample(store::Database& database, const SampleQuery& query) {
  Result<std::map<std::string, std::vector<SampledChart>>> strata = strata_of(database, query.by);
  if (!strata) return strata.error();
  std::vector<std::uint64_t> sizes;
  for (const auto& [value, charts] : *strata) sizes.push_back(charts.size());
  const std::vector<std::uint64_t> shares = allocate(sizes, query);
  std::vector<SampledStratum> drawn;
  for (auto& [value, charts] : *strata) {
    const std::size_t i = drawn.size();
    drawn.push_back({value, sizes[i], draw(std::move(charts), shares[i], query.seed)});
  }
  return drawn;
}

}  // namespace emrlint::review

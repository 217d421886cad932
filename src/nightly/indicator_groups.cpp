// SPDX-License-Identifier: Apache-2.0
#include "nightly/indicator_groups.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

namespace emrlint::nightly {
namespace {

// The charts of each group, and what they add to each indicator of which something was counted.
std::string sums(std::optional<Facet> by) {
  const std::string facet = by ? std::string(id(*by)) : std::string();
  return fmt::format(
      "SELECT c.name, c.charts, n.indicator, n.numerator, n.denominator, n.undecided, "
      "n.unevaluated FROM (SELECT {0} AS name, count(*)::BIGINT AS charts FROM charts GROUP BY "
      "name) c "
      "LEFT JOIN (SELECT * FROM indicator_sums WHERE facet = '{1}') n USING (name) ORDER BY c.name",
      by ? facet : "''", facet);
}

IndicatorGroup empty_group(const IndicatorBook& book, std::string_view name) {
  IndicatorGroup group{std::string(name), 0, std::vector<IndicatorCount>(book.indicators.size())};
  for (std::uint32_t i = 0; i < group.counts.size(); ++i) group.counts[i].indicator = i;
  return group;
}

}  // namespace

Result<std::vector<IndicatorGroup>> indicator_groups(store::Database& database,
                                                     const IndicatorBook& book,
                                                     std::optional<Facet> by) {
  std::unordered_map<std::string, std::uint32_t> known;
  for (std::uint32_t i = 0; i < book.indicators.size(); ++i) known[book.indicators[i].id] = i;
  Result<store::Rows> rows = database.rows(sums(by));
  if (!rows) return rows.error();
  std::vector<IndicatorGroup> groups;
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const std::string_view name = rows->text(0, i);
      if (groups.empty() || groups.back().name != name) groups.push_back(empty_group(book, name));
      groups.back().charts = static_cast<std::uint64_t>(rows->integer(1, i));
      const auto found = known.find(std::string(rows->text(2, i)));
      if (rows->null(2, i) || found == known.end()) continue;
      IndicatorCount& count = groups.back().counts[found->second];
      const auto number = [&](std::size_t column) {
        return static_cast<std::uint32_t>(rows->integer(column, i));
      };
      count.numerator = number(3);
      count.denominator = number(4);
      count.undecided = number(5);
      count.unevaluated = number(6);
    }
  }
  if (rows->error()) return *rows->error();
  if (groups.empty() && !by) groups.push_back(empty_group(book, ""));
  return groups;
}

}  // namespace emrlint::nightly

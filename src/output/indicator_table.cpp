// SPDX-License-Identifier: Apache-2.0
#include "output/indicator_table.h"

#include <fmt/format.h>

namespace emrlint {
namespace {

constexpr Word kYes{"yes", {"达标", "met"}}, kNo{"no", {"未达标", "not met"}};

const char* sign(const Indicator& indicator) { return indicator.per == 1000 ? "‰" : "%"; }

std::vector<TableColumn> columns(std::optional<Facet> by) {
  std::vector<TableColumn> columns{{"set", {"指标集", "Set"}},
                                   {"indicator", {"指标编号", "Indicator"}},
                                   {"article", {"条目", "Number"}},
                                   {"title", {"指标", "Title"}}};
  if (by) columns.push_back({id(*by), name(*by)});
  for (const TableColumn& column : std::initializer_list<TableColumn>{
           {"numerator", {"分子", "Numerator"}},
           {"denominator", {"分母", "Denominator"}},
           {"rate", {"率", "Rate"}},
           {"unit", {"单位", "Unit"}},
           {"lowest", {"率的下限", "Lowest rate"}},
           {"highest", {"率的上限", "Highest rate"}},
           {"target", {"目标", "Target"}},
           {"met", {"达标", "Met"}},
           {"undecided", {"未能判定", "Undecided"}},
           {"notEvaluated", {"未评", "Not evaluated"}},
           {"direction", {"导向", "Better"}},
           {"differs", {"统计口径说明", "What is counted otherwise"}},
           {"uncounted", {"不统计的理由", "Why not counted"}}}) {
    columns.push_back(column);
  }
  return columns;
}

Word direction_word(Direction direction) {
  switch (direction) {
    case Direction::kHigher:
      return {id(direction), {"越高越好", "higher"}};
    case Direction::kLower:
      return {id(direction), {"越低越好", "lower"}};
    case Direction::kNone:
      break;
  }
  return {id(direction), {"", ""}};
}

std::vector<Cell> row_of(const IndicatorBook& book, const Indicator& one,
                         const IndicatorCount& count, const std::string* group, Lang lang) {
  std::vector<Cell> row{book.sets[one.set].id, one.id, one.article, one.title.in(lang)};
  if (group != nullptr) row.emplace_back(*group);
  const std::optional<bool> met = target_met(one, count);
  const bool computed = one.computed();
  row.push_back(computed ? Cell(count.numerator) : Cell());
  row.push_back(computed ? Cell(count.denominator) : Cell());
  row.emplace_back(rate_of(one, count));
  row.push_back(computed ? Cell(sign(one)) : Cell());
  const std::optional<RateRange> range = range_of(one, count);
  row.push_back(range ? Cell(range->lowest) : Cell());
  row.push_back(range ? Cell(range->highest) : Cell());
  row.emplace_back(target_text(one));
  row.push_back(met ? Cell(*met ? kYes : kNo) : Cell());
  row.push_back(computed ? Cell(count.undecided) : Cell());
  row.push_back(computed ? Cell(count.unevaluated) : Cell());
  row.emplace_back(direction_word(one.direction));
  row.emplace_back(one.differs.in(lang));
  row.emplace_back(one.uncounted.in(lang));
  return row;
}

}  // namespace

std::optional<double> rate_of(const Indicator& indicator, const IndicatorCount& count) {
  if (count.denominator == 0) return std::nullopt;
  return static_cast<double>(count.numerator) * indicator.per / count.denominator;
}

std::string rate_text(const Indicator& indicator, const IndicatorCount& count) {
  const std::optional<double> rate = rate_of(indicator, count);
  if (!rate) return "–";
  const char* const bound = !indicator.bound                           ? ""
                            : indicator.direction == Direction::kLower ? "≥"
                                                                       : "≤";
  const int digits = indicator.per == 1000 ? 2 : 1;
  return fmt::format("{}{:.{}f}{}", bound, *rate, digits, sign(indicator));
}

std::optional<RateRange> range_of(const Indicator& indicator, const IndicatorCount& count) {
  if (count.undecided == 0) return std::nullopt;
  const std::uint32_t all = count.denominator + count.undecided;
  return RateRange{static_cast<double>(count.numerator) * indicator.per / all,
                   static_cast<double>(count.numerator + count.undecided) * indicator.per / all};
}

std::string range_text(const Indicator& indicator, const IndicatorCount& count) {
  const std::optional<RateRange> range = range_of(indicator, count);
  if (!range) return {};
  const int digits = indicator.per == 1000 ? 2 : 1;
  return fmt::format("{:.{}f}–{:.{}f}{}", range->lowest, digits, range->highest, digits,
                     sign(indicator));
}

std::string target_text(const Indicator& indicator) {
  if (!indicator.target) return {};
  return fmt::format("{}{:g}{}", indicator.direction == Direction::kLower ? "≤" : "≥",
                     *indicator.target, sign(indicator));
}

std::optional<bool> target_met(const Indicator& indicator, const IndicatorCount& count) {
  const std::optional<double> rate = rate_of(indicator, count);
  if (!rate || !indicator.target) return std::nullopt;
  const RateRange range = range_of(indicator, count).value_or(RateRange{*rate, *rate});
  const bool lower = indicator.direction == Direction::kLower;
  const auto meets = [&](double value) {
    return lower ? value <= *indicator.target : value >= *indicator.target;
  };
  const bool worst = meets(lower ? range.highest : range.lowest);
  const bool best = meets(lower ? range.lowest : range.highest);
  if (worst != best || (worst && indicator.bound)) return std::nullopt;
  return worst;
}

Table indicator_table(const IndicatorBook& book, const std::vector<IndicatorGroup>& groups,
                      std::optional<Facet> by, Lang lang) {
  Table table{"indicator", columns(by), {}};
  for (std::uint32_t i = 0; i < book.indicators.size(); ++i) {
    const Indicator& one = book.indicators[i];
    if (!by) {
      const IndicatorCount count = groups.empty() ? IndicatorCount{i} : groups.front().counts[i];
      table.rows.push_back(row_of(book, one, count, nullptr, lang));
      continue;
    }
    if (!one.computed()) continue;
    for (const IndicatorGroup& group : groups) {
      if (group.counts[i] == IndicatorCount{i}) continue;
      table.rows.push_back(row_of(book, one, group.counts[i], &group.name, lang));
    }
  }
  return table;
}

Word part_of(const IndicatorCount& count) {
  if (count.unevaluated > 0) return {"not-evaluated", {"未评", "not evaluated"}};
  if (count.denominator == 0) return {"undecided", {"未能判定", "undecided"}};
  if (count.numerator == 0) return {"denominator", {"未计入分子", "not in the numerator"}};
  if (count.numerator == count.denominator) return {"numerator", {"计入分子", "in the numerator"}};
  return {"partly", {"部分计入分子", "partly in the numerator"}};
}

Table chart_table(const IndicatorCounter& counter, const std::vector<IndicatorChart>& charts) {
  Table table{"chart",
              {{"chart", {"病历", "Chart"}},
               {"part", {"归入", "Part"}},
               {"numerator", {"分子", "Numerator"}},
               {"denominator", {"分母", "Denominator"}},
               {"undecided", {"未能判定", "Undecided"}},
               {"notEvaluated", {"未评", "Not evaluated"}},
               {"hospital", {"医院", "Hospital"}},
               {"department", {"科室", "Department"}},
               {"doctor", {"医师", "Physician"}},
               {"disease", {"病种", "Disease"}},
               {"month", {"月份", "Month"}},
               {"path", {"文件", "File"}},
               {"line", {"行", "Line"}},
               {"column", {"列", "Column"}},
               {"check", {"检查", "Check"}},
               {"message", {"说明", "Message"}}},
              {}};
  for (const IndicatorChart& chart : charts) {
    const IndicatorCount count = counter.count(chart.state);
    const Facets& facets = chart.facets;
    std::vector<Cell> row{chart.key,       part_of(count),    count.numerator, count.denominator,
                          count.undecided, count.unevaluated, facets.hospital, facets.department,
                          facets.doctor,   facets.disease,    facets.month};
    const std::size_t own = row.size();
    for (std::size_t i = 0; i < chart.places.size() || i == 0; ++i) {
      if (i > 0) std::fill(row.begin() + 1, row.begin() + static_cast<std::ptrdiff_t>(own), Cell());
      row.resize(own);
      if (i < chart.places.size()) {
        const IndicatorPlace& place = chart.places[i];
        for (Cell& cell : std::vector<Cell>{place.uri, place.position.line, place.position.column,
                                            place.check, place.message}) {
          row.push_back(std::move(cell));
        }
      }
      row.resize(table.columns.size());
      table.rows.push_back(row);
    }
  }
  return table;
}

}  // namespace emrlint

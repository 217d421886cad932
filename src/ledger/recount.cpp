// SPDX-License-Identifier: Apache-2.0
#include "ledger/recount.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/tables.h"

namespace emrlint::ledger {
namespace {

// What charts lost in their shards, of all that are asked for at once: each query of the parts
// reads what they say of themselves again.
class ShardMarks {
 public:
  std::optional<Error> load(store::Database& database, const Lenses& lenses,
                            const AcrossRows& across, const std::set<std::string_view>& charts) {
    auto error = database.run("CREATE TABLE marked (unit UBIGINT, chart VARCHAR)");
    if (error || charts.empty()) return error;
    Result<store::Appender> asked = database.append_to("marked");
    if (!asked) return asked.error();
    for (const std::string_view chart : charts) {
      asked->row({across.unit_of(std::string(chart)), chart});
    }
    if (error = asked->finish(); error) return error;
    if (error = read_scored(database, lenses.sheet->rows.size()); error) return error;
    return read_marks(database, *lenses.catalog);
  }

  // None where a chart has no score.
  const ChartMarks* find(const std::string& chart) const {
    const auto found = marks_.find(chart);
    return found == marks_.end() ? nullptr : &found->second;
  }

 private:
  std::optional<Error> read_scored(store::Database& database, std::size_t sheet_rows) {
    return database.each(
        "SELECT chart FROM shard_charts SEMI JOIN marked USING (unit, chart) "
        "WHERE score IS NOT NULL",
        [&](const store::Rows& rows, std::size_t i) {
          marks_[std::string(rows.text(0, i))].rows.resize(sheet_rows);
        });
  }

  std::optional<Error> read_marks(store::Database& database, const Catalog& catalog) {
    return database.each(
        "SELECT chart, sheet_row, check_id, count FROM shard_marks SEMI JOIN marked "
        "USING (unit, chart) ORDER BY ALL",
        [&](const store::Rows& rows, std::size_t i) {
          const auto found = marks_.find(std::string(rows.text(0, i)));
          if (found == marks_.end()) return;
          Mark& mark = found->second.lost.emplace_back();
          mark.row = static_cast<std::uint32_t>(rows.natural(1, i));
          mark.check = catalog.index_of(rows.text(2, i)).value_or(0);
          mark.count = static_cast<std::uint32_t>(rows.natural(3, i));
        });
  }

  std::unordered_map<std::string, ChartMarks> marks_;  // By chart.
};

class Recount {
 public:
  Recount(store::Database& database, const Lenses& lenses, const AcrossRows& across)
      : database_(database), lenses_(lenses), across_(across) {}

  std::optional<Error> run() {
    if (lenses_.sheet != nullptr) {
      if (auto error = marks_.load(database_, lenses_, across_, marked())) return error;
    }
    if (auto error = regrade()) return error;
    return lenses_.indicators == nullptr ? std::nullopt : count_again();
  }

 private:
  // What a chart adds to an indicator.
  struct Counted {
    std::uint64_t unit = 0;
    std::string chart;
    IndicatorState state;
    IndicatorCount before;
  };

  bool graded(const IndicatorState& state) const {
    return !lenses_.indicators->book().indicators[state.indicator].grade.empty();
  }

  // The charts whose score is worked out again.
  std::set<std::string_view> marked() const {
    std::set<std::string_view> charts;
    for (const auto& [chart, lost] : across_.lost()) charts.insert(chart);
    for (const auto& [chart, states] : across_.states()) {
      const bool asked = std::any_of(states.begin(), states.end(),
                                     [&](const IndicatorState& state) { return graded(state); });
      if (asked) charts.insert(chart);
    }
    return charts;
  }

  // The scores of charts that lose more by the checks across charts.
  std::optional<Error> regrade() {
    Result<store::Appender> rows = database_.append_to(kRegraded.name);
    if (!rows) return rows.error();
    for (const auto& [chart, lost] : across_.lost()) {
      const ChartMarks* const before = marks_.find(chart);
      if (before == nullptr) continue;
      ChartMarks marks = *before;
      marks.lost.insert(marks.lost.end(), lost.begin(), lost.end());
      const ScoreSheet& sheet = *lenses_.sheet;
      const ChartScore score = add_up(sheet, marks);
      rows->row({across_.unit_of(chart), chart, score.total.value(), sheet.grades[score.grade].id});
    }
    return rows->finish();
  }

  // The counts of indicators of which the checks across charts said something.
  std::optional<Error> count_again() {
    const IndicatorCounter& counter = *lenses_.indicators;
    // The rows are read to their end before any is added: one statement at a time.
    Result<std::vector<Counted>> counts = counts_of_shards();
    if (!counts) return counts.error();
    Result<store::Appender> rows = database_.append_to(kRecounted.name);
    if (!rows) return rows.error();
    for (Counted& counted : *counts) {
      const ChartMarks* const marks = graded(counted.state) ? marks_.find(counted.chart) : nullptr;
      if (marks != nullptr) counted.state.lost = marks->lost;
      for_each_later(counted, [&](const IndicatorState& later) { counted.state.add(later); });
      const IndicatorCount count = counter.count(counted.state);
      rows->row({counted.unit, counted.chart, counter.book().indicators[counted.state.indicator].id,
                 count.numerator, count.denominator, count.undecided, count.unevaluated,
                 counted.state.pass, counted.state.fail, counted.state.open,
                 counted.before.numerator, counted.before.denominator, counted.before.undecided,
                 counted.before.unevaluated});
    }
    return rows->finish();
  }

  template <typename Visit>
  void for_each_later(const Counted& counted, Visit visit) const {
    const auto found = across_.states().find(counted.chart);
    if (found == across_.states().end()) return;
    for (const IndicatorState& later : found->second) {
      if (later.indicator == counted.state.indicator) visit(later);
    }
  }

  // What the shards counted of charts and indicators of which something was said later.
  Result<std::vector<Counted>> counts_of_shards() {
    const IndicatorBook& book = lenses_.indicators->book();
    std::string ids;
    std::unordered_map<std::string_view, std::uint32_t> indices;
    for (std::uint32_t i = 0; i < book.indicators.size(); ++i) {
      if (!lenses_.indicators->across(i)) continue;
      ids += (ids.empty() ? "" : ", ") + store::sql_text(book.indicators[i].id);
      indices.emplace(book.indicators[i].id, i);
    }
    std::vector<Counted> counts;
    if (ids.empty() || across_.states().empty()) return counts;
    auto error = database_.each(
        "SELECT unit, chart, indicator, pass, fail, open, unevaluated, numerator, denominator, "
        "undecided FROM shard_counts "
        "WHERE indicator IN (" +
            ids + ")",
        [&](const store::Rows& rows, std::size_t i) {
          const auto small = [&](std::size_t column) {
            return static_cast<std::uint32_t>(rows.natural(column, i));
          };
          Counted counted{rows.natural(0, i), std::string(rows.text(1, i)), {}, {}};
          counted.state = {indices.at(rows.text(2, i)),
                           small(3),
                           small(4),
                           small(5),
                           small(6) != 0,
                           std::nullopt};
          counted.before = {counted.state.indicator, small(7), small(8), small(9), small(6)};
          bool said = false;
          for_each_later(counted, [&](const IndicatorState&) { said = true; });
          if (said) counts.push_back(std::move(counted));
        });
    if (error) return *std::move(error);
    return counts;
  }

  store::Database& database_;
  const Lenses& lenses_;
  const AcrossRows& across_;
  ShardMarks marks_;
};

}  // namespace

std::optional<Error> recount(store::Database& database, const Lenses& lenses,
                             const AcrossRows& across) {
  return Recount(database, lenses, across).run();
}

}  // namespace emrlint::ledger

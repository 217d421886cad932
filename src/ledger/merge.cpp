// SPDX-License-Identifier: Apache-2.0
#include "ledger/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/facts_parts.h"
#include "engine/judge_across.h"
#include "ledger/across_facts.h"
#include "ledger/across_rows.h"
#include "ledger/carried_reports.h"
#include "ledger/plan.h"
#include "ledger/tables.h"
#include "ledger/totals.h"
#include "ledger/views.h"
#include "store/part.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

constexpr store::Shard kWhole = {0, 1};

class Merging {
 public:
  Merging(store::Database& database, const MergeJob& job) : database_(database), job_(job) {}

  std::optional<Error> run() {
    const Result<Terms> terms = read_terms(database_, job_.store, job_.run);
    if (!terms) return terms.error();
    terms_ = *terms;
    if (auto error = make_units()) return error;
    if (auto error = make_shard_views(database_, job_.store, {})) return error;
    if (auto error = judge_across_charts()) return error;
    auto error = carried_.empty() ? make_totals(database_)
                                  : update_totals(database_, job_.store, job_.run, terms_.previous);
    if (error) return error;
    return publish();
  }

 private:
  std::string parts_sql(const Table& table, const std::string& run, std::optional<Error>& error) {
    const Result<std::vector<std::string>> parts = store::parts_of(job_.store, table.name, run);
    if (!parts) {
      error = parts.error();
      return {};
    }
    return rows_of(*parts);
  }

  // What is there in this night: judged by it, or carried over from the run before.
  std::optional<Error> make_units() {
    std::optional<Error> error;
    const std::string plan = parts_sql(kPlan, job_.run, error);
    std::string judged, before;
    if (!error) judged = parts_sql(kJudged, job_.run, error);
    if (!error && !terms_.previous.empty()) before = parts_sql(kUnits, terms_.previous, error);
    if (error) return error;
    const std::string path = "split_part(p.files, '|', 1) AS path";
    std::string sql = fmt::format(
        "CREATE TABLE units AS SELECT p.unit, {}, p.content, {} AS origin, j.status, "
        "j.detail, j.settled FROM {} p JOIN {} j USING (unit) WHERE p.origin = ''",
        path, store::sql_text(job_.run), plan, judged);
    if (!before.empty()) {
      sql += fmt::format(
          " UNION ALL SELECT p.unit, {}, p.content, p.origin, b.status, b.detail, b.settled "
          "FROM {} p JOIN {} b USING (unit) WHERE p.origin <> ''",
          path, plan, before);
    }
    return database_.run(sql);
  }

  std::optional<Error> judge_across_charts() {
    if (auto error = make_tables()) return error;
    Result<store::Appender> findings = database_.append_to(kAcross.name);
    Result<store::Appender> tallies = database_.append_to(kAcrossTallies.name);
    if (!findings) return findings.error();
    if (!tallies) return tallies.error();
    Result<std::unordered_map<std::string, std::uint64_t>> units = units_of_charts();
    if (!units) return units.error();
    RunSummary summary;
    summary.charts = units->size();
    AcrossRows rows(job_.lenses, *std::move(units), *findings, *tallies);
    if (auto error = judge_facts(summary, rows)) return error;
    if (auto error = findings->finish()) return error;
    if (auto error = tallies->finish()) return error;
    if (auto error = carry_over(rows)) return error;
    if (auto error = record_problems(rows.problems())) return error;
    if (auto error = regrade(rows)) return error;
    return recount(rows);
  }

  std::optional<Error> make_tables() {
    std::string sql;
    for (const Table& table : {kAcross, kAcrossTallies, kAcrossProblems, kRegraded, kRecounted}) {
      sql += create_table(table) + ";";
    }
    return database_.run(sql);
  }

  std::optional<Error> judge_facts(RunSummary& summary, AcrossRows& rows) {
    AcrossCharts across(*job_.lenses.catalog, job_.across);
    FactsParts facts(database_, *job_.lenses.catalog);
    AcrossFacts selection(database_, job_.store, terms_);
    if (auto error = selection.select(facts)) return error;
    if (facts.key_check().empty()) return std::nullopt;  // There are none.
    if (facts.key_check() != across.key_check()) {
      return Error{"密钥与这次运行写事实时的不同",
                   "the key is not the one that the facts of this run were written under",
                   {}};
    }
    across.read_from([&facts](const auto& visit) { return facts.read(visit); }, selection.partly());
    judge_across(across, *job_.lenses.catalog, *job_.config, summary, rows);
    if (selection.partly()) carried_ = AcrossFacts::carried();
    return std::nullopt;
  }

  // What the night before says of texts that were not compared again.
  std::optional<Error> carry_over(AcrossRows& across) {
    if (carried_.empty()) return std::nullopt;
    std::optional<Error> error;
    std::string before[2];
    const Table tables[] = {kAcross, kAcrossTallies};
    for (std::size_t i = 0; i < 2 && !error; ++i) {
      before[i] = parts_sql(tables[i], terms_.previous, error) + " WHERE " + carried_;
      if (error) return error;
      error = database_.run("INSERT INTO " + quoted(tables[i].name) +
                            " SELECT * EXCLUDE (run) FROM " + before[i]);
    }
    if (error) return error;
    CarriedReports reports(database_, *job_.lenses.catalog);
    return reports.each(before[0], before[1],
                        [&](const ChartReport& report) { across.note(report); });
  }

  Result<std::unordered_map<std::string, std::uint64_t>> units_of_charts() {
    std::unordered_map<std::string, std::uint64_t> units;
    Result<store::Rows> rows =
        database_.rows("SELECT chart, min(unit) FROM shard_charts GROUP BY chart");
    if (!rows) return rows.error();
    while (rows->next()) {
      for (std::size_t i = 0; i < rows->size(); ++i) {
        units.emplace(rows->text(0, i), rows->natural(1, i));
      }
    }
    if (rows->error()) return *rows->error();
    return units;
  }

  std::optional<Error> record_problems(const std::vector<Problem>& problems) {
    Result<store::Appender> rows = database_.append_to(kAcrossProblems.name);
    if (!rows) return rows.error();
    for (const Problem& problem : problems) {
      rows->row(
          {0, problem.uri, problem.id, id(problem.kind), problem.zh, problem.en, nullptr, nullptr});
    }
    return rows->finish();
  }

  // The scores of charts that lose more by the checks across charts.
  std::optional<Error> regrade(const AcrossRows& across) {
    Result<store::Appender> rows = database_.append_to(kRegraded.name);
    if (!rows) return rows.error();
    for (const auto& [chart, lost] : across.lost()) {
      Result<std::optional<ChartMarks>> marks = marks_of(across.unit_of(chart), chart);
      if (!marks) return marks.error();
      if (!*marks) continue;
      (*marks)->lost.insert((*marks)->lost.end(), lost.begin(), lost.end());
      const ScoreSheet& sheet = *job_.lenses.sheet;
      const ChartScore score = add_up(sheet, **marks);
      rows->row({across.unit_of(chart), chart, score.total.value(), sheet.grades[score.grade].id});
    }
    return rows->finish();
  }

  // What a chart lost so far; none where it has no score.
  Result<std::optional<ChartMarks>> marks_of(std::uint64_t unit, const std::string& chart) {
    Result<store::Rows> scored = database_.rows(
        "SELECT 1 FROM shard_charts WHERE unit = ? AND chart = ? AND score IS NOT NULL",
        {unit, chart});
    if (!scored) return scored.error();
    if (!scored->next()) return std::optional<ChartMarks>();
    Result<store::Rows> rows = database_.rows(
        "SELECT m.sheet_row, m.check_id, m.count FROM shard_marks m WHERE unit = ? AND chart = ?",
        {unit, chart});
    if (!rows) return rows.error();
    ChartMarks marks;
    marks.rows.resize(job_.lenses.sheet->rows.size());
    while (rows->next()) {
      for (std::size_t i = 0; i < rows->size(); ++i) {
        Mark& mark = marks.lost.emplace_back();
        mark.row = static_cast<std::uint32_t>(rows->natural(0, i));
        mark.check = job_.lenses.catalog->index_of(rows->text(1, i)).value_or(0);
        mark.count = static_cast<std::uint32_t>(rows->natural(2, i));
      }
    }
    if (rows->error()) return *rows->error();
    return std::optional(std::move(marks));
  }

  // The counts of indicators in which checks across charts have a say.
  std::optional<Error> recount(const AcrossRows& across) {
    if (job_.lenses.indicators == nullptr) return std::nullopt;
    const IndicatorCounter& counter = *job_.lenses.indicators;
    std::string ids;
    for (std::uint32_t i = 0; i < counter.book().indicators.size(); ++i) {
      if (!counter.across(i)) continue;
      ids += (ids.empty() ? "" : ", ") + store::sql_text(counter.book().indicators[i].id);
      across_ids_.emplace(counter.book().indicators[i].id, i);
    }
    if (ids.empty()) return std::nullopt;
    // The rows are read to their end before any is added: one statement at a time.
    Result<std::vector<Counted>> counts = counts_of(ids);
    if (!counts) return counts.error();
    Result<store::Appender> rows = database_.append_to(kRecounted.name);
    if (!rows) return rows.error();
    for (Counted& counted : *counts) {
      const auto found = across.states().find(counted.chart);
      if (found == across.states().end()) continue;
      if (auto error = add_lost(counter, counted)) return error;
      for (const IndicatorState& state : found->second) {
        if (state.indicator == counted.state.indicator) counted.state.add(state);
      }
      const IndicatorCount count = counter.count(counted.state);
      rows->row({counted.unit, counted.chart, counter.book().indicators[counted.state.indicator].id,
                 count.numerator, count.denominator, count.undecided, count.unevaluated,
                 counted.state.pass, counted.state.fail, counted.state.open});
    }
    return rows->finish();
  }

  // What a chart adds to an indicator.
  struct Counted {
    std::uint64_t unit = 0;
    std::string chart;
    IndicatorState state;
  };

  // What a graded chart lost so far.
  std::optional<Error> add_lost(const IndicatorCounter& counter, Counted& counted) {
    if (counter.book().indicators[counted.state.indicator].grade.empty()) return std::nullopt;
    Result<std::optional<ChartMarks>> marks = marks_of(counted.unit, counted.chart);
    if (!marks) return marks.error();
    if (*marks) counted.state.lost = std::move((*marks)->lost);
    return std::nullopt;
  }

  Result<std::vector<Counted>> counts_of(const std::string& ids) {
    Result<store::Rows> rows = database_.rows(
        "SELECT unit, chart, indicator, pass, fail, open, unevaluated FROM shard_counts "
        "WHERE indicator IN (" +
        ids + ")");
    if (!rows) return rows.error();
    std::vector<Counted> counts;
    const auto small = [&](std::size_t column, std::size_t i) {
      return static_cast<std::uint32_t>(rows->natural(column, i));
    };
    while (rows->next()) {
      for (std::size_t i = 0; i < rows->size(); ++i) {
        Counted& counted = counts.emplace_back();
        counted.unit = rows->natural(0, i);
        counted.chart = rows->text(1, i);
        counted.state = {across_ids_.at(std::string(rows->text(2, i))),
                         small(3, i),
                         small(4, i),
                         small(5, i),
                         small(6, i) != 0,
                         std::nullopt};
      }
    }
    if (rows->error()) return *rows->error();
    return counts;
  }

  // The units come last: with them the run is there.
  std::optional<Error> publish() {
    for (const auto& [table, order] :
         {std::pair(kAcross,
                    "ORDER BY chart, path, line, col, "
                    "check_id, fingerprint"),
          std::pair(kAcrossTallies, "ORDER BY chart, check_id"),
          std::pair(kAcrossProblems, "ORDER BY path, problem, zh"),
          std::pair(kRegraded, "ORDER BY chart"),
          std::pair(kRecounted, "ORDER BY chart, indicator"), std::pair(kTotals, ""),
          std::pair(kUnits, "ORDER BY unit")}) {
      const store::Labels labels = {{"emrlint", table.name},
                                    {"rules", terms_.rules},
                                    {"as_of", terms_.as_of},
                                    {"sheet", terms_.sheet},
                                    {"previous", terms_.previous}};
      const std::string query = "SELECT * FROM " + quoted(table.name) + " " + order;
      if (auto error = store::write_part(database_, query,
                                         store::part_path(job_.store, table.name, job_.run, kWhole),
                                         labels)) {
        return error;
      }
    }
    return std::nullopt;
  }

  store::Database& database_;
  const MergeJob& job_;
  Terms terms_;
  std::string carried_;  // Which rows of the night before hold; nothing for none.
  std::unordered_map<std::string, std::uint32_t> across_ids_;  // Indicators, by id.
};

}  // namespace

std::optional<Error> merge(store::Database& database, const MergeJob& job) {
  const std::vector<std::string> published = published_runs(job.store);
  if (std::find(published.begin(), published.end(), job.run) != published.end()) {
    return std::nullopt;
  }
  return Merging(database, job).run();
}

}  // namespace emrlint::ledger

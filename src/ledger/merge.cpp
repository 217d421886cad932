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
#include "ledger/recount.h"
#include "ledger/tables.h"
#include "ledger/totals.h"
#include "ledger/views.h"
#include "store/part.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

constexpr store::Shard kWhole = {0, 1};
constexpr const char* kCarried = "carried-";  // Rows of the night before that hold.

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
    return recount(database_, job_.lenses, rows);
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
    for (const Table& table : {kAcross, kAcrossTallies}) {
      std::optional<Error> error;
      const std::string before = parts_sql(table, terms_.previous, error);
      const std::string carried = quoted(kCarried + std::string(table.name));
      if (!error) {
        error = database_.run("CREATE TABLE " + carried + " AS SELECT * EXCLUDE (run) FROM " +
                              before + " WHERE " + carried_ + ";INSERT INTO " +
                              quoted(table.name) + " FROM " + carried);
      }
      if (error) return error;
    }
    CarriedReports reports(database_, *job_.lenses.catalog);
    return reports.each(quoted(kCarried + std::string(kAcross.name)),
                        quoted(kCarried + std::string(kAcrossTallies.name)),
                        [&](const ChartReport& report) { across.note(report); });
  }

  Result<std::unordered_map<std::string, std::uint64_t>> units_of_charts() {
    std::unordered_map<std::string, std::uint64_t> units;
    auto error = database_.each("SELECT chart, min(unit) FROM shard_charts GROUP BY chart",
                                [&](const store::Rows& rows, std::size_t i) {
                                  units.emplace(rows.text(0, i), rows.natural(1, i));
                                });
    if (error) return *std::move(error);
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

  // The units come last: with them the run is there.
  std::optional<Error> publish() {
    for (const auto& [table, order] :
         {std::pair(kAcross,
                    "ORDER BY chart, path, line, col, "
                    "check_id, fingerprint, message_id, subject"),
          std::pair(kAcrossTallies, "ORDER BY chart, check_id"),
          std::pair(kAcrossProblems, "ORDER BY path, problem, zh, en"),
          std::pair(kRegraded, "ORDER BY chart"),
          std::pair(kRecounted, "ORDER BY chart, indicator, unit"),
          std::pair(kTotals, "ORDER BY department, check_id, month"),
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

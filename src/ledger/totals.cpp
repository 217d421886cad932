// SPDX-License-Identifier: Apache-2.0
#include "ledger/totals.h"

#include <fmt/format.h>

#include <vector>

#include "ledger/tables.h"
#include "ledger/views.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

// What adds up, of these rows; `sign`: "+1" or "-1".
std::string summands(const char* sign, const std::string& tallies, const std::string& findings,
                     const std::string& charts) {
  return fmt::format(
      "SELECT c.department, t.check_id, c.month, {0} * t.findings AS findings, {0} * t.pass AS "
      "pass, "
      "  {0} * t.fail AS fail, {0} * t.undecided AS undecided, {0} * t.due AS due FROM ("
      "  SELECT unit, chart, check_id, 0 AS findings, pass::BIGINT AS pass, fail::BIGINT AS fail, "
      "    undecided::BIGINT AS undecided, due::BIGINT AS due FROM {1} "
      "  UNION ALL SELECT unit, chart, check_id, 1, 0, 0, 0, 0 FROM {2} "
      "    WHERE kind = 'fail' AND NOT waived AND NOT superseded) t "
      "JOIN (SELECT unit, chart, min(department) AS department, min(month) AS month "
      "  FROM {3} GROUP BY unit, chart) c USING (unit, chart)",
      sign, tallies, findings, charts);
}

std::string of_shards(const char* sign, const std::string& prefix) {
  return summands(sign, prefix + "shard_tallies", prefix + "shard_findings",
                  prefix + "shard_charts");
}

std::string added_up(const std::string& rows) {
  return fmt::format(
      "CREATE TABLE totals AS SELECT department, check_id, month, "
      "  sum(findings)::UBIGINT AS findings, sum(pass)::UBIGINT AS pass, "
      "  sum(fail)::UBIGINT AS fail, sum(undecided)::UBIGINT AS undecided, "
      "  sum(due)::UBIGINT AS due "
      "FROM ({}) GROUP BY department, check_id, month "
      "HAVING sum(findings + pass + fail + undecided + due) <> 0",
      rows);
}

}  // namespace

std::optional<Error> make_totals(store::Database& database) {
  return database.run(
      added_up(of_shards("+1", "") + " UNION ALL " +
               summands("+1", quoted(kAcrossTallies.name), kAcross.name, "shard_charts")));
}

std::optional<Error> update_totals(store::Database& database, const std::string& store,
                                   const std::string& run, const std::string& before) {
  std::string old[3];
  const Table* const tables[] = {&kAcrossTallies, &kAcross, &kTotals};
  for (std::size_t i = 0; i < 3; ++i) {
    const Result<std::vector<std::string>> parts = store::parts_of(store, tables[i]->name, before);
    if (!parts) return parts.error();
    old[i] = rows_of(*parts);
  }
  auto error =
      database.run("CREATE TABLE new_units AS SELECT unit, origin FROM units WHERE origin = " +
                   store::sql_text(run) +
                   ";CREATE TABLE gone_units AS SELECT unit, origin FROM old_units "
                   "  EXCEPT SELECT unit, origin FROM units");
  if (!error) error = make_shard_views(database, store, "new_");
  if (!error) error = make_shard_views(database, store, "gone_");
  if (error) return error;
  return database.run(added_up(
      "SELECT department, check_id, month, findings::BIGINT AS findings, pass::BIGINT AS pass, "
      "  fail::BIGINT AS fail, undecided::BIGINT AS undecided, due::BIGINT AS due FROM " +
      old[2] + " UNION ALL " + of_shards("-1", "gone_") + " UNION ALL " + of_shards("+1", "new_") +
      " UNION ALL " + summands("-1", old[0], old[1], "old_shard_charts") + " UNION ALL " +
      summands("+1", quoted(kAcrossTallies.name), kAcross.name, "shard_charts")));
}

}  // namespace emrlint::ledger

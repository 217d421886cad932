// SPDX-License-Identifier: Apache-2.0
#include "ledger/sums.h"

#include <fmt/format.h>

#include <vector>

#include "ledger/tables.h"
#include "ledger/views.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

// Rows of kSums in one pass, since counts are many and groups few. `counts` has the columns run and
// sign beside those of kCounts: 1 or -1, which takes away; `charts` has run beside those of
// kCharts.
std::string summed(const std::string& counts, const std::string& charts) {
  return fmt::format(
      "SELECT CASE GROUPING(department, doctor, disease, month) WHEN 7 THEN 'department' "
      "  WHEN 11 THEN 'doctor' WHEN 13 THEN 'disease' WHEN 14 THEN 'month' ELSE '' END AS facet, "
      "coalesce(department, doctor, disease, month, '') AS name, indicator, "
      "sum(sign * numerator)::BIGINT AS numerator, sum(sign * denominator)::BIGINT AS denominator, "
      "sum(sign * undecided)::BIGINT AS undecided, "
      "sum(sign * unevaluated)::BIGINT AS unevaluated "
      "FROM ({}) JOIN (SELECT run, unit, chart, min(department) AS department, "
      "  min(doctor) AS doctor, min(disease) AS disease, min(month) AS month "
      "  FROM {} GROUP BY run, unit, chart) USING (run, unit, chart) "
      "GROUP BY GROUPING SETS ((indicator), (indicator, department), (indicator, doctor), "
      "  (indicator, disease), (indicator, month))",
      counts, charts);
}

// What the parts at hand say of units of which another run tells now, or none.
std::string of_dead_units(const std::vector<std::string>& counts,
                          const std::vector<std::string>& charts) {
  const auto dead = [](const std::vector<std::string>& parts) {
    return rows_of(parts) + " SEMI JOIN dead_units USING (run, unit)";
  };
  return summed("SELECT *, -1 AS sign FROM " + dead(counts),
                "(SELECT * FROM " + dead(charts) + ")");
}

// What checks across charts count, less what the shards did in its place.
std::string counted_again(const std::vector<std::string>& recounted) {
  return summed(
      "SELECT '' AS run, unit, chart, indicator, 1 AS sign, "
      "  numerator::BIGINT - was_numerator AS numerator, "
      "  denominator::BIGINT - was_denominator AS denominator, "
      "  undecided::BIGINT - was_undecided AS undecided, "
      "  unevaluated::BIGINT - was_unevaluated AS unevaluated FROM " +
          rows_of(recounted),
      "(SELECT '' AS run, * FROM shard_charts)");
}

}  // namespace

std::optional<Error> add_up_shard(store::Database& database) {
  return database.run(
      create_table(kSums) + ";INSERT INTO sums " +
      summed("SELECT '' AS run, 1 AS sign, * FROM counts", "(SELECT '' AS run, * FROM charts)") +
      " ORDER BY ALL");
}

std::optional<Error> sum_indicators(store::Database& database, const std::string& store,
                                    const std::string& run) {
  const Result<std::vector<std::string>> recounted = store::parts_of(store, kRecounted.name, run);
  if (!recounted) return recounted.error();
  std::vector<std::string> parts[4];
  const Table* const tables[] = {&kJudged, &kCounts, &kCharts, &kSums};
  for (std::size_t i = 0; i < 4; ++i) {
    Result<std::vector<std::string>> found = live_parts(database, store, tables[i]->name, "");
    if (!found) return found.error();
    parts[i] = *std::move(found);
  }
  const auto& [judged, counts, charts, sums] = parts;
  if (judged.empty()) {  // A run without units.
    return database.run(create_table({"indicator_sums", kSums.columns}));
  }
  return database.run(
      "CREATE TABLE dead_units AS SELECT run, unit FROM " + rows_of(judged) +
      "  EXCEPT SELECT origin, unit FROM units;"
      "CREATE TABLE indicator_sums AS SELECT facet, name, indicator, "
      "sum(numerator)::BIGINT AS numerator, sum(denominator)::BIGINT AS denominator, "
      "sum(undecided)::BIGINT AS undecided, sum(unevaluated)::BIGINT AS unevaluated FROM ("
      "SELECT * EXCLUDE (run) FROM " +
      rows_of(sums) + " UNION ALL " + of_dead_units(counts, charts) + " UNION ALL " +
      counted_again(*recounted) + ") GROUP BY facet, name, indicator");
}

}  // namespace emrlint::ledger

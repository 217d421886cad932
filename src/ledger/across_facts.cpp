// SPDX-License-Identifier: Apache-2.0
#include "ledger/across_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "ledger/tables.h"
#include "ledger/views.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

// Samples in more charts than that are wording of templates: engine/near_pairs. A chart holds one a
// few times at the most.
constexpr int kTemplate = 50;
constexpr int kTemplateRows = 8 * kTemplate;

// A text of a fact's line as SQL makes it of a plain one (engine/line_fields.h).
std::string as_field(const char* column) {
  return fmt::format(
      R"(replace(replace(replace(replace(replace({}, '\', '\\'), chr(9), '\t'), chr(10), '\n'), )"
      R"(chr(13), '\r'), '|', '\p'))",
      column);
}

// The charts of units with the run whose parts hold their facts.
std::string charts_of(const char* prefix) {
  return fmt::format(
      "SELECT DISTINCT u.origin AS run, {} AS chart FROM {}shard_charts c JOIN {}units u "
      "USING (unit)",
      as_field("c.chart"), prefix, prefix);
}

}  // namespace

std::optional<Error> AcrossFacts::select(FactsParts& parts) {
  if (auto error = find_live()) return error;
  Result<std::vector<std::string>> paths = live_parts(database_, store_, "facts", "");
  if (!paths) return paths.error();
  const Result<bool> carried = any_carried();
  if (!carried) return carried.error();
  partly_ = *carried;
  if (partly_) {
    const Result<std::vector<std::string>> before = live_parts(database_, store_, "facts", "old_");
    if (!before) return before.error();
    paths->insert(paths->end(), before->begin(), before->end());
    std::sort(paths->begin(), paths->end());
    paths->erase(std::unique(paths->begin(), paths->end()), paths->end());
  }
  if (paths->empty()) return std::nullopt;
  const std::string facts = rows_of(*paths);
  const std::string live = facts + " WHERE (run, chart) IN (SELECT (run, chart) FROM live_charts)";
  if (!partly_) {
    return parts.sort(*paths, "SELECT " + FactsParts::line() + " AS fact FROM " + live);
  }
  if (auto error = find_touched(facts)) return error;
  if (auto error = find_context(facts)) return error;
  return parts.sort(*paths, fmt::format("SELECT {0} AS fact FROM {1} AND check_id IS NOT NULL "
                                        "  AND check_id NOT IN (SELECT check_id FROM text_checks) "
                                        "UNION ALL SELECT {0} FROM judged "
                                        "UNION ALL SELECT {0} FROM judged_grams "
                                        "UNION ALL SELECT {0} FROM other_grams "
                                        "UNION ALL SELECT {2} FROM others",
                                        FactsParts::line(), live, FactsParts::source_line()));
}

std::optional<Error> AcrossFacts::find_live() {
  return database_.run("CREATE TABLE live_charts AS " + charts_of(""));
}

// Whether the night before has judged some of the units; then also what it had that is gone.
Result<bool> AcrossFacts::any_carried() {
  Result<store::Rows> rows = database_.rows("SELECT 1 FROM units WHERE origin <> " +
                                            store::sql_text(terms_.run) + " LIMIT 1");
  if (!rows) return rows.error();
  if (!rows->next()) return false;
  const Result<std::vector<std::string>> parts =
      store::parts_of(store_, kUnits.name, terms_.previous);
  if (!parts) return parts.error();
  if (auto error = database_.run("CREATE VIEW old_units AS SELECT * EXCLUDE (run) FROM " +
                                 rows_of(*parts))) {
    return *error;
  }
  if (auto error = make_shard_views(database_, store_, "old_")) return *error;
  if (auto error = database_.run("CREATE TABLE gone_charts AS " + charts_of("old_") +
                                 " EXCEPT SELECT run, chart FROM live_charts")) {
    return *error;
  }
  return true;
}

// Of texts: what is new or gone, and the checks of charts of which it may change what was said.
std::optional<Error> AcrossFacts::find_touched(const std::string& facts) {
  const std::string fresh =
      fmt::format("(run = {} OR (run, chart) IN (SELECT (run, chart) FROM gone_charts))",
                  store::sql_text(terms_.run));
  return database_.run(fmt::format(
      "CREATE TABLE text_checks AS SELECT DISTINCT check_id FROM {0} "
      "  WHERE check_id IS NOT NULL AND text <> '';"
      "CREATE TABLE fresh_keys AS SELECT DISTINCT key, check_id IS NULL AS gram FROM {0} "
      "  WHERE {1} AND (check_id IS NULL OR check_id IN (SELECT check_id FROM text_checks));"
      // Samples that live charts share with what is fresh, templates left out: all have these.
      "CREATE TABLE rare AS SELECT key FROM {0} "
      "  WHERE check_id IS NULL AND key IN (SELECT key FROM fresh_keys WHERE gram) "
      "  GROUP BY key HAVING count(*) <= {4};"
      "CREATE TABLE met AS SELECT key, chart, split_part(text, '|', 1) AS id FROM {0} "
      "  WHERE check_id IS NULL AND key IN (SELECT key FROM rare) "
      "  AND (run, chart) IN (SELECT (run, chart) FROM live_charts);"
      "CREATE TABLE met_texts AS SELECT id FROM met WHERE key IN (SELECT key FROM met "
      "  GROUP BY key HAVING count(DISTINCT chart) <= {2}) "
      "  GROUP BY id HAVING count(DISTINCT key) > 1;"
      "CREATE TABLE touched AS SELECT DISTINCT run, chart, check_id FROM {0} "
      "  WHERE check_id IN (SELECT check_id FROM text_checks) "
      "  AND (run = {3} OR key IN (SELECT key FROM fresh_keys WHERE NOT gram) "
      "    OR (text <> '' AND split_part(text, '|', 1) IN (SELECT id FROM met_texts))) "
      "  AND (run, chart) IN (SELECT (run, chart) FROM live_charts)",
      facts, fresh, kTemplate, store::sql_text(terms_.run), kTemplateRows));
}

// What is judged again, and beside what.
std::optional<Error> AcrossFacts::find_context(const std::string& facts) {
  return database_.run(fmt::format(
      "CREATE TABLE judged AS SELECT * FROM {0} WHERE "
      "  (run, chart, check_id) IN (SELECT (run, chart, check_id) FROM touched);"
      "CREATE TABLE judged_texts AS SELECT DISTINCT split_part(text, '|', 1) AS id FROM judged "
      "  WHERE text <> '';"
      "CREATE TABLE judged_grams AS SELECT * FROM {0} WHERE check_id IS NULL "
      "  AND split_part(text, '|', 1) IN (SELECT id FROM judged_texts) "
      "  AND (run, chart) IN (SELECT (run, chart) FROM live_charts);"
      // Of a template some are enough to tell it.
      "CREATE TABLE held AS SELECT key, count(*) AS n FROM {0} "
      "  WHERE check_id IS NULL AND key IN (SELECT key FROM judged_grams) GROUP BY key;"
      "CREATE TABLE other_grams AS SELECT f.* FROM {0} f JOIN held USING (key) "
      "  WHERE check_id IS NULL AND hash(chart) % greatest(1, n // {1}) = 0 "
      "  AND split_part(text, '|', 1) NOT IN (SELECT id FROM judged_texts) "
      "  AND (run, chart) IN (SELECT (run, chart) FROM live_charts);"
      "CREATE TABLE other_texts AS SELECT DISTINCT split_part(text, '|', 1) AS id "
      "  FROM other_grams;"
      "CREATE TABLE others AS SELECT * FROM {0} "
      "  WHERE check_id IN (SELECT check_id FROM text_checks) "
      "  AND (key IN (SELECT key FROM judged) "
      "    OR (text <> '' AND split_part(text, '|', 1) IN (SELECT id FROM other_texts))) "
      "  AND (run, chart) IN (SELECT (run, chart) FROM live_charts) "
      "  AND (run, chart, check_id) NOT IN (SELECT (run, chart, check_id) FROM touched)",
      facts, kTemplateRows));
}

std::string AcrossFacts::carried() {
  return fmt::format(
      "unit IN (SELECT unit FROM units) AND check_id IN (SELECT check_id FROM text_checks) "
      "AND ({}, check_id) NOT IN (SELECT (chart, check_id) FROM touched)",
      as_field("chart"));
}

}  // namespace emrlint::ledger

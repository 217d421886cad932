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
// Two texts are read again and compared if they have so many samples in common, and such a part of
// those of one of them.
constexpr int kCommon = 2;
constexpr int kPart = 6;
// Items of the text of a fact (docs/facts.md).
constexpr const char* kId = "split_part(text, '|', 1)";
constexpr const char* kSamples = "split_part(text, '|', 9)";

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

// Tables of the live samples with the keys of table KEYS_keys: KEYS_templates, those that are in
// too many charts, and KEYS_held, the rows of the others.
std::string find_holders(const char* keys) {
  return fmt::format(
      "CREATE TABLE {0}_counts AS SELECT key, count(*) AS n FROM live_facts "
      "  WHERE check_id IS NULL AND key IN (SELECT key FROM {0}_keys) GROUP BY key;"
      "CREATE TABLE {0}_templates AS SELECT key FROM {0}_counts WHERE n > {2} "
      "UNION ALL SELECT key FROM live_facts WHERE check_id IS NULL AND key IN "
      "  (SELECT key FROM {0}_counts WHERE n > {1} AND n <= {2}) "
      "  GROUP BY key HAVING count(DISTINCT chart) > {1};"
      "CREATE TABLE {0}_held AS SELECT key, chart, text FROM live_facts "
      "  WHERE check_id IS NULL AND key IN "
      "  (SELECT key FROM {0}_keys ANTI JOIN {0}_templates USING (key));",
      keys, kTemplate, kTemplateRows);
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
  if (auto error = make_live_facts(*paths)) return error;
  if (!partly_) {
    return parts.sort(*paths, "SELECT " + FactsParts::line() + " AS fact FROM live_facts");
  }
  if (auto error = find_touched()) return error;
  if (auto error = find_context()) return error;
  return parts.sort(
      *paths, fmt::format("SELECT {0} AS fact FROM live_facts WHERE check_id IS NOT NULL "
                          "  AND check_id NOT IN (SELECT check_id FROM text_checks) "
                          "UNION ALL SELECT {0} FROM judged "
                          "UNION ALL SELECT {1} FROM others "
                          "UNION ALL SELECT concat_ws(chr(9), key, chart, text) FROM judged_held "
                          // Of a template its key is enough, in more charts than it takes.
                          "UNION ALL SELECT concat_ws(chr(9), key, '#' || n, '#|0|') "
                          "  FROM judged_templates, range(100, {2}) r(n)",
                          FactsParts::line(), FactsParts::source_line(), 101 + kTemplate));
}

std::optional<Error> AcrossFacts::find_live() {
  return database_.run("CREATE TABLE live_charts AS " + charts_of(""));
}

// Whether the night before has judged some of the units; then also what it had that is gone.
Result<bool> AcrossFacts::any_carried() {
  const std::string run = store::sql_text(terms_.run);
  Result<store::Rows> rows =
      database_.rows("SELECT 1 FROM units WHERE origin <> " + run + " LIMIT 1");
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
  if (auto error = database_.run("CREATE TABLE fresh_charts AS (" + charts_of("old_") +
                                 " EXCEPT SELECT run, chart FROM live_charts) UNION ALL "
                                 "SELECT run, chart FROM live_charts WHERE run = " +
                                 run)) {
    return *error;
  }
  return true;
}

// The facts without those of charts that were judged anew since, or are gone.
std::optional<Error> AcrossFacts::make_live_facts(const std::vector<std::string>& paths) {
  const std::vector<std::string> runs = store::runs_of(store_, kCharts.name);
  std::vector<std::string> charts;
  for (const std::string& run : runs) {
    const Result<std::vector<std::string>> parts = store::parts_of(store_, kCharts.name, run);
    if (parts) charts.insert(charts.end(), parts->begin(), parts->end());
  }
  const std::string facts = rows_of(paths);
  return database_.run(fmt::format(
      "CREATE TABLE dead_charts AS SELECT DISTINCT run, {} AS chart FROM {} "
      "  EXCEPT SELECT run, chart FROM live_charts;"
      "CREATE VIEW all_facts AS SELECT * FROM {};"
      "CREATE VIEW live_facts AS SELECT * FROM all_facts ANTI JOIN dead_charts USING (run, chart)",
      as_field("chart"), rows_of(charts), facts));
}

// Of texts: what is new or gone, and the checks of charts of which it may change what was said.
std::optional<Error> AcrossFacts::find_touched() {
  return database_.run(
      fmt::format("CREATE TABLE text_checks AS SELECT DISTINCT check_id FROM all_facts "
                  "  WHERE check_id IS NOT NULL AND text <> '';"
                  "CREATE TABLE fresh AS SELECT key, check_id, {0} AS id, {1} AS samples "
                  "  FROM all_facts SEMI JOIN fresh_charts USING (run, chart) "
                  "  WHERE check_id IS NULL OR check_id IN (SELECT check_id FROM text_checks);"
                  "CREATE TABLE fresh_keys AS SELECT DISTINCT key FROM fresh "
                  "  WHERE check_id IS NULL;",
                  kId, kSamples) +
      find_holders("fresh") +
      fmt::format("CREATE TABLE met AS SELECT a.id, max(a.common) AS common, "
                  "    min(TRY_CAST(f.samples AS INT)) AS samples FROM ("
                  "  SELECT {0} AS id, g.id AS fresh_id, count(*) AS common FROM fresh_held h "
                  "  JOIN fresh g USING (key) WHERE g.check_id IS NULL AND {0} <> g.id "
                  "  GROUP BY 1, 2 HAVING count(*) >= {1}) a "
                  "  JOIN fresh f ON f.check_id IS NOT NULL AND f.id = a.fresh_id GROUP BY a.id;"
                  "CREATE TABLE touched AS SELECT DISTINCT run, chart, check_id FROM live_facts "
                  "  LEFT JOIN met ON met.id = {2} "
                  "  WHERE check_id IN (SELECT check_id FROM text_checks) "
                  "  AND (run = {3} OR key IN (SELECT key FROM fresh WHERE check_id IS NOT NULL) "
                  "    OR (text <> '' AND {4} * met.common >= "
          "      least(met.samples, TRY_CAST({5} AS INT))))",
                  "split_part(h.text, '|', 1)", kCommon, "split_part(live_facts.text, '|', 1)",
                  store::sql_text(terms_.run), kPart, "split_part(live_facts.text, '|', 9)"));
}

// What is judged again, and beside what.
std::optional<Error> AcrossFacts::find_context() {
  return database_.run(
      fmt::format("CREATE TABLE judged AS SELECT * FROM live_facts "
                  "  SEMI JOIN touched USING (run, chart, check_id);"
                  "CREATE TABLE judged_texts AS SELECT DISTINCT {0} AS id FROM judged "
                  "  WHERE text <> '';"
                  "CREATE TABLE judged_keys AS SELECT DISTINCT key FROM live_facts "
                  "  WHERE check_id IS NULL AND {0} IN (SELECT id FROM judged_texts);",
                  kId) +
      find_holders("judged") +
      fmt::format("CREATE TABLE other_texts AS SELECT DISTINCT {0} AS id FROM judged_held "
                  "  WHERE {0} NOT IN (SELECT id FROM judged_texts);"
                  "CREATE TABLE others AS SELECT * FROM live_facts "
                  "  ANTI JOIN touched USING (run, chart, check_id) "
                  "  WHERE check_id IN (SELECT check_id FROM text_checks) "
                  "  AND (key IN (SELECT key FROM judged) "
                  "    OR (text <> '' AND {0} IN (SELECT id FROM other_texts)))",
                  kId));
}

std::string AcrossFacts::carried() {
  return fmt::format(
      "unit IN (SELECT unit FROM units) AND check_id IN (SELECT check_id FROM text_checks) "
      "AND ({}, check_id) NOT IN (SELECT (chart, check_id) FROM touched)",
      as_field("chart"));
}

}  // namespace emrlint::ledger

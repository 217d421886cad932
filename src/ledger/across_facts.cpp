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

// Two texts are read again and compared if they have so many samples in common, and such a part of
// those of one of them.
constexpr int kCommon = 2;
constexpr int kPart = 6;
// Of new and gone charts, each with a few hundred samples; by the memory that merging has.
constexpr std::int64_t kMostFresh = 5000;

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
  const Result<bool> carried = any_carried();
  if (!carried) return carried.error();
  partly_ = *carried;
  const Result<std::vector<std::string>> paths = parts_at_hand("facts");
  if (!paths) return paths.error();
  if (paths->empty()) return std::nullopt;
  if (auto error = make_live_facts(*paths)) return error;
  if (!partly_) return parts.sort(*paths, FactsParts::lines_of("live_rows", false));
  for (const auto step :
       {&AcrossFacts::find_fresh, &AcrossFacts::find_touched, &AcrossFacts::find_judged,
        &AcrossFacts::find_others, &AcrossFacts::find_told, &AcrossFacts::make_lines}) {
    if (auto error = (this->*step)()) return error;
  }
  return parts.sort(*paths, "FROM lines");
}

std::optional<Error> AcrossFacts::find_live() {
  return database_.run("CREATE TABLE live_charts AS " + charts_of(""));
}

// Whether the night before has judged some of the units; then also what it had that is gone. Where
// too much is new for the memory, all is judged: that is done by sorting.
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
  rows = database_.rows("SELECT count(*) FROM fresh_charts");
  if (!rows) return rows.error();
  return rows->next() && rows->integer(0, 0) <= kMostFresh;
}

// Those of the runs that units of this one rest on, or units of the one before did.
Result<std::vector<std::string>> AcrossFacts::parts_at_hand(const std::string& kind) {
  Result<std::vector<std::string>> paths = live_parts(database_, store_, kind, "");
  if (!paths || !partly_) return paths;
  const Result<std::vector<std::string>> before = live_parts(database_, store_, kind, "old_");
  if (!before) return before;
  paths->insert(paths->end(), before->begin(), before->end());
  std::sort(paths->begin(), paths->end());
  paths->erase(std::unique(paths->begin(), paths->end()), paths->end());
  return paths;
}

// The facts and samples, and of which charts they hold no more: judged anew since, or gone.
std::optional<Error> AcrossFacts::make_live_facts(const std::vector<std::string>& paths) {
  const Result<std::vector<std::string>> charts = parts_at_hand(kCharts.name);
  if (!charts) return charts.error();
  return database_.run(fmt::format(
      "CREATE TABLE dead_charts AS SELECT DISTINCT run, {} AS chart FROM {} "
      "  EXCEPT SELECT run, chart FROM live_charts;"
      "CREATE VIEW all_rows AS SELECT * FROM {};"
      "CREATE VIEW live_rows AS SELECT * FROM all_rows ANTI JOIN dead_charts USING (run, chart)",
      as_field("chart"), rows_of(*charts), rows_of(paths)));
}

// What is new or gone, and of each of its samples who holds it. Of facts what they are found by
// stays at hand; check and key as numbers, since what shares one by chance is judged without need,
// no more.
std::optional<Error> AcrossFacts::find_fresh() {
  auto error = database_.run(fmt::format(
      "CREATE TABLE at_hand AS SELECT run, chart, true AS live, run = {0} AS fresh "
      "  FROM live_charts UNION ALL "
      "  SELECT run, chart, false, true FROM fresh_charts WHERE run <> {0};"
      "CREATE TABLE facts_at_hand AS SELECT chart, hash(check_id) AS checked, hash(key) AS key, "
      "  text_id, number AS samples, live, fresh "
      "  FROM (SELECT * FROM all_rows WHERE check_id IS NOT NULL) JOIN at_hand USING (run, chart);"
      "CREATE VIEW live_facts AS SELECT * FROM facts_at_hand WHERE live;"
      "CREATE VIEW fresh_facts AS SELECT * FROM facts_at_hand WHERE fresh;"
      "CREATE TABLE fresh_texts AS SELECT DISTINCT a.run, f.text_id, f.chart FROM fresh_facts f "
      "  JOIN at_hand a USING (chart) WHERE a.fresh AND f.text_id IS NOT NULL",
      store::sql_text(terms_.run)));
  if (!error) error = samples_.make_tables();
  if (!error) error = samples_.take("fresh_grams", "fresh_texts");
  return error ? error : samples_.find_holders("fresh_grams");
}

// The checks of charts of which what is new or gone may change what was said: it has the same key;
// or a text of it has much in common with one of theirs; or a sample of theirs became a template by
// it, or is one no more.
std::optional<Error> AcrossFacts::find_touched() {
  return database_.run(fmt::format(
      "CREATE TABLE turned AS SELECT gram FROM ("
      "  SELECT gram, count(DISTINCT chart) AS charts FROM ("
      "    SELECT gram, chart FROM held_by_few WHERE run <> {0} "
      "    UNION ALL SELECT gram, chart FROM fresh_grams SEMI JOIN held_by_few USING (gram) "
      "    WHERE run <> {0}) GROUP BY gram)"
      "  WHERE (charts > {3}) <> (gram IN (SELECT gram FROM templates));"
      "CREATE TABLE met AS "
      "  SELECT a.text_id, max(a.common) AS common, min(f.samples) AS samples FROM ("
      "    SELECT h.text_id AS text_id, g.text_id AS fresh_id, count(*) AS common "
      "    FROM held h JOIN fresh_grams g USING (gram) WHERE h.text_id <> g.text_id "
      "    GROUP BY 1, 2 HAVING count(*) >= {1}) a "
      "  JOIN fresh_facts f ON f.text_id = a.fresh_id GROUP BY a.text_id;"
      "CREATE TABLE touched AS SELECT DISTINCT f.chart, f.checked FROM live_facts f "
      "  LEFT JOIN met USING (text_id) "
      "  WHERE f.chart IN (SELECT chart FROM fresh_charts) "
      "    OR f.key IN (SELECT key FROM fresh_facts) "
      "    OR {2} * met.common >= least(met.samples, f.samples) "
      "    OR f.text_id IN (SELECT text_id FROM held_by_few SEMI JOIN turned USING (gram))",
      store::sql_text(terms_.run), kCommon, kPart, kTemplateCharts));
}

std::optional<Error> AcrossFacts::find_judged() {
  auto error = database_.run(
      "CREATE TABLE judged AS SELECT * FROM live_facts SEMI JOIN touched USING (chart, checked);"
      "CREATE TABLE judged_texts AS SELECT DISTINCT run, text_id, chart FROM judged "
      "  JOIN live_charts USING (chart) WHERE text_id IS NOT NULL");
  if (!error) error = samples_.take("judged_grams", "judged_texts");
  return error ? error : samples_.find_holders("judged_grams");
}

// Beside what that is judged.
std::optional<Error> AcrossFacts::find_others() {
  auto error = database_.run(fmt::format(
      "CREATE TABLE other_texts AS SELECT run, text_id, chart "
      "  FROM held SEMI JOIN judged_grams USING (gram) "
      "  WHERE text_id NOT IN (SELECT text_id FROM judged_texts) "
      "  GROUP BY run, text_id, chart HAVING count(*) >= {0};"
      "CREATE TABLE others AS SELECT * FROM live_facts ANTI JOIN touched USING (chart, checked) "
      "  WHERE key IN (SELECT key FROM judged) "
      "    OR text_id IN (SELECT text_id FROM other_texts)",
      kCommon));
  if (!error) error = samples_.take("other_grams", "other_texts");
  return error ? error : samples_.find_holders("other_grams");
}

// The samples that are told: those that bring texts of two charts together; and of templates those
// in texts that may be compared for that, which are few.
std::optional<Error> AcrossFacts::find_told() {
  return database_.run(fmt::format(
      "CREATE TABLE told AS SELECT * FROM held WHERE gram IN ("
      "  SELECT gram FROM held SEMI JOIN judged_grams USING (gram) GROUP BY gram "
      "  HAVING count(DISTINCT chart) > 1);"
      "CREATE TABLE paired AS SELECT run, text_id FROM told GROUP BY run, text_id "
      "  HAVING count(*) >= {};"
      "CREATE TABLE over AS SELECT * FROM (FROM judged_grams UNION ALL FROM other_grams) "
      "  SEMI JOIN paired USING (run, text_id) SEMI JOIN templates USING (gram)",
      kCommon));
}

// The facts whole, which are read in one pass. A table of lines, since DuckDB sorts a union in
// memory alone.
std::optional<Error> AcrossFacts::make_lines() {
  std::string lines = FactsParts::lines_of("whole WHERE NOT source", false);
  for (const std::string& more :
       {FactsParts::lines_of("whole WHERE source", true), FactsParts::lines_of_samples("told"),
        FactsParts::lines_of_samples("over"),
        FactsParts::lines_of_caps("(SELECT DISTINCT gram FROM over)")}) {
    lines += " UNION ALL " + more;
  }
  return database_.run(
      "CREATE TABLE wanted AS SELECT DISTINCT run, chart, checked, key, text_id, source FROM ("
      "  SELECT *, false AS source FROM judged UNION ALL SELECT *, true AS source FROM others) "
      "  JOIN live_charts USING (chart);"
      "CREATE TABLE whole AS SELECT f.*, w.source "
      "  FROM (SELECT * FROM all_rows WHERE check_id IS NOT NULL) f JOIN wanted w "
      "  ON f.run = w.run AND f.chart = w.chart AND hash(f.check_id) = w.checked "
      "    AND hash(f.key) = w.key AND f.text_id IS NOT DISTINCT FROM w.text_id;"
      "CREATE TABLE lines AS " +
      lines);
}

std::string AcrossFacts::carried() {
  return fmt::format(
      "{0} NOT IN (SELECT chart FROM fresh_charts) "
      "AND ({0}, hash(check_id)) NOT IN (SELECT (chart, checked) FROM touched)",
      as_field("chart"));
}

}  // namespace emrlint::ledger

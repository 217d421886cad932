// SPDX-License-Identifier: Apache-2.0
#include "ledger/across_samples.h"

#include <fmt/format.h>

namespace emrlint::ledger {
namespace {

// The samples for which `where` holds, without their charts: a column of texts takes longer to read
// than the three numbers together.
std::string samples(const std::string& where) {
  return "SELECT run, gram, text_id, number FROM all_rows WHERE gram IS NOT NULL AND " + where;
}

}  // namespace

std::optional<Error> AcrossSamples::make_tables() {
  return database_.run(
      "CREATE TABLE asked_before (gram UBIGINT);"
      "CREATE TABLE held_by_few (run VARCHAR, chart VARCHAR, gram UBIGINT, text_id UBIGINT, "
      "  number UINTEGER);"
      "CREATE TABLE templates (gram UBIGINT);"
      "CREATE VIEW held AS SELECT * FROM held_by_few ANTI JOIN templates USING (gram)");
}

std::optional<Error> AcrossSamples::take(const std::string& table, const std::string& texts) {
  return database_.run(
      fmt::format("CREATE TABLE {} AS SELECT run, chart, gram, text_id, number FROM ({}) "
                  "  JOIN {} USING (run, text_id)",
                  table, samples("text_id IN (SELECT text_id FROM " + texts + ")"), texts));
}

// What is in many charts of earlier nights is so for certain where each of 64 numbers that their
// keys hash to stands for a chart, and more than kTemplateCharts of them turn up. The others are in
// hardly more than twice as many charts, and counted.
std::optional<Error> AcrossSamples::find_holders(const std::string& grams) {
  return database_.run(fmt::format(
      "CREATE OR REPLACE TABLE asked AS SELECT DISTINCT gram FROM {0} "
      "  ANTI JOIN asked_before USING (gram);"
      "INSERT INTO asked_before FROM asked;"
      "CREATE OR REPLACE TABLE certain AS SELECT gram FROM all_rows SEMI JOIN asked USING (gram) "
      "  ANTI JOIN dead_charts USING (run, chart) WHERE run <> {1} GROUP BY gram "
      "  HAVING bit_count(bit_or(1::UBIGINT << (hash(chart) % 64))) > {2};"
      "CREATE OR REPLACE TABLE few AS SELECT gram FROM asked ANTI JOIN certain USING (gram);"
      "CREATE OR REPLACE TABLE held_now AS {3};"
      "INSERT INTO held_by_few SELECT DISTINCT h.run, f.chart, h.gram, h.text_id, h.number "
      "  FROM held_now h JOIN live_facts f USING (text_id) "
      "  JOIN live_charts c ON c.run = h.run AND c.chart = f.chart;"
      "INSERT INTO templates SELECT gram FROM certain UNION ALL "
      "  SELECT gram FROM held_by_few SEMI JOIN few USING (gram) GROUP BY gram "
      "  HAVING count(DISTINCT chart) > {2}",
      grams, run_, kTemplateCharts, samples("gram IN (SELECT gram FROM few)")));
}

}  // namespace emrlint::ledger

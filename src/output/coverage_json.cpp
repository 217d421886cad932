// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/core_systems.h"
#include "output/citation.h"
#include "output/coverage_forms.h"
#include "output/json_writer.h"

namespace emrlint {
namespace {

bool cites(const CatalogEntry& check, const Law& law, const Clause& clause) {
  const std::span<const Citation> basis = check.info.basis;
  return std::any_of(basis.begin(), basis.end(), [&](const Citation& citation) {
    if (citation.source != law.key) return false;
    const Clause* const cited = law.find(citation.article);
    return cited != nullptr && cited->number == clause.number;
  });
}

void write_remark(JsonWriter& json, const Remark& remark) {
  if (!remark.unseen.empty()) json.both("unseen", remark.unseen.text());
  if (!remark.open.empty()) json.both("open", remark.open.text());
}

void write_clause(JsonWriter& json, const Law& law, const CoveredClause& covered) {
  json.line();
  json.begin_object();
  json.text("number", covered.clause.number);
  json.both("title", covered.clause.title.text());
  json.text("status", id(covered.evidence));
  json.begin_array("checks");
  for (const CatalogEntry* check : covered.checks.all) {
    json.begin_object();
    json.text("id", check->info.id);
    json.flag("cites", cites(*check, law, covered.clause));
    json.end_object();
  }
  json.end_array();
  write_remark(json, covered.clause.remark);
  json.end_object();
}

void write_counts(JsonWriter& json, const EvidenceCounts& counts) {
  std::uint64_t sum = 0;
  for (const std::size_t count : counts) sum += count;
  json.begin_object("counts");
  json.number("clauses", sum);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    json.number(id(static_cast<Evidence>(i)), counts[i]);
  }
  json.end_object();
}

void write_law(JsonWriter& json, const LawCoverage& covered) {
  const CitedSource* const source = cited_source(covered.law.key);
  json.line();
  json.begin_object();
  json.text("key", covered.law.key);
  json.both("title", source->title);
  if (!source->number.empty()) json.text("document", source->number);
  write_counts(json, covered.counts);
  json.begin_array("series");
  for (std::size_t i = 0; i < covered.series.size(); ++i) {
    json.begin_object();
    json.both("title", covered.law.series[i].title.text());
    json.begin_array("clauses");
    for (const CoveredClause& clause : covered.series[i]) write_clause(json, covered.law, clause);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_system(JsonWriter& json, const SystemCoverage& system) {
  json.line();
  json.begin_object();
  json.number("number", static_cast<std::uint64_t>(system.number));
  json.both("title", core_system(system.number));
  json.begin_array("checks");
  for (const CatalogEntry* check : system.checks) json.text(check->info.id);
  json.end_array();
  write_remark(json, system.remark);
  json.end_object();
}

void write_elsewhere(JsonWriter& json, const Coverage& coverage) {
  json.begin_array("elsewhere");
  for (const CatalogEntry* check : coverage.elsewhere) json.text(check->info.id);
  json.end_array();
}

}  // namespace

void write_coverage_json(std::ostream& out, const Coverage& coverage,
                         const CoverageChoice& choice) {
  JsonWriter json(out);
  json.begin_object();
  json.begin_array("laws");
  for (const LawCoverage* law : choice.chosen_laws(coverage)) write_law(json, *law);
  json.end_array();
  json.begin_array("systems");
  for (const SystemCoverage* system : choice.chosen_systems(coverage)) write_system(json, *system);
  json.end_array();
  if (choice.all()) write_elsewhere(json, coverage);
  json.end_object();
  json.line();
}

}  // namespace emrlint

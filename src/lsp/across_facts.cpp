// SPDX-License-Identifier: Apache-2.0
#include "lsp/across_facts.h"

#include <set>
#include <utility>

#include "base/keyed_hash.h"
#include "engine/fact_line.h"
#include "engine/lint_kept.h"

namespace emrlint::lsp {
namespace {

// Of the charts what NearComparison looks at, under the same indices.
Batch narrative_of(const std::vector<ChartReport>& reports) {
  Batch out;
  out.files.push_back(std::make_unique<SourceFile>(std::string(), std::string()));
  for (const ChartReport& report : reports) {
    std::set<std::uint32_t> compared;
    for (const EmittedFact& fact : report.facts) {
      if (!fact.fact.text.empty()) compared.insert(fact.fact.subject.index);
    }
    const Chart& chart = *report.chart;
    Chart& copy = out.charts.emplace_back();
    copy.key = chart.key;
    copy.documents.resize(chart.documents.size());
    for (const std::uint32_t document : compared) {
      for (const Text& text : chart.documents[document].texts) {
        const std::string_view kept = out.files.front()->keep(std::string(text.value));
        copy.documents[document].texts.push_back({kept, {}});
      }
    }
  }
  return out;
}

// Bytes of the text of a file of the plan, whatever the file on disk is written in.
Site site_of(const ChartUnit& unit, Span span) {
  const ChartUnit::Origin origin = unit.origin(span.file);
  Site site;
  site.uri = unit.batch().files[span.file]->uri();
  site.place.bytes = true;
  site.place.byte_offset = origin.begin + span.begin;
  site.place.byte_length = span.end - span.begin;
  return site;
}

}  // namespace

bool AcrossFacts::update(const ChartUnit& unit, const Rules& rules, std::uint64_t config) {
  if (built_ == unit.built() && config_ == config) return false;
  const bool half_typed = unit.half_typed(), same = config_ == config;
  built_ = unit.built();
  config_ = config;
  if (half_typed && whole_ && same) return false;
  whole_ = !half_typed;
  edits_.clear();
  if (half_typed && unit.was_whole()) return !std::exchange(lines_, {}).empty();
  take(unit, rules);
  return true;
}

void AcrossFacts::take(const ChartUnit& unit, const Rules& rules) {
  const Batch& batch = unit.batch();
  std::vector<ChartReport> reports;
  for (const Chart& chart : batch.charts) {
    reports.push_back(take_facts(rules.catalog, rules.config, chart, uri_of(batch, chart)));
  }
  FactLineOptions options;
  options.absolute_files = false;
  options.boilerplate = &rules.config.tables().boilerplate();
  options.site = [&unit](Span span) { return site_of(unit, span); };
  UnitPlace place;
  if (!batch.files.empty()) place.paths = {batch.files.front()->uri()};
  lines_ = fact_lines(rules.catalog, KeyedHash(std::string_view()), options, batch, reports, place);
  narrative_ = narrative_of(reports);
}

void AcrossFacts::edited(std::uint32_t file, const TextEdit& edit) {
  if (built_ != 0) edits_.emplace_back(file, edit);
}

MovedPlace AcrossFacts::now(FilePlace place) const {
  MovedPlace out{place, false};
  for (const auto& [file, edit] : edits_) {
    if (file != place.file) continue;
    const MovedPlace next = moved(out.place, edit);
    out = {next.place, out.touched || next.touched};
  }
  return out;
}

}  // namespace emrlint::lsp

// SPDX-License-Identifier: Apache-2.0
#include "engine/lint.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/derived_documents.h"
#include "check/settle_ordered.h"
#include "engine/fingerprint.h"
#include "engine/isolated.h"
#include "engine/lint_kept.h"
#include "engine/waivers.h"
#include "model/ordered.h"

namespace emrlint {
namespace {

Clock clock_of(const Config& config, const Chart& chart) {
  Clock clock{config.as_of, Stage::kArchived, &config.tables().calendar()};
  if (config.stage) {
    clock.stage = *config.stage;
  } else if (chart.stage) {
    clock.stage = *chart.stage;
  } else if (clock.as_of && !chart.encounter.archived) {
    const TimeFact& end =
        chart.encounter.discharged.known() ? chart.encounter.discharged : chart.encounter.died;
    const bool over = end.known() && !certainly_after(end.value(), *clock.as_of);
    clock.stage = over ? Stage::kDischarged : Stage::kRunning;
  }
  return clock;
}

// Nothing was said yet.
ChartReport empty_report(const Catalog& catalog, const Config& config, const Chart& chart,
                         std::string_view uri) {
  ChartReport out;
  out.chart = &chart;
  out.key = chart.key;
  out.profile = config.profile_for(chart);
  out.clock = clock_of(config, chart);
  out.tallies.resize(catalog.entries().size());
  out.settings = &config.settings_for(chart, uri);
  return out;
}

// Adds what the check takes out of the chart.
void take_facts(const CatalogEntry& entry, const Chart& chart, std::uint32_t check,
                const CheckSetting& setting, ChartReport& out) {
  std::vector<Fact> facts;
  const auto broken = isolated([&] { entry.emit(chart, setting.options, facts); });
  if (broken) return out.broken.push_back({check, *broken});
  const auto ordered = [&](const Fact& fact) {
    return fact.subject.kind == SubjectKind::kSurgery &&
           ordered_only(chart.surgeries[fact.subject.index]);
  };
  facts.erase(std::remove_if(facts.begin(), facts.end(), ordered), facts.end());
  for (Fact& fact : facts) out.facts.push_back({check, setting.severity, std::move(fact)});
}

// A source or table that the check needs and does not have. Checklists that the hospital keeps on
// paper are not absent because none was loaded.
std::optional<Missing> first_missing(const CheckInfo& info, const Chart& chart,
                                     const Config& config) {
  const bool on_paper = config.paper_checklists && chart.checklists.empty();
  const auto lacks = [&](Source source) {
    return !chart.sources.has(source) || (source == Source::kChecklists && on_paper);
  };
  const auto source = std::find_if(info.needs.begin(), info.needs.end(), lacks);
  if (source != info.needs.end()) return missing_source(*source);
  const auto table =
      std::find_if(info.needs_tables.begin(), info.needs_tables.end(),
                   [&](TableKind kind) { return !config.tables().has(kind); });
  if (table != info.needs_tables.end()) return missing_table(*table);
  return std::nullopt;
}

// The same subjects, all of them undecided for want of `what`.
Report without(const Missing& what, const Report& report) {
  Report undecided(report.clock());
  for (const Subject& subject : report.passed()) undecided.undecided(subject, what);
  for (const Outcome& outcome : report.outcomes()) {
    undecided.undecided(outcome.subject, what, outcome.span);
  }
  return undecided;
}

void add_findings(ChartReport& out, std::uint32_t check, const CheckInfo& info, Severity severity,
                  Report& report) {
  Tally& tally = out.tallies[check];
  tally.pass = static_cast<std::uint32_t>(report.passed().size());
  for (const Subject& subject : report.passed()) out.passed.push_back({check, subject});
  const Chart& chart = *out.chart;
  for (Outcome& outcome : report.take()) {
    switch (outcome.kind) {
      case OutcomeKind::kFail:
        ++tally.fail;
        break;
      case OutcomeKind::kUndecided:
        ++tally.undecided;
        break;
      case OutcomeKind::kDue:
        ++tally.due;
        break;
    }
    Finding finding;
    finding.check = check;
    finding.severity = std::max(severity, outcome.severity.value_or(severity));
    finding.subject = subject_key(chart, outcome.subject);
    finding.fingerprint = fingerprint(info.id, outcome.message_id, chart.key, finding.subject);
    if (outcome.span == Span{}) outcome.span = subject_span(chart, outcome.subject);
    finding.outcome = std::move(outcome);
    out.findings.push_back(std::move(finding));
  }
}

// Whether an entry of a card's `supersedes`, "id" or "id@detail", says that the failure on `by`
// covers the failure of check `id` on `subject`.
bool covers(std::string_view entry, std::string_view by, std::string_view id,
            std::string_view subject) {
  const std::size_t at = entry.find('@');
  if (entry.substr(0, at) != id) return false;
  if (at == entry.npos) return by == subject;
  const std::string_view detail = entry.substr(at + 1);
  return by.size() == subject.size() + 1 + detail.size() && by.starts_with(subject) &&
         by[subject.size()] == '#' && by.ends_with(detail);
}

// Whether two places have text in common.
template <typename A, typename B>
bool meet(const A& a, const B& b) {
  if (!a.part || !b.part || a.until || b.until || a.part->value.span != b.part->value.span) {
    return a.span.file == b.span.file && a.span.begin < b.span.end && b.span.begin < a.span.end;
  }
  return a.part->from < b.part->to && b.part->from < a.part->to;
}

// Whether a finding points, itself or by a note, at the words of another one.
bool points_at(const Outcome& by, const Outcome& other) {
  return meet(by, other) || std::any_of(by.notes.begin(), by.notes.end(),
                                        [&](const Note& note) { return meet(note, other); });
}

// The failures of the checks that some other check's card names, by check.
using Covered = std::unordered_map<std::uint32_t, std::vector<Finding*>>;

void mark_covered(const Catalog& catalog, const Finding& by, std::string_view entry,
                  Covered& covered) {
  const auto check = catalog.index_of(entry.substr(0, entry.find('@')));
  const auto found = check ? covered.find(*check) : covered.end();
  if (found == covered.end()) return;
  for (Finding* finding : found->second) {
    if (finding->outcome.kind != by.outcome.kind) continue;
    const std::string_view id = catalog.entries()[finding->check].info.id;
    finding->superseded |= entry.ends_with("@@") ? points_at(by.outcome, finding->outcome)
                                                 : covers(entry, by.subject, id, finding->subject);
  }
}

void mark_superseded(const Catalog& catalog, std::vector<Finding>& findings) {
  Covered covered;
  for (Finding& finding : findings) covered[finding.check].push_back(&finding);
  for (const Finding& by : findings) {
    if (by.outcome.kind == OutcomeKind::kUndecided) continue;
    for (const std::string_view entry : catalog.entries()[by.check].info.supersedes) {
      mark_covered(catalog, by, entry, covered);
    }
  }
}

}  // namespace

ChartReport lint(const Catalog& catalog, const Config& config, const Chart& chart,
                 std::string_view uri) {
  return lint_kept(catalog, config, chart, uri, {});
}

ChartReport take_facts(const Catalog& catalog, const Config& config, const Chart& chart,
                       std::string_view uri) {
  ChartReport out = empty_report(catalog, config, chart, uri);
  const std::vector<CheckSetting>& settings = *out.settings;
  for (std::uint32_t i = 0; i < settings.size(); ++i) {
    const CatalogEntry& entry = catalog.entries()[i];
    if (settings[i].enabled && entry.emit != nullptr) {
      take_facts(entry, chart, i, settings[i], out);
    }
  }
  return out;
}

ChartReport lint_kept(const Catalog& catalog, const Config& config, const Chart& chart,
                      std::string_view uri, const KeptOfChart& kept) {
  ChartReport out = empty_report(catalog, config, chart, uri);
  const std::vector<CheckSetting>& settings = *out.settings;
  Derived derived;
  derived.get<DerivedDocuments>([&] { return DerivedDocuments(chart.documents.size(), kept); });
  for (std::uint32_t i = 0; i < settings.size(); ++i) {
    if (!settings[i].enabled) continue;
    const CatalogEntry& entry = catalog.entries()[i];
    if (entry.emit != nullptr) {
      if (kept.chart == nullptr) take_facts(entry, chart, i, settings[i], out);
      continue;
    }
    Report report(out.clock, &config.tables(), &derived);
    if (auto what = isolated([&] { entry.run(chart, settings[i].options, report); })) {
      out.broken.push_back({i, std::move(*what)});
      continue;
    }
    settle_ordered(chart, report);
    if (const std::optional<Missing> what = first_missing(entry.info, chart, config)) {
      report = without(*what, report);
    }
    add_findings(out, i, entry.info, settings[i].severity, report);
  }
  mark_superseded(catalog, out.findings);
  // Checks run in order of id, so a stable sort by place leaves that order.
  std::stable_sort(out.findings.begin(), out.findings.end(), [](const auto& a, const auto& b) {
    return std::pair(a.outcome.span.file, a.outcome.span.begin) <
           std::pair(b.outcome.span.file, b.outcome.span.begin);
  });
  apply_waivers(catalog, config, out);
  return out;
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "lsp/half_typed.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

namespace emrlint::lsp {
namespace {

// Calls `visit` with each list of events of a chart.
template <typename AnyChart, typename Visit>
void each_list(AnyChart& chart, Visit visit) {
  visit(chart.diagnoses);
  visit(chart.procedures);
  visit(chart.surgeries);
  visit(chart.orders);
  visit(chart.results);
  visit(chart.observations);
  visit(chart.conditions);
  visit(chart.consultations);
  visit(chart.transfers);
  visit(chart.handovers);
  visit(chart.rescues);
  visit(chart.transfusions);
  visit(chart.critical_values);
  visit(chart.checklists);
  visit(chart.rounds);
  visit(chart.followups);
  visit(chart.audit);
}

// Documents, times and events that a reader has whole: it leaves out what else broke off.
std::set<Span> whole_parts(const ReadOutput& strict) {
  std::set<Span> whole;
  for (const Chart& chart : strict.fragments) {
    for (const Document& document : chart.documents) {
      if (!document.broken) whole.insert(document.span);
      for (const RawTime& time : document.raw_times) whole.insert(time.text.span);
    }
    each_list(chart, [&](const auto& events) {
      for (const auto& event : events) whole.insert(event.span);
    });
  }
  return whole;
}

// A file that holds one document: a gap anywhere is a gap in it.
bool by_itself(const Document& document) {
  return document.format != Format::kChartJson && document.format != Format::kFhir;
}

bool touches(Span span, Span gap) {
  return span.file == gap.file && span.begin <= gap.end && gap.begin <= span.end;
}

// What begins last before the gap, and so may hold it.
Span last_before(const Chart& chart, Span gap) {
  Span last;
  const auto look = [&](Span span) {
    if (span.begin <= gap.begin && span.begin >= last.begin) last = span;
  };
  for (const Document& document : chart.documents) look(document.span);
  each_list(chart, [&](const auto& events) {
    for (const auto& event : events) look(event.span);
  });
  return last;
}

void forget(std::optional<Located<Time>>& time, Span gap) {
  if (time && touches(time->span, gap)) time.reset();
}

void forget_times(Document& document, const std::set<Span>& whole, Span gap) {
  forget(document.recorded, gap);
  forget(document.created, gap);
  forget(document.generated, gap);
  forget(document.held, gap);
  for (Signature& signature : document.signatures) forget(signature.at, gap);
  std::vector<RawTime>& times = document.raw_times;
  std::erase_if(times, [&](const RawTime& time) { return touches(time.text.span, gap); });
  // An interval without an end: they may have stood in the gap.
  const auto behind = std::find_if(times.begin(), times.end(), [&](const RawTime& time) {
    return time.text.span.begin > gap.begin;
  });
  if (behind == times.begin()) return;
  const auto last = std::prev(behind);
  if (!last->valid && last->text.value.empty() && !whole.contains(last->text.span)) {
    times.erase(last);
  }
}

// The one that holds the gap: a reader leaves out events that broke off.
void take_back_event(Chart& chart, const std::set<Span>& whole, Span gap) {
  const Span last = last_before(chart, gap);
  if (whole.contains(last)) return;
  each_list(chart, [&](auto& events) {
    std::erase_if(events, [&](const auto& event) { return event.span == last; });
  });
}

void take_back_documents(Chart& chart, const std::set<Span>& whole, Span gap) {
  for (Document& document : chart.documents) {
    forget_times(document, whole, gap);
    if (!by_itself(document) && whole.contains(document.span)) continue;
    document.broken = true;
    document.damage = gap;
  }
}

}  // namespace

void take_back(ReadOutput& mended, const ReadOutput& strict, Span gap) {
  const std::set<Span> whole = whole_parts(strict);
  SourceSet sources;
  for (const Chart& chart : strict.fragments) sources.merge(chart.sources);
  for (Chart& chart : mended.fragments) {
    const bool alone = std::any_of(chart.documents.begin(), chart.documents.end(), by_itself);
    take_back_event(chart, whole, gap);
    take_back_documents(chart, whole, gap);
    forget(chart.encounter.archived, gap);
    chart.sources = sources;
    chart.cut_off = chart.cut_off || !alone;
  }
  std::erase_if(mended.problems, [&](const Problem& problem) {
    // What is referred to may stand in the gap.
    const bool reference = problem.id == "chart-json-staff" || problem.id == "chart-json-reference";
    return reference || touches(problem.where, gap);
  });
}

}  // namespace emrlint::lsp

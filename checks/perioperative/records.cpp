// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/records.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "check/told_words.h"
#include "checks/perioperative/surgery.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

bool names(const std::vector<std::uint32_t>& linked, std::size_t index) {
  return std::find(linked.begin(), linked.end(), index) != linked.end();
}

// One that was only ordered may not have taken place.
bool stands_between(const Surgery& surgery) { return !surgery.cancelled && !ordered_only(surgery); }

// No other surgery stands between the note and this one.
bool nearest_to(const Chart& chart, const Document& document, std::size_t index, Phase phase) {
  if (only_surgery(chart, index)) return true;
  const std::optional<Located<Time>> at = took_place(document);
  const TimeFact& own = chart.surgeries[index].start;
  if (!at || !own) return false;
  const bool before = phase == Phase::kBefore;
  if (before ? certainly_after(at->value, own.value()) : certainly_before(at->value, own.value())) {
    return false;
  }
  return std::none_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& other) {
    if (&other == &chart.surgeries[index] || !stands_between(other) || !other.start) return false;
    const Time& start = other.start.value();
    const Time& low = before ? at->value : own.value();
    const Time& high = before ? own.value() : at->value;
    return !certainly_before(start, low) && !certainly_after(start, high);
  });
}

// No other surgery on an earlier day stands between the record and this one.
bool next_after(const Chart& chart, const std::optional<Located<Time>>& at, std::size_t index) {
  const TimeFact& own = chart.surgeries[index].start;
  if (!at || !own || only_surgery(chart, index)) return true;
  return std::none_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& other) {
    return stands_between(other) && other.start &&
           certainly_after(other.start.value(), at->value) &&
           other.start.value().latest() < own.value().earliest &&
           other.start.value().local_day() < own.value().local_day();
  });
}

}  // namespace

bool precedes(const Chart& chart, const Document& record, std::size_t index) {
  const TimeFact& start = chart.surgeries[index].start;
  const std::optional<Located<Time>> at = took_place(record);
  const bool about =
      record.surgeries.empty() ? next_after(chart, at, index) : names(record.surgeries, index);
  return about && !(at && start && certainly_after(at->value, start.value()));
}

bool names_surgery(std::span<const Text> about, const Surgery& surgery) {
  constexpr std::string_view kFolder = "surgeries/";
  return std::any_of(about.begin(), about.end(), [&](const Text& reference) {
    std::string_view text = reference.value;
    if (text.starts_with(kFolder)) text.remove_prefix(kFolder.size());
    return !text.empty() && text == surgery.id.value;
  });
}

Records records_about(const Chart& chart, std::size_t index, std::initializer_list<DocType> types) {
  Records records;
  for (const Document& document : chart.documents) {
    if (std::find(types.begin(), types.end(), document.type) == types.end()) continue;
    const bool free = document.surgeries.empty();
    if (names(document.surgeries, index) || (free && only_surgery(chart, index))) {
      records.all.push_back(&document);
    } else if (free) {
      records.unlinked = true;
    }
  }
  return records;
}

Forms forms_about(const Chart& chart, std::size_t index, std::string_view kind, DocType type) {
  Records records = records_about(chart, index, {type});
  Forms forms{chart.checklists_about(kind, static_cast<std::uint32_t>(index)),
              std::move(records.all), records.unlinked};
  if (only_surgery(chart, index)) return forms;
  forms.unlinked |= std::any_of(
      chart.checklists.begin(), chart.checklists.end(),
      [&](const Checklist& list) { return list.kind.value == kind && list.surgeries.empty(); });
  return forms;
}

std::optional<Missing> form_doubt(const Chart& chart, const Forms& forms) {
  if (!chart.sources.has(Source::kChecklists)) return missing_source(Source::kChecklists);
  return doubt_if(forms.unlinked, missing::kDocumentLink);
}

bool holds_entry(const Chart& chart, const Document& document, const EntryWords& words,
                 Report& report) {
  struct Titled {
    bool so;
  };
  const Titled& titled = of_document_by<Titled>(words.titles, chart, document, report, [&] {
    if (holds_any(document.title.value, words.titles)) return Titled{true};
    const auto& sections = document.sections;
    return Titled{std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
      return holds_any(section.title.value, words.titles) && !document.blank(section);
    })};
  });
  return titled.so || tells_any(chart, document, words.phrases, report);
}

std::vector<const Document*> entries_about(const Chart& chart, std::size_t index, Phase phase,
                                           const EntryWords& words, Report& report) {
  std::vector<const Document*> found;
  for (const Document& document : chart.documents) {
    const bool preop = phase == Phase::kBefore && (document.type == DocType::kPreopSummary ||
                                                   document.type == DocType::kPreopDiscussion);
    if (!preop && !is_course_note(document.type)) continue;
    const bool about = document.surgeries.empty() ? nearest_to(chart, document, index, phase)
                                                  : names(document.surgeries, index);
    if (about && holds_entry(chart, document, words, report)) found.push_back(&document);
  }
  return found;
}

std::optional<Located<Time>> took_place(const Document& document) {
  if (document.held) return document.held;
  if (document.broken) return std::nullopt;  // When it was held may be cut off.
  if (!document.recorded) return document.completed;
  if (document.completed && certainly_before(document.completed->value, document.recorded->value)) {
    return document.completed;
  }
  return document.recorded;
}

std::optional<Located<Time>> signed_at(const Document& document) {
  if (document.completed) return document.completed;
  std::optional<Located<Time>> last;
  for (const Signature& signature : document.signatures) {
    if (is_patient_side(signature.role)) continue;
    if (!signature.at) return std::nullopt;
    if (!last || certainly_after(signature.at->value, last->value)) last = signature.at;
  }
  return last;
}

Span heading(const Checklist& form) { return form.kind.span.empty() ? form.span : form.kind.span; }

}  // namespace emrlint::checks

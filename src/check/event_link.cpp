// SPDX-License-Identifier: Apache-2.0
#include "check/event_link.h"

#include <algorithm>

namespace emrlint {
namespace {

// The id of an event that documents may name, and the folder of such names in chart JSON.
struct EventName {
  std::string_view folder, id;
};

EventName name_of(const Chart& chart, const Subject& s) {
  switch (s.kind) {
    case SubjectKind::kConsultation:
      return {"consultations", chart.consultations[s.index].id.value};
    case SubjectKind::kTransfer:
      return {"transfers", chart.transfers[s.index].id.value};
    case SubjectKind::kHandover:
      return {"handovers", chart.handovers[s.index].id.value};
    case SubjectKind::kRescue:
      return {"rescues", chart.rescues[s.index].id.value};
    case SubjectKind::kTransfusion:
      return {"transfusions", chart.transfusions[s.index].id.value};
    case SubjectKind::kCondition:
      return {"conditions", chart.conditions[s.index].id.value};
    case SubjectKind::kCriticalValue:
      return {"critical_values", chart.critical_values[s.index].id.value};
    case SubjectKind::kProcedure:
      return {"procedures", chart.procedures[s.index].id.value};
    default:
      return {};
  }
}

// The neighbours of times[index] are asked first: times mostly rise, and one of those is between.
template <typename Test>
bool none_of_others(const std::vector<std::optional<Time>>& times, std::size_t index, Test test) {
  for (std::size_t i = index + 1; i < times.size(); ++i) {
    if (times[i] && test(*times[i])) return false;
  }
  for (std::size_t i = index; i > 0; --i) {
    if (times[i - 1] && test(*times[i - 1])) return false;
  }
  return true;
}

}  // namespace

bool names_event(const Chart& chart, const Document& document, const Subject& event) {
  const EventName name = name_of(chart, event);
  if (name.id.empty()) return false;
  return std::any_of(document.about.begin(), document.about.end(), [&](const Text& about) {
    const std::string_view text = about.value;
    return text == name.id || (text.starts_with(name.folder) && text.ends_with(name.id) &&
                               text.size() == name.folder.size() + 1 + name.id.size());
  });
}

bool tells_of(const Chart& chart, const Document& document, Span span) {
  if (document.span.file != span.file) return false;
  // A file of these may hold events beside the document.
  if (document.format == Format::kChartJson || document.format == Format::kFhir) return false;
  return std::none_of(chart.documents.begin(), chart.documents.end(), [&](const Document& other) {
    return &other != &document && other.span.file == document.span.file;
  });
}

bool follows(const Time& time, const std::vector<std::optional<Time>>& times, std::size_t index) {
  if (!times[index]) return false;
  const Time& own = *times[index];
  if (certainly_after(own, time) && index > 0) return false;
  return none_of_others(times, index, [&](const Time& other) {
    return certainly_after(other, own) && !certainly_after(other, time);
  });
}

bool leads_to(const Time& time, const std::vector<std::optional<Time>>& times, std::size_t index) {
  if (!times[index]) return false;
  const Time& own = *times[index];
  if (certainly_before(own, time) && index + 1 < times.size()) return false;
  return none_of_others(times, index, [&](const Time& other) {
    return certainly_before(other, own) && !certainly_before(other, time);
  });
}

}  // namespace emrlint

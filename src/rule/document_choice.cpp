// SPDX-License-Identifier: Apache-2.0
#include "rule/document_choice.h"

#include <algorithm>

#include "check/attendance.h"
#include "check/event_link.h"
#include "check/words.h"
#include "model/ordered.h"

namespace emrlint {
namespace {

constexpr Missing kWhichHalf{"record-half", "记录属于交（转出）方还是接（转入）方",
                             "whether the record is of the side that gives or takes over"};

template <typename T>
bool holds(const std::vector<T>& list, T value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool names_any(const Chart& chart, const Document& document,
               std::span<const Occurrence> occurrences) {
  return std::any_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& occurrence) {
    return names_event(chart, document, occurrence.subject);
  });
}

std::vector<std::optional<Time>> times_of(std::span<const Occurrence> occurrences) {
  std::vector<std::optional<Time>> times;
  for (const Occurrence& occurrence : occurrences) times.push_back(occurrence.at);
  return times;
}

}  // namespace

DocumentChoice DocumentChoice::read(RuleReader& reader, DocumentTime usual) {
  constexpr std::string_view kTimes[] = {"completed", "recorded", "held"};
  constexpr std::string_view kHalves[] = {"out", "in"};
  DocumentChoice choice;
  choice.when_ = usual;
  reader.table().require("document");
  choice.types_ = reader.document_types("document");
  choice.having_ = reader.sections("having");
  choice.signed_by_ = reader.roles("signed_by");
  choice.titles_ = reader.titles("titles");
  choice.mentions_ =
      reader.words("mentions", {"文书中应出现的词语之一", "words, one of which it holds"});
  if (const TomlValue* half = reader.table().find("half")) {
    const auto index = reader.table().word(*half, {"交接的一方", "side of a handover"}, kHalves);
    if (index) choice.half_ = static_cast<Half>(*index);
  }
  if (const TomlValue* time = reader.table().find("time")) {
    const auto index = reader.table().word(*time, {"文书时间", "time of a document"}, kTimes);
    if (index) choice.when_ = static_cast<DocumentTime>(*index);
  }
  return choice;
}

const std::optional<Located<Time>>& DocumentChoice::time_of(const Document& document) const {
  switch (when_) {
    case DocumentTime::kRecorded:
      if (document.recorded) return document.recorded;
      break;
    case DocumentTime::kHeld:
      if (document.held) return document.held;
      break;
    case DocumentTime::kCompleted:
      break;
  }
  return half_ ? completed_half(document, *half_) : document.completed;
}

bool DocumentChoice::told_by_data(const Chart& chart) const {
  return holds(types_, DocType::kFrontPage) && chart.sources.has(Source::kFrontPage);
}

bool DocumentChoice::held_as_data(const Chart& chart) const {
  const auto held = [&](DocType type, bool there) { return there && holds(types_, type); };
  return held(DocType::kFrontPage, !chart.front_page.empty()) ||
         held(DocType::kInpatientOrders, !chart.orders.empty()) ||
         held(DocType::kVitalSignsRecord, !chart.observations.empty());
}

bool DocumentChoice::falls_to(const Document& document,
                              const std::vector<std::optional<Time>>& times,
                              std::size_t index) const {
  if (times.size() == 1) return true;
  const auto& time = time_of(document);
  if (!time) return false;
  return half_ == Half::kOut ? leads_to(time->value, times, index)
                             : follows(time->value, times, index);
}

bool DocumentChoice::of_type(const Document& document) const {
  return holds(types_, document.type);
}

bool DocumentChoice::qualifies(const Document& document, const Options& options) const {
  if (!having_.empty() || !signed_by_.empty()) {
    const bool section = std::any_of(having_.begin(), having_.end(),
                                     [&](SectionType wanted) { return document.has_text(wanted); });
    const bool role = std::any_of(signed_by_.begin(), signed_by_.end(), [&](Role wanted) {
      return document.signature(wanted) != nullptr;
    });
    if (!section && !role) return false;
  }
  return !mentions_ || tells_any(document, options[*mentions_]);
}

Chosen DocumentChoice::filter(const Chart& chart, const std::vector<const Document*>& candidates,
                              const Options& options) const {
  Chosen chosen;
  const auto doubt = [&](const Document* document, const Missing& what) {
    chosen.doubtful.push_back(document);
    chosen.unknown = what;
  };
  for (const Document* document : candidates) {
    const bool fits = qualifies(*document, options);
    const IsHalf half = half_ ? is_half(*document, *half_) : IsHalf::kYes;
    if (!fits || half == IsHalf::kNo) {
      if (document->broken) doubt(document, missing::kRestOfDocument);
      continue;
    }
    if (half == IsHalf::kUnknown) {
      doubt(document, kWhichHalf);
      continue;
    }
    const Attendance attendance = titles_.empty() ? Attendance{} : attendance_of(chart, *document);
    const bool found =
        titles_.empty() || std::any_of(titles_.begin(), titles_.end(),
                                       [&](Title title) { return attendance.has(title); });
    if (found) {
      chosen.documents.push_back(document);
    } else if (attendance.unknown) {
      doubt(document, missing::kTitle);
    }
  }
  return chosen;
}

Chosen DocumentChoice::choose_all(const Chart& chart, const Options& options) const {
  std::vector<const Document*> all;
  for (const Document& document : chart.documents) {
    if (of_type(document)) all.push_back(&document);
  }
  return filter(chart, all, options);
}

Chosen DocumentChoice::choose(const Chart& chart, std::span<const Occurrence> occurrences,
                              std::size_t index, const Options& options) const {
  const Occurrence& occurrence = occurrences[index];
  if (occurrence.subject.kind == SubjectKind::kChart) return choose_all(chart, options);
  std::vector<const Document*> named, near;
  bool unlinked = false;
  const std::vector<std::optional<Time>> times = times_of(occurrences);
  const bool surgery = occurrence.subject.kind == SubjectKind::kSurgery;
  for (const Document& document : chart.documents) {
    if (!of_type(document)) continue;
    if (surgery) {
      const auto& linked = document.surgeries;
      if (holds(linked, occurrence.subject.index) ||
          (linked.empty() && only_surgery(chart, occurrence.subject.index))) {
        named.push_back(&document);
      }
      unlinked = unlinked || linked.empty();
    } else if (names_event(chart, document, occurrence.subject) ||
               tells_of(chart, document, occurrence.span)) {
      named.push_back(&document);
    } else if (falls_to(document, times, index) && !names_any(chart, document, occurrences)) {
      near.push_back(&document);
    }
  }
  named.insert(named.end(), near.begin(), near.end());
  Chosen chosen = filter(chart, named, options);
  if (surgery && chosen.documents.empty() && unlinked && !chosen.unknown) {
    chosen.unknown = missing::kDocumentLink;
  }
  return chosen;
}

}  // namespace emrlint

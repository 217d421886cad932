// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/course_notes.h"

#include <algorithm>
#include <utility>

#include "checks/duplication/may_repeat.h"

namespace emrlint::checks {

std::vector<CourseNote> course_notes(const Chart& chart, const Written& written,
                                     std::span<const DocType> types, int least) {
  std::vector<CourseNote> notes;
  for (const Document& document : chart.documents) {
    if (std::find(types.begin(), types.end(), document.type) == types.end()) continue;
    CourseNote note{&document, written.of(document), written.own(document)};
    if (tells_least(written.copies(), note.own, least)) notes.push_back(std::move(note));
  }
  std::sort(notes.begin(), notes.end(), [](const CourseNote& a, const CourseNote& b) {
    return a.texts.front() < b.texts.front();
  });
  return notes;
}

std::optional<Clone> clone_of(const Written& written, const CourseNote& note,
                              std::span<const CourseNote> sources, const CloneLimits& limits) {
  const ChartCopies& copies = written.copies();
  std::vector<const Document*> documents;  // That have a passage in common with the note.
  for (const std::uint32_t text : note.own) {
    for (const Passage& passage : copies.passages_of(text)) {
      documents.push_back(&copies.document_of(passage.source));
    }
  }
  std::optional<Clone> best;
  for (const CourseNote& source : sources) {
    // Of the first note several sections may have been taken that are too short for a passage.
    const bool several = source.document->type == DocType::kFirstProgressNote;
    const bool shares =
        std::find(documents.begin(), documents.end(), source.document) != documents.end();
    if (!several && !shares) continue;
    const Overlap found = overlap(copies, note.own, source.texts, &may_repeat);
    if (found.unbroken_share() < limits.unbroken && found.share() < limits.edited) continue;
    if (!best || found.copied > best->overlap.copied) best = Clone{source.document, found};
  }
  return best;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_COURSE_NOTES_H_
#define EMRLINT_CHECKS_DUPLICATION_COURSE_NOTES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "checks/duplication/overlap.h"

namespace emrlint::checks {

// A note on the course of the illness.
struct CourseNote {
  const Document* document;
  TextList texts;  // All.
  TextList own;    // The words of the writer.
};

// The notes of these types, in the order of their texts, whose own words come to `least`
// ideographs.
std::vector<CourseNote> course_notes(const Chart& chart, const Written& written,
                                     std::span<const DocType> types, int least);

// By how much of a note, or of its unbroken passages, it counts as a copy of another.
struct CloneLimits {
  double unbroken;
  double edited;
};

// The earlier one of `sources` that the note's own words repeat most, if by as much as a limit, not
// counting the words of a senior that are quoted as such.
struct Clone {
  const Document* source;
  Overlap overlap;
};
std::optional<Clone> clone_of(const Written& written, const CourseNote& note,
                              std::span<const CourseNote> sources, const CloneLimits& limits);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_COURSE_NOTES_H_

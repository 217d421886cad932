// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_COURSE_NOTES_H_
#define EMRLINT_CHECKS_DUPLICATION_COURSE_NOTES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/chart.h"
#include "text/hash_table.h"

namespace emrlint::checks {

// A note of the course of the illness, with its narrative as normalise() makes it.
struct CourseNote {
  const Document* document;
  std::vector<Text> pieces;
  std::u32string normal;
};

// The progress and round notes of a chart with at least `least` points, but for versions that a
// later document replaces.
std::vector<CourseNote> course_notes(const Chart& chart, std::size_t least);

struct Candidate {
  std::size_t note;     // The earlier note that shares most sampled grams.
  std::size_t longest;  // The longest block that can be common with earlier notes, at most.
};

// Finds what a note may have been copied from in one pass over all notes: a gram remembers the last
// note it was seen in.
class EarlierNotes {
 public:
  explicit EarlierNotes(const std::vector<CourseNote>& notes);

  // The earlier note that is most like this one. To be asked for each note in turn.
  std::optional<Candidate> most_like(const CourseNote& note, std::size_t index);

 private:
  HashTable<std::size_t> last_seen_;
  std::vector<std::size_t> votes_;  // By note, of the one that was asked for last.
  std::vector<std::size_t> voted_;  // The notes that have some.
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_COURSE_NOTES_H_

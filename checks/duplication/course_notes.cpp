// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/course_notes.h"

#include <algorithm>
#include <utility>

#include "text/compare.h"
#include "text/normal.h"

namespace emrlint::checks {
namespace {

constexpr std::size_t kGram = 12;
constexpr std::size_t kWindow = 8;
// Grams near the ends of a common block may be sampled in one of both notes only.
constexpr std::size_t kEdges = 4 * kWindow;

constexpr std::size_t kNever = ~std::size_t{0};

// A version that a later document says it replaces is not copied from.
bool replaced(const Chart& chart, const Document& document) {
  if (document.id.value.empty()) return false;
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& other) {
    return std::any_of(other.related.begin(), other.related.end(), [&](const auto& related) {
      return related.replaces && related.id.value == document.id.value;
    });
  });
}

}  // namespace

std::vector<CourseNote> course_notes(const Chart& chart, std::size_t least) {
  std::vector<CourseNote> notes;
  for (const Document& document : chart.documents) {
    if (document.type != DocType::kProgressNote && document.type != DocType::kSeniorRoundNote) {
      continue;
    }
    if (replaced(chart, document)) continue;
    CourseNote note{&document, document.narrative(), {}};
    note.normal = normalise(note.pieces);
    if (note.normal.size() >= least) notes.push_back(std::move(note));
  }
  return notes;
}

EarlierNotes::EarlierNotes(const std::vector<CourseNote>& notes) : votes_(notes.size()) {
  std::size_t points = 0;
  for (const CourseNote& note : notes) points += note.normal.size();
  last_seen_.reserve(points / kWindow * 2);
}

std::optional<Candidate> EarlierNotes::most_like(const CourseNote& note, std::size_t index) {
  std::fill(votes_.begin(), votes_.begin() + static_cast<std::ptrdiff_t>(index), 0);
  Candidate best{index, 0};
  std::size_t begin = 0;  // Of the stretch at hand: points whose sampled grams all stand earlier.
  bool in_stretch = false;
  for (const SampledGram& gram : sampled_grams(note.normal, kGram, kWindow)) {
    std::size_t& seen = last_seen_.find_or_add(gram.hash, kNever);
    if (!in_stretch) begin = gram.at;
    in_stretch = seen != kNever;
    if (in_stretch) best.longest = std::max(best.longest, gram.at + kGram - begin + kEdges);
    if (in_stretch && seen != index) {
      const std::size_t count = ++votes_[seen];
      if (best.note == index || count > votes_[best.note]) best.note = seen;
    }
    seen = index;
  }
  if (best.note == index) return std::nullopt;
  return best;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/course_notes.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
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

// The ids of the versions that a later document says it replaces.
std::unordered_set<std::string_view> replaced_ids(const Chart& chart) {
  std::unordered_set<std::string_view> ids;
  for (const Document& document : chart.documents) {
    for (const RelatedDocument& related : document.related) {
      if (related.replaces) ids.insert(related.id.value);
    }
  }
  ids.erase(std::string_view());
  return ids;
}

}  // namespace

std::vector<CourseNote> course_notes(const Chart& chart, std::size_t least) {
  const std::unordered_set<std::string_view> replaced = replaced_ids(chart);
  std::vector<CourseNote> notes;
  for (const Document& document : chart.documents) {
    if (document.type != DocType::kProgressNote && document.type != DocType::kSeniorRoundNote) {
      continue;
    }
    if (replaced.contains(document.id.value)) continue;
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
  for (const std::size_t seen : voted_) votes_[seen] = 0;
  voted_.clear();
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
      if (count == 1) voted_.push_back(seen);
      if (best.note == index || count > votes_[best.note]) best.note = seen;
    }
    seen = index;
  }
  if (best.note == index) return std::nullopt;
  return best;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_NORMAL_H_
#define EMRLINT_TEXT_NORMAL_H_

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"

namespace emrlint {

// A narrative as the code points that carry meaning: compatibility forms and width folded (NFKC),
// Latin letters in lower case, without punctuation and blanks. `source` tells for each point where
// it stands: the piece of the narrative and the byte inside that piece.
struct NormalText {
  struct Place {
    std::uint32_t piece = 0;
    std::uint32_t byte = 0;
  };
  std::vector<char32_t> points;
  std::vector<Place> source;

  std::size_t size() const { return points.size(); }
};

NormalText normalise(std::span<const Text> pieces);

// The part of one piece under points [from, to), cut at the end of the piece that `from` is in.
Part part_of(const NormalText& text, std::span<const Text> pieces, std::size_t from,
             std::size_t to);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_NORMAL_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SIDE_BY_SIDE_H_
#define EMRLINT_OUTPUT_SIDE_BY_SIDE_H_

#include <cstddef>
#include <map>
#include <ostream>
#include <string_view>
#include <utility>
#include <vector>

#include "base/lang.h"
#include "copies/chart_copies.h"
#include "output/mask.h"

namespace emrlint {

// The hidden parts of the pieces of one chart, each worked out once.
class HiddenParts {
 public:
  // With a null masker nothing is hidden.
  explicit HiddenParts(const Masker* masker) : masker_(masker) {}
  // In order, not overlapping.
  const std::vector<Masker::Range>& of(std::string_view piece);
  // Whether any byte of [from, to) of the piece is to be hidden.
  bool hides(std::string_view piece, std::size_t from, std::size_t to);

 private:
  const Masker* masker_;
  std::map<const char*, std::vector<Masker::Range>> ranges_;
};

struct SideOptions {
  Lang lang = Lang::kZh;
  bool colour = false;
  std::size_t columns = 100;  // Of both sides together.
};

// Writes a passage for a terminal, the source left, the copy right; what is equal stands in the
// same lines of both. What only the source has is [-such-], what only the copy has {+such+}, a
// changed number is <5> on both sides; with colours red, green and yellow instead. Long stretches
// without a change are cut in the middle, hidden parts are stars of the same width.
void write_side_by_side(std::ostream& out, const ChartCopies& copies, const Passage& passage,
                        HiddenParts& hidden, const SideOptions& options);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SIDE_BY_SIDE_H_

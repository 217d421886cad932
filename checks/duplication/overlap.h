// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_OVERLAP_H_
#define EMRLINT_CHECKS_DUPLICATION_OVERLAP_H_

#include <cstdint>
#include <span>

#include "checks/duplication/written.h"

namespace emrlint::checks {

// What of some texts stands in others, whichever was written first.
struct Overlap {
  std::uint32_t size = 0;      // Tokens of the copy without boilerplate.
  std::uint32_t copied = 0;    // Those of them that stand unchanged in a copied passage.
  std::uint32_t unbroken = 0;  // Tokens of the longest unchanged runs, one of each text.
  TokenRange copy, source;     // The largest passage, in both; empty without one.

  bool complete() const { return size > 0 && copied == size; }
  double share() const { return size == 0 ? 0 : static_cast<double>(copied) / size; }
  double unbroken_share() const { return size == 0 ? 0 : static_cast<double>(unbroken) / size; }
};
// Texts that are too short for a passage count where they stand whole in the other one. Passages
// that `allowed` holds for do not count.
using PassageFilter = bool (*)(const ChartCopies& copies, const Passage& passage);
Overlap overlap(const ChartCopies& copies, std::span<const std::uint32_t> copy,
                std::span<const std::uint32_t> source, PassageFilter allowed = nullptr);
// That of two equal lists: all of both.
Overlap whole(const ChartCopies& copies, std::span<const std::uint32_t> copy,
              std::span<const std::uint32_t> source);

// Points at the copy, notes the source, measures "similarity" (0 to 1) and "length" (tokens: an
// ideograph, word or number each).
void show(const ChartCopies& copies, const Overlap& overlap, const MessageInfo& source,
          Outcome& outcome);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_OVERLAP_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_EDITS_H_
#define EMRLINT_COPIES_EDITS_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "copies/passages.h"

namespace emrlint {

// Finds what is equal in stretches of a copy that were edited, token by token. To be kept for many
// calls: it reuses its memory.
class Edits {
 public:
  explicit Edits(std::span<const std::uint32_t> shapes) : shapes_(shapes) {}

  // From now on after() and before() take no token that is marked in both texts; none is marked
  // where `masked` is empty.
  void mask(std::span<const std::uint8_t> masked) { masked_ = masked; }

  // The most tokens of a stretch of the copy; one that is longer has nothing in common.
  static constexpr std::uint32_t kMostBetween = 64;

  // Appends the runs that a stretch of the source and one of the copy have in common, so that most
  // tokens are.
  void between(TokenRange from, TokenRange to, std::vector<Run>& out);

  // Appends the runs behind a run, over small edits, as long as what is equal outweighs them;
  // `from` and `to` are all that may be taken.
  void after(TokenRange from, TokenRange to, std::vector<Run>& out) const;
  // The same before a run, the nearest one first.
  void before(TokenRange from, TokenRange to, std::vector<Run>& out) const;

 private:
  std::span<const std::uint32_t> shapes_;
  std::span<const std::uint8_t> masked_;

  // Of between(): the places of the tokens of the copy, by a hash of their shapes; else all 0.
  std::uint64_t& places(std::uint32_t shape) { return places_[shape * 0x9E3779B1u >> 24]; }
  std::uint64_t equal_places(std::uint32_t shape, TokenRange to);
  std::array<std::uint64_t, 256> places_{};
  std::vector<std::uint64_t> rows_;
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_EDITS_H_

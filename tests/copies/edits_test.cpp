// SPDX-License-Identifier: Apache-2.0
#include "copies/edits.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace emrlint {
namespace {

using Shapes = std::vector<std::uint32_t>;

// The length of the longest common subsequence, the plain way.
std::uint32_t most_in_common(const Shapes& shapes, TokenRange from, TokenRange to) {
  std::vector<std::uint32_t> row(to.size() + 1, 0);
  for (std::uint32_t i = from.from; i < from.to; ++i) {
    std::uint32_t before = 0;
    for (std::uint32_t j = 0; j < to.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      row[j + 1] = shapes[i] == shapes[to.from + j] ? before + 1 : std::max(above, row[j]);
      before = above;
    }
  }
  return row.back();
}

std::uint32_t below(std::mt19937& random, std::uint32_t end) {
  return std::uniform_int_distribution<std::uint32_t>(0, end - 1)(random);
}

Shapes random_shapes(std::mt19937& random, std::uint32_t count, std::uint32_t alphabet) {
  Shapes shapes;
  for (std::uint32_t i = 0; i < count; ++i) shapes.push_back(0x4E00 + below(random, alphabet));
  return shapes;
}

}  // namespace

TEST_CASE("between two runs as many tokens as can be are found equal") {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::uint32_t n = 2 + below(random, 70), m = 1 + below(random, Edits::kMostBetween);
    const Shapes shapes = random_shapes(random, n + m, 2 + below(random, 400));
    const TokenRange from{0, n}, to{n, n + m};
    Edits edits(shapes);
    std::vector<Run> ignored, runs;
    edits.between(from, to, ignored);
    edits.between(from, to, runs);  // Nothing of a call is left for the next.
    std::uint32_t found = 0;
    bool equal = true, in_order = true;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const Run& run = runs[i];
      for (std::uint32_t k = 0; k < run.length; ++k) {
        equal = equal && shapes[run.from + k] == shapes[run.to + k];
      }
      in_order = in_order && (i == 0 || (runs[i - 1].from + runs[i - 1].length <= run.from &&
                                         runs[i - 1].to + runs[i - 1].length <= run.to));
      found += run.length;
    }
    CHECK(equal);
    CHECK(in_order);
    CHECK(found == most_in_common(shapes, from, to));
  }
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "engine/line_sorter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace emrlint {
namespace {

std::vector<std::string> drained(LineSorter& sorter) {
  std::vector<std::string> lines;
  sorter.drain([&](std::string_view line) { lines.emplace_back(line); });
  CHECK_FALSE(sorter.error());
  return lines;
}

TEST_CASE("lines come out in byte order, whatever was put aside on disk") {
  std::mt19937 random(7);
  std::vector<std::string> lines;
  for (int i = 0; i < 2000; ++i) {
    lines.push_back(std::to_string(random() % 700) + std::string(random() % 90, 'x'));
  }
  lines.push_back(std::string(9000, 'y'));  // Longer than a block of reading.
  std::vector<std::string> sorted = lines;
  std::sort(sorted.begin(), sorted.end());
  // 100 bytes: so many files that they are merged on the way.
  for (const std::size_t limit : {100ul, 5'000ul, 1'000'000ul}) {
    CAPTURE(limit);
    std::shuffle(lines.begin(), lines.end(), random);
    LineSorter sorter(limit);
    for (const std::string& line : lines) sorter.add(line);
    CHECK((sorter.spilled_files() == 0) == (limit == 1'000'000ul));
    CHECK(drained(sorter) == sorted);
  }
}

TEST_CASE("without lines nothing comes out") {
  LineSorter sorter(10);
  CHECK(drained(sorter).empty());
}

}  // namespace
}  // namespace emrlint

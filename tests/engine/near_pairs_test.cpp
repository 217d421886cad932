// SPDX-License-Identifier: Apache-2.0
#include "engine/near_pairs.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/fact_line.h"
#include "engine/line_fields.h"

namespace emrlint {
namespace {

std::string id_of(unsigned chart, unsigned text) {
  return fmt::format("{:08x}{:08x}", chart, text);
}

// The line of a text or gram; of it only what the pairs look at.
std::string line_of(const std::string& key, unsigned chart, const std::vector<std::string>& text) {
  LineWriter line;
  for (std::size_t i = 0; i < kFactFields; ++i) {
    if (i == kFactKey) {
      line.plain(key);
    } else if (i == kFactChart) {
      line.text(fmt::format("ZY{:03}", chart));
    } else if (i == kFactText) {
      line.list(text);
    } else {
      line.plain({});
    }
  }
  return line.line();
}

// Texts with their grams, which come to the pairs as they do in a run: sorted.
struct Run {
  void add(unsigned chart, unsigned text, const std::vector<unsigned>& grams) {
    lines.push_back(line_of(fmt::format("{:030}ff", chart * 1000 + text), chart,
                            {id_of(chart, text), "place"}));
    for (std::size_t i = 0; i < grams.size(); ++i) {
      LineWriter line;
      line.plain(fmt::format("{:016}{:016}", grams[i], 0));
      line.text(fmt::format("ZY{:03}", chart));
      line.list({id_of(chart, text), std::to_string(i)});
      lines.push_back(line.line());
    }
  }

  // "chart chart common", and what is over the cap behind a slash.
  std::vector<std::string> pairs(std::size_t memory = 1 << 20) {
    std::sort(lines.begin(), lines.end());
    NearPairs pairs(memory);
    for (const std::string& line : lines) {
      is_gram(line) ? pairs.add_gram(line) : pairs.add_text(line);
    }
    std::vector<std::string> found;
    pairs.drain([&](const NearPair& pair) {
      std::string text;
      for (const NearPair::Side& side : pair.sides) {
        const auto fields = split_fields(side.line);
        REQUIRE(fields.size() == kFactFields);
        text += std::string(fields[kFactChart]) + ' ';
      }
      text += std::to_string(pair.common);
      for (const NearPair::Side& side : pair.sides) {
        for (const unsigned gram : side.templates) text += '/' + std::to_string(gram);
      }
      found.push_back(text);
    });
    CHECK_FALSE(pairs.error());
    return found;
  }

  std::vector<std::string> lines;
};

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("near pairs: texts of two charts with two grams in common") {
  Run run;
  run.add(1, 0, {1, 2, 3});
  run.add(2, 0, {2, 3, 4});
  run.add(3, 0, {4, 5, 1});
  run.add(4, 0, {3, 2, 9, 1});
  CHECK(run.pairs() == Found{"ZY001 ZY002 2", "ZY001 ZY004 3", "ZY002 ZY004 2"});
  CHECK(run.pairs(1) == run.pairs());
}

TEST_CASE("near pairs: not within a chart, and a gram that stands twice counts once") {
  Run run;
  run.add(1, 0, {1, 2, 1, 2});
  run.add(1, 1, {1, 2});
  run.add(2, 0, {1, 1});
  CHECK(run.pairs().empty());
}

TEST_CASE("near pairs: of the texts of a chart the first ones") {
  Run run;
  for (unsigned text = 0; text < 9; ++text) run.add(1, text, {1, 2});
  run.add(2, 0, {1, 2});
  CHECK(run.pairs().size() == NearPairs::kRepeats);
}

TEST_CASE("near pairs: of what is over the cap not all who hold it have to be told") {
  Run run;
  for (unsigned chart = 0; chart < 2; ++chart) run.add(chart, 0, {7, 1, 8, 2});
  CHECK(run.pairs() == Found{"ZY000 ZY001 4"});
  for (const unsigned gram : {1u, 2u})
    run.lines.push_back(fmt::format("{:016}{:016}\t\t", gram, 0));
  CHECK(run.pairs() == Found{"ZY000 ZY001 2/1/3/1/3"});
}

TEST_CASE("near pairs: what is over the cap brings nothing together, and is known") {
  Run run;
  for (unsigned chart = 0; chart <= NearPairs::kCap; ++chart) run.add(chart, 0, {1, 2, 3});
  CHECK(run.pairs().empty());
  Run more;
  for (unsigned chart = 0; chart <= NearPairs::kCap; ++chart) {
    // Two of them have more in common.
    more.add(chart, 0, chart < 2 ? std::vector<unsigned>{7, 1, 8, 2} : std::vector<unsigned>{1, 2});
  }
  CHECK(more.pairs() == Found{"ZY000 ZY001 2/1/3/1/3"});
  Run few;
  for (unsigned chart = 0; chart < NearPairs::kCap; ++chart) few.add(chart, 0, {1, 2});
  CHECK(few.pairs().size() == NearPairs::kCap * (NearPairs::kCap - 1) / 2);
  CHECK(few.pairs(5000) == few.pairs());
}

}  // namespace emrlint

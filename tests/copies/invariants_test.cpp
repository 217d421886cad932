// SPDX-License-Identifier: Apache-2.0
// What holds for all passages, in generated notes and in texts of few different tokens.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "copies/passages.h"
#include "generator/copied_notes.h"
#include "generator/random_text.h"

namespace emrlint {
namespace {

struct Read {
  explicit Read(const std::vector<std::string>& notes) {
    for (const std::string& note : notes) {
      const Text piece{note, {0, 0, static_cast<std::uint32_t>(note.size())}};
      texts.push_back({tokens.add({&piece, 1}), SectionType::kUnknown});
    }
  }
  Tokens tokens;
  std::vector<CopyText> texts;
};

bool inside(TokenRange part, TokenRange whole) {
  return part.from >= whole.from && part.to <= whole.to && part.from < part.to;
}

// Whether the runs are equal but for numbers, go forward, and add up to what the passage says.
void check_passage(const Read& read, const Passages& passages, const Passage& passage) {
  const auto exact = read.tokens.exact();
  const auto shapes = read.tokens.shapes();
  REQUIRE(passage.source < passage.text);
  REQUIRE(inside(passage.from, read.texts[passage.source].tokens));
  REQUIRE(inside(passage.to, read.texts[passage.text].tokens));
  std::uint32_t from = passage.from.from, to = passage.to.from, equal = 0, numbers = 0;
  for (const Run& run : passages.runs_of(passage)) {
    REQUIRE(run.from >= from);
    REQUIRE(run.to >= to);
    for (std::uint32_t i = 0; i < run.length; ++i) {
      REQUIRE(shapes[run.from + i] == shapes[run.to + i]);
      (exact[run.from + i] == exact[run.to + i] ? equal : numbers) += 1;
    }
    from = run.from + run.length;
    to = run.to + run.length;
  }
  CHECK(from == passage.from.to);
  CHECK(to == passage.to.to);
  CHECK(equal == passage.equal);
  CHECK(numbers == passage.numbers);
  CHECK(passages.runs_of(passage).front().from == passage.from.from);
  CHECK(passages.runs_of(passage).front().to == passage.to.from);
}

// Whether every common run of two texts that is long enough lies in a passage, whatever the seeds:
// by comparing each pair of places. Runs of numbers and other patterns are the caller's to avoid.
void check_complete(const Read& read, const Passages& passages, std::uint32_t least) {
  const auto exact = read.tokens.exact();
  for (std::uint32_t b = 0; b < read.texts.size(); ++b) {
    for (std::uint32_t a = 0; a < b; ++a) {
      const TokenRange from = read.texts[a].tokens, to = read.texts[b].tokens;
      std::vector<std::uint32_t> run(to.size() + 1, 0);  // Ends at j, in the row before.
      for (std::uint32_t i = from.from; i < from.to; ++i) {
        for (std::uint32_t j = to.to; j-- > to.from;) {
          std::uint32_t& here = run[j - to.from + 1];
          here = exact[i] == exact[j] ? run[j - to.from] + 1 : 0;
          const bool ends = i + 1 == from.to || j + 1 == to.to || exact[i + 1] != exact[j + 1];
          if (here < least || !ends) continue;
          const TokenRange copy{j + 1 - here, j + 1};
          CAPTURE(a); CAPTURE(b); CAPTURE(copy.from); CAPTURE(copy.to); CAPTURE(i+1-here);
          CHECK(std::any_of(passages.list.begin(), passages.list.end(), [&](const Passage& p) {
            return p.text == b && p.source == a && inside(copy, p.to);
          }));
        }
      }
    }
  }
}

std::vector<std::string> random_texts(std::uint64_t seed) {
  static constexpr std::string_view kWords[] = {"痛", "热", "咳", "喘", "晕", "麻", "肿", "痒",
                                                "血", "汗", "吐", "泻", "胀", "闷", "酸", "寒",
                                                "头", "胸", "腹", "背", "手", "足", "眼", "耳"};
  Dice dice(seed);
  std::vector<std::string> texts;
  for (int i = 0; i < 5; ++i) {
    std::string text;
    for (int blocks = dice.between(1, 4); blocks > 0; --blocks) {
      if (!texts.empty() && dice.chance(0.5)) {
        const std::string& other = texts[static_cast<std::size_t>(dice.between(0, i - 1))];
        const std::size_t points = other.size() / 3;
        const auto from = static_cast<std::size_t>(dice.between(0, static_cast<int>(points) - 1));
        text += other.substr(from * 3, 3 * static_cast<std::size_t>(dice.between(20, 90)));
      } else {
        for (int n = dice.between(20, 80); n > 0; --n) text += dice.of(kWords);
      }
    }
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

TEST_CASE("passages are what they say, in generated notes") {
  for (const Lang lang : {Lang::kZh, Lang::kEn}) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const CopiedNotes stay = copied_notes(lang, seed);
      const Read read(stay.notes);
      const Passages passages = find_passages(read.tokens, read.texts, {});
      CHECK(passages.list.size() > stay.copies.size() / 2);
      for (const Passage& passage : passages.list) check_passage(read, passages, passage);
    }
  }
}

TEST_CASE("every long common run lies in a passage") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const Read read(random_texts(seed));
    const Passages passages = find_passages(read.tokens, read.texts, {});
    for (const Passage& passage : passages.list) check_passage(read, passages, passage);
    check_complete(read, passages, 40);
  }
}

// With a product of the lengths these would not end.
TEST_CASE("patterns cost no more than other text") {
  std::string same, numbers, words;
  for (int i = 0; i < 200'000; ++i) {
    same += "痛";
    numbers += std::to_string(i) + " ";
    words += i % 2 == 0 ? "as before " : "无特殊";
  }
  for (const std::string& text : {same, numbers, words}) {
    const Read read({text, text, text});
    const Passages passages = find_passages(read.tokens, read.texts, {});
    for (const Passage& passage : passages.list) check_passage(read, passages, passage);
    CHECK(passages.list.size() <= 12);
  }
}

TEST_CASE("the same note many times is compared with the last ones only") {
  const std::string note = copied_notes(Lang::kZh, 1).notes.front();
  const Read read(std::vector<std::string>(500, note));
  const Passages passages = find_passages(read.tokens, read.texts, {});
  CHECK(passages.list.size() == 8 * 500 - 36);
}

}  // namespace emrlint

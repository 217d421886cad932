// SPDX-License-Identifier: Apache-2.0
// A search that keeps what the last one found finds what one from scratch does.
#include "copies/kept_passages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "generator/copied_notes.h"
#include "generator/random_text.h"

namespace emrlint {
namespace {

// Notes with a sample each, as a language server keeps them.
struct Sampled {
  explicit Sampled(const std::vector<std::string>& notes) : samples(notes.size()) {
    for (const std::string& note : notes) {
      const Text piece{note, {0, 0, static_cast<std::uint32_t>(note.size())}};
      texts.push_back({tokens.add({&piece, 1}), SectionType::kUnknown});
    }
    for (std::size_t i = 0; i < notes.size(); ++i) {
      sample_text(tokens, texts[i], Boilerplate::none(), samples[i]);
      samples[i].of = {std::hash<std::string>()(notes[i]), notes[i].size()};
      placed.push_back({&samples[i], 0});
    }
  }
  Tokens tokens;
  std::vector<CopyText> texts;
  std::vector<TextSample> samples;
  std::vector<PlacedSample> placed;
};

bool same(const Run& a, const Run& b) {
  return a.from == b.from && a.to == b.to && a.length == b.length;
}

// Without where the runs stand among all runs.
bool same(const Passage& a, const Passage& b) {
  return a.text == b.text && a.source == b.source && a.from == b.from && a.to == b.to &&
         a.equal == b.equal && a.numbers == b.numbers && a.longest == b.longest;
}

void check_same(const Passages& kept, const Passages& fresh) {
  REQUIRE(kept.list.size() == fresh.list.size());
  for (std::size_t i = 0; i < kept.list.size(); ++i) {
    REQUIRE(same(kept.list[i], fresh.list[i]));
    const auto a = kept.runs_of(kept.list[i]);
    const auto b = fresh.runs_of(fresh.list[i]);
    REQUIRE(std::equal(a.begin(), a.end(), b.begin(), b.end(),
                       [](const Run& one, const Run& other) { return same(one, other); }));
  }
}

// Where a character of three bytes begins, at or behind some place.
std::size_t some_place(Dice& dice, const std::string& note) {
  auto at = static_cast<std::size_t>(dice.between(0, static_cast<int>(note.size())));
  while (at < note.size() && (note[at] & 0xC0) == 0x80) ++at;
  return at;
}

// One of the things that happen to a chart while somebody writes in it.
void change(Dice& dice, std::vector<std::string>& notes) {
  const auto some = [&] {
    return static_cast<std::size_t>(dice.between(0, static_cast<int>(notes.size()) - 1));
  };
  const std::size_t i = some();
  const auto place = notes.begin() + static_cast<std::ptrdiff_t>(i);
  switch (dice.between(0, 6)) {
    case 0:
      notes.insert(place, notes[some()]);
      break;
    case 1:
      if (notes.size() > 1) notes.erase(place);
      break;
    case 2:
      std::swap(notes[i], notes[some()]);
      break;
    case 3:
      notes[i].resize(some_place(dice, notes[i]));
      break;
    case 4: {  // A piece of another note.
      const std::string& other = notes[some()];
      const std::size_t from = some_place(dice, other);
      notes[i].insert(some_place(dice, notes[i]), other.substr(from, 300));
      break;
    }
    default:  // As most: a letter.
      notes[i].insert(some_place(dice, notes[i]), "痛");
  }
}

std::size_t count_stale(const KeptPassages& kept, std::size_t texts) {
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < texts; ++i) count += kept.stale(i) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("passages kept from search to search are those of a fresh one") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<std::string> notes = copied_notes(Lang::kZh, seed).notes;
    // More copies than sources are compared.
    if (seed % 2 == 0) {
      for (std::size_t i = 0; i < 30; ++i) notes.push_back(notes[i % 3] + notes[i]);
    }
    PassageSettings settings;
    settings.sources = seed % 3 == 0 ? 2 : 8;
    KeptPassages kept;
    for (int round = 0; round < 60; ++round) {
      CAPTURE(round);
      const Sampled now(notes);
      const Passages fresh =
          find_passages(now.tokens, now.texts, now.placed, Boilerplate::none(), settings);
      check_same(find_passages(now.tokens, now.texts, now.placed, Boilerplate::none(), settings,
                               &kept),
                 fresh);
      change(dice, notes);
    }
  }
}

TEST_CASE("only what may have changed is searched again") {
  std::vector<std::string> notes = copied_notes(Lang::kZh, 1).notes;
  KeptPassages kept;
  const auto search = [&] {
    const Sampled now(notes);
    find_passages(now.tokens, now.texts, now.placed, Boilerplate::none(), {}, &kept);
    return count_stale(kept, notes.size());
  };
  CHECK(search() == notes.size());
  CHECK(search() == 0);
  CHECK(kept.wanted_count() == 0);
  notes.back() += "今日头晕。";
  CHECK(search() == 1);
  // What no other note has a word of concerns none.
  notes.insert(notes.begin(), "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥");
  CHECK(search() == 1);
  notes.erase(notes.begin());
  CHECK(search() == 0);
  // Those that took over something from it.
  notes.front().insert(0, "今日头晕。");
  CHECK(search() > 1);
}

}  // namespace emrlint

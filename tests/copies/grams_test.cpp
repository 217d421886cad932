// SPDX-License-Identifier: Apache-2.0
#include "copies/grams.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

namespace emrlint {
namespace {

class Random {
 public:
  std::uint32_t below(std::uint32_t end) {
    return std::uniform_int_distribution<std::uint32_t>(0, end - 1)(engine_);
  }
  // An ideograph, a word or a number, most of them `kind`.
  std::string token(std::uint32_t kind) {
    if (below(5) == 0) kind = below(3);
    if (kind == 0) {
      const std::uint32_t c = 0x4E00 + below(3000);
      return {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
              static_cast<char>(0x80 | (c & 0x3F))};
    }
    if (kind == 2) return std::to_string(below(200)) + " ";
    std::string word;
    for (std::uint32_t i = below(8) + 1; i > 0; --i) word += static_cast<char>('a' + below(26));
    return word + " ";
  }
  std::string text(std::uint32_t count, std::uint32_t kind) {
    std::string out;
    for (std::uint32_t i = 0; i < count; ++i) out += token(kind);
    return out;
  }

 private:
  std::mt19937_64 engine_{7};
};

struct Sampled {
  explicit Sampled(const std::string& text, const GramSettings& settings = {}) : value(text) {
    const Text piece{value, {}};
    range = tokens.add({&piece, 1});
    sample_sparse_grams(tokens, range, settings, grams);
  }
  std::string value;
  Tokens tokens;
  TokenRange range;
  std::vector<Gram> grams;
};

}  // namespace

TEST_CASE("sparse grams: a shared run that tells enough has the grams that it should") {
  Random random;
  const GramSettings settings;
  for (unsigned count = 1; count <= 3; ++count) {
    for (int i = 0; i < 300; ++i) {
      const std::uint32_t kind = random.below(3);
      // As short as it may be: token by token until it tells enough.
      std::string shared;
      while (true) {
        const Sampled run(shared, settings);
        if (run.tokens.weight(run.range) >= settings.sure(count)) break;
        shared += random.token(kind);
      }
      const auto with = [&] {
        return random.text(random.below(60), kind) + "。" + shared + "。" +
               random.text(random.below(60), kind);
      };
      const Sampled a(with(), settings), b(with(), settings);
      std::multiset<std::uint64_t> of_a;
      for (const Gram& gram : a.grams) of_a.insert(gram.hash);
      unsigned common = 0;
      for (const Gram& gram : b.grams) {
        const auto found = of_a.find(gram.hash);
        if (found == of_a.end()) continue;
        of_a.erase(found);
        ++common;
      }
      CHECK(common >= count);
    }
  }
  CHECK(settings.surely_in(settings.sure(2)) == 2);
  CHECK(settings.surely_in(settings.sure(2) - 1) == 1);
  CHECK(settings.surely_in(0) == 0);
}

TEST_CASE("sparse grams: one in so many tokens, in order, none twice") {
  Random random;
  const Sampled long_text(random.text(100'000, 0));
  REQUIRE(long_text.grams.size() > 1);
  const double density = static_cast<double>(long_text.grams.size()) / long_text.range.size();
  CHECK(density > 0.06);
  CHECK(density < 0.10);
  for (std::size_t i = 1; i < long_text.grams.size(); ++i) {
    CHECK(long_text.grams[i].tokens.from > long_text.grams[i - 1].tokens.from);
  }
}

TEST_CASE("sparse grams: a text of less than a gram has none, one of a window has one") {
  Random random;
  CHECK(Sampled("患者一般情况可").grams.empty());
  CHECK(Sampled("").grams.empty());
  CHECK(Sampled("患者三天前无明显诱因出现右下腹持续性胀痛").grams.size() == 1);
}

}  // namespace emrlint

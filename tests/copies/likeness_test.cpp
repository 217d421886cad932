// SPDX-License-Identifier: Apache-2.0
#include "copies/likeness.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace emrlint {
namespace {

constexpr std::string_view kHistory =
    "患者3天前受凉后出现发热，最高体温38."
    "6℃，伴咳嗽、咳黄痰，痰量中等，活动后气促，自服头孢类药物2天"
    "后体温有所下降，咳嗽仍明显，夜间为著，影响睡眠。";

struct Two {
  Two(std::string_view a, std::string_view b) {
    const Text one{a, {}}, two{b, {}};
    first.tokens = tokens.add({&one, 1});
    second.tokens = tokens.add({&two, 1});
  }
  LikenessOfBoth likeness() const { return emrlint::likeness(tokens, first, second); }

  Tokens tokens;
  ComparedText first, second;
};

std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  return out.replace(out.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("likeness: equal, edited, and something else") {
  const Two equal(kHistory, kHistory);
  const std::uint32_t size = equal.first.tokens.size();
  const std::uint32_t told = equal.tokens.weight(equal.first.tokens) / 2;
  CHECK(told < size);  // For numbers.
  CHECK(equal.likeness().first == Likeness{size, size, 3, 3, told});
  CHECK(equal.likeness().second == Likeness{size, size, 3, 3, told});

  // Two ideographs for two, and a number for a number.
  const Two edited(kHistory, with(with(kHistory, "受凉", "淋雨"), "38.6", "39.1"));
  CHECK(edited.likeness().first == Likeness{size, size - 3, 3, 2, told});
  CHECK(edited.likeness().second == Likeness{size, size - 3, 3, 2, told});

  const Two other(kHistory, "遵医嘱给予补液支持，家属表示理解并同意目前的处理方案，明晨复查。");
  CHECK(other.likeness().first.copied == 0);
  CHECK(other.likeness().first.share() == 0);
}

TEST_CASE("likeness: of a text in a longer one") {
  const std::string longer = std::string(kHistory) + "遵医嘱给予补液支持，家属表示理解并同意。";
  const Two two(kHistory, longer);
  CHECK(two.likeness().first.share() == 1);
  CHECK(two.likeness().second.copied == two.first.tokens.size());
  CHECK(two.likeness().second.share() < 0.9);
}

TEST_CASE("likeness: sentences in another order, and twice what stands once") {
  const std::string_view other =
      "遵医嘱给予抗感染及补液支持治疗三天，家属表示理解并同意目前的处理方案，明晨复查血常规及胸片并"
      "酌情调整用药。";
  const Two turned(std::string(kHistory) + std::string(other),
                   std::string(other) + std::string(kHistory));
  CHECK(turned.likeness().first.share() == 1);
  const std::string twice = std::string(kHistory) + std::string(kHistory);
  CHECK(Two(kHistory, twice).likeness().second.share() <= 1);
}

TEST_CASE("likeness: boilerplate is not of the size, templates are not copied") {
  Two two(kHistory, kHistory);
  const std::uint32_t size = two.first.tokens.size();
  two.first.boilerplate = {{0, 4}, {10, 12}};
  two.first.templates = {{2, 20}};
  const Likeness first = two.likeness().first;
  CHECK(first.size == size - 6);
  CHECK(first.copied == size - 20);
  CHECK(two.likeness().second.share() == 1);
  two.first.templates = {{0, 10'000}, {20'000, 30'000}};  // Beyond the text: as far as it goes.
  CHECK(two.likeness().first.copied == 0);
}

TEST_CASE("likeness: a text that is all boilerplate, and none") {
  Two two(kHistory, kHistory);
  two.first.boilerplate = {{0, two.first.tokens.size()}};
  CHECK(two.likeness().first == Likeness{});
  CHECK(two.likeness().first.share() == 0);
  CHECK(Two("", "").likeness().second == Likeness{});
}

}  // namespace emrlint

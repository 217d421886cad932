// SPDX-License-Identifier: Apache-2.0
#include "generator/random_birth.h"

#include <chrono>

#include "generator/random_birth_parts.h"
#include "generator/random_parts.h"

namespace emrlint {
namespace {

RandomBirthFacts facts_of(Dice& dice) {
  RandomBirthFacts birth;
  birth.girl = dice.chance(0.5);
  birth.ruptured = dice.chance(0.5);
  birth.grams = 10 * dice.between(280, 390);
  birth.weeks = dice.between(38, 40);
  birth.days = dice.between(0, 6);
  return birth;
}

}  // namespace

RandomBirth random_birth(std::uint64_t seed, std::uint64_t number, double rate) {
  constexpr std::uint64_t kSeries = 0xA24BAED4963EE407ull;  // Other stays than those of the seed.
  Dice dice = random_dice(seed ^ kSeries, number);
  const RandomBirthFacts birth = facts_of(dice);
  // 09:00 hospital time of some day of 2024.
  const Instant day = std::chrono::sys_days{std::chrono::year{2024} / 1 / 1} +
                      std::chrono::hours{24 * dice.between(0, 300) + 1};
  RandomStay mother(dice, numbered_key("ZM", number), rate, StayOf::kMother, birth);
  RandomStay child(dice, numbered_key("ZN", number), rate, StayOf::kNewborn, birth);
  mother.admitted = child.admitted = day;
  child.patient = mother.patient + (birth.girl ? "之女" : "之子");
  return {write_random_chart(mother), write_random_chart(child)};
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/title_side.h"

#include "text/find_word.h"
#include "text/side_words.h"

namespace emrlint::checks {
namespace {

NamedSide named(Side side) {
  switch (side) {
    case Side::kLeft:
      return NamedSide::kLeft;
    case Side::kRight:
      return NamedSide::kRight;
    case Side::kBoth:
      return NamedSide::kBoth;
    default:
      return NamedSide::kNone;
  }
}

}  // namespace

SidedName sided_name(std::string_view name) {
  // 单侧甲状腺切除伴他叶部分切除术: the other side has its part in it.
  for (const std::string_view word : {"对侧", "他叶", "他侧", "健侧", "另一侧"}) {
    if (holds(name, word)) return {};
  }
  SidedName found;
  for (auto side = next_side(name, 0); side; side = next_side(name, side->to)) {
    const NamedSide one = named(side->side);
    if (found.side != NamedSide::kNone && found.side != one) return {};
    if (found.side == NamedSide::kNone) found.word = name.substr(side->from, side->to - side->from);
    found.side = one;
  }
  if (found.side == NamedSide::kNone) {
    constexpr std::string_view kOne = "单侧";
    const std::size_t at = find_word(name, kOne);
    if (at == name.npos) return {};
    return {NamedSide::kOne, name.substr(at, kOne.size()), part_in(name.substr(at)), 0};
  }
  for (const SidedPart& part : sided_parts(name)) {
    if (found.part != kNoPart && found.part != part.part) return {};
    found.part = part.part;
    found.lesion = part.lesion;
  }
  return found;
}

bool opposed(NamedSide title, NamedSide name) {
  if (title == NamedSide::kNone || name == NamedSide::kNone || title == name) return false;
  if (title == NamedSide::kOne) return name == NamedSide::kBoth;
  if (name == NamedSide::kOne) return title == NamedSide::kBoth;
  return true;
}

bool opposed(NamedSide title, Side text) { return opposed(title, named(text)); }

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_SIDED_PARTS_H_
#define EMRLINT_CHECKS_CONSISTENCY_SIDED_PARTS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "model/surgery.h"

// Parts of the body that a text names with their side: 左侧股骨颈骨折, 腹股沟疝（右）.
namespace emrlint::checks {

// The number of a row of body_parts.def.
enum class BodyPart : std::uint8_t {};
inline constexpr BodyPart kNoPart{255};

std::string_view id(BodyPart part);  // "knee"
Bilingual name(BodyPart part);

// Bytes [from, to) of the text, from the side to the end of the part, or the other way round.
struct SidedPart {
  std::size_t from = 0;
  std::size_t to = 0;
  BodyPart part = kNoPart;
  Side side = Side::kUnknown;  // kLeft, kRight or kBoth.
  std::uint8_t lesion = 0;  // What is the matter with it (骨折, 结石); 0 where none is known.
};

// In order; sides of what is no such part are left out.
std::vector<SidedPart> sided_parts(std::string_view text);

// The part that the text names first, without regard to a side; kNoPart for none.
BodyPart part_in(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_SIDED_PARTS_H_

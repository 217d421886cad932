// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_SIDE_WORDS_H_
#define EMRLINT_TEXT_SIDE_WORDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/surgery.h"

// On which side of the body something is: 左, 右, 双侧. Not 3天左右, 右利手, 左氧氟沙星, 左心室,
// 左侧卧位, 双氯芬酸.
namespace emrlint {

// Bytes [from, to) of the text: "左侧", with what belongs to it (侧, 边).
struct SideMention {
  std::size_t from = 0;
  std::size_t to = 0;
  Side side = Side::kUnknown;  // kLeft, kRight or kBoth.
};

// The first side at or behind byte `at`. Both for 双, 两侧, 左右两侧, 左、右, 左侧及右侧 and the
// like.
std::optional<SideMention> next_side(std::string_view text, std::size_t at);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_SIDE_WORDS_H_

// SPDX-License-Identifier: Apache-2.0
#include "text/fold.h"

#include <utf8proc.h>

namespace emrlint {
namespace {

bool carries_meaning(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

}  // namespace

FoldedPoints fold_rare(char32_t c) {
  FoldedPoints out;
  if (c >= 0x3000 && c <= 0x303F) return out;  // CJK punctuation
  if (c >= 0xFF01 && c <= 0xFF5E) {
    if (const char32_t narrow = folded_ascii(c - 0xFF01 + '!')) out.points[out.count++] = narrow;
    return out;
  }
  std::array<utf8proc_int32_t, 16> folded{};
  const auto count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), folded.data(), folded.size(),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD),
      nullptr);
  for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(folded.size()); ++i) {
    const auto point = static_cast<char32_t>(folded[static_cast<std::size_t>(i)]);
    if (carries_meaning(point)) out.points[out.count++] = point;
  }
  return out;
}

}  // namespace emrlint

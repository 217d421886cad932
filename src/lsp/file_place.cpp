// SPDX-License-Identifier: Apache-2.0
#include "lsp/file_place.h"

#include <algorithm>

namespace emrlint::lsp {

// What is put in right before a place or right behind it is no part of it.
MovedPlace moved(FilePlace place, const TextEdit& edit) {
  const auto begin = static_cast<std::uint32_t>(edit.begin);
  const auto end = static_cast<std::uint32_t>(edit.end);
  const auto shift = static_cast<std::uint32_t>(edit.size) - (end - begin);  // May wrap.
  if (end <= place.begin) return {{place.file, place.begin + shift, place.end + shift}, false};
  if (begin >= place.end) return {place, false};
  return {{place.file, std::min(place.begin, begin), std::max(place.end, end) + shift}, true};
}

}  // namespace emrlint::lsp

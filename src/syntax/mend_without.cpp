// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "syntax/mend.h"

namespace emrlint {

void blank_out(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
  }
}

MendedText mend_without(std::string_view text, std::span<const TextRange> parts, Syntax syntax) {
  std::string left(text);
  for (const TextRange& part : parts) blank_out(left, part.begin, part.end);
  MendedText mended = mend(left, syntax);
  const bool first = mended.gaps == 0 || (!parts.empty() && parts[0].begin < mended.broken.begin);
  if (!parts.empty() && first) mended.broken = parts[0];
  if (!parts.empty()) mended.last = std::max(mended.last, parts.back().end);
  mended.gaps += static_cast<std::uint32_t>(parts.size());
  return mended;
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "output/width.h"

#include <utf8proc.h>

namespace emrlint {
namespace {

struct Character {
  std::size_t length;
  std::size_t columns;
};

Character first_character(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  if (byte < 0x80) return {1, 1};
  utf8proc_int32_t code = 0;
  const utf8proc_ssize_t length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (length <= 0) return {1, 1};
  const int width = utf8proc_charwidth(code);
  const bool mark = utf8proc_category(code) == UTF8PROC_CATEGORY_MN;
  return {static_cast<std::size_t>(length),
          width > 0 ? static_cast<std::size_t>(width) : mark ? 0u : 1u};
}

}  // namespace

std::size_t character_length(std::string_view text) {
  return text.empty() ? 0 : first_character(text).length;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    width += character.columns;
    text.remove_prefix(character.length);
  }
  return width;
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "output/width.h"

#include <utf8proc.h>

#include <algorithm>

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
  return {static_cast<std::size_t>(length), width > 0 ? static_cast<std::size_t>(width)
                                            : mark    ? 0u
                                                      : 1u};
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

void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t indent,
                    std::size_t width) {
  while (!text.empty()) {
    std::size_t length = character_length(text);
    if (length == 1 && text[0] != ' ') {
      length = std::min(text.find(' '), text.size());
      for (std::size_t i = 0; i < length; ++i) {
        if (static_cast<unsigned char>(text[i]) >= 0x80) length = i;
      }
    }
    const std::string_view word = text.substr(0, length);
    if (column + display_width(word) > width && column > indent) {
      while (out.back() == ' ') out.pop_back();
      out.append("\n").append(indent, ' ');
      column = indent;
    }
    if (word != " " || column > indent) {
      out += word;
      column += display_width(word);
    }
    text.remove_prefix(length);
  }
  out += '\n';
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "lsp/text_buffer.h"

#include <utility>

#include "source/utf8.h"

namespace emrlint::lsp {
namespace {

// JSON can hold half a character, such as a surrogate alone.
std::string sound(std::string text) {
  std::size_t good = first_invalid_utf8(text);
  if (good == text.size()) return text;
  std::string out;
  std::string_view rest = text;
  while (good < rest.size()) {
    out.append(rest.substr(0, good));
    append_utf8(out, 0xFFFD);
    rest.remove_prefix(good + 1);
    good = first_invalid_utf8(rest);
  }
  out.append(rest);
  return out;
}

}  // namespace

TextBuffer::TextBuffer(std::string text) : text_(sound(std::move(text))), lines_(text_) {}

void TextBuffer::replace(const std::optional<TextRange>& range, std::string text,
                         PositionEncoding encoding) {
  text = sound(std::move(text));
  if (!range) {
    text_ = std::move(text);
    lines_ = LineMap(text_);
    return;
  }
  std::size_t begin = offset(range->start, encoding), end = offset(range->end, encoding);
  if (end < begin) std::swap(begin, end);
  text_.replace(begin, end - begin, text);
  lines_.replace(text_, begin, end, text);
}

}  // namespace emrlint::lsp

// SPDX-License-Identifier: Apache-2.0
#include "lsp/text_buffer.h"

#include <algorithm>
#include <string_view>
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

// The least edit that makes the second text of the first.
TextEdit edit_between(std::string_view before, std::string_view after) {
  const std::size_t least = std::min(before.size(), after.size());
  std::size_t front = 0, back = 0;
  while (front < least && before[front] == after[front]) ++front;
  while (back < least - front && before.rbegin()[static_cast<std::ptrdiff_t>(back)] ==
                                     after.rbegin()[static_cast<std::ptrdiff_t>(back)]) {
    ++back;
  }
  return {front, before.size() - back, after.size() - front - back};
}

}  // namespace

TextBuffer::TextBuffer(std::string text) : text_(sound(std::move(text))), lines_(text_) {}

TextEdit TextBuffer::replace(const std::optional<TextRange>& range, std::string text,
                             PositionEncoding encoding) {
  text = sound(std::move(text));
  if (!range) {
    const TextEdit edit = edit_between(text_, text);
    text_ = std::move(text);
    lines_ = LineMap(text_);
    return edit;
  }
  std::size_t begin = offset(range->start, encoding), end = offset(range->end, encoding);
  if (end < begin) std::swap(begin, end);
  text_.replace(begin, end - begin, text);
  lines_.replace(text_, begin, end, text);
  return {begin, end, text.size()};
}

}  // namespace emrlint::lsp

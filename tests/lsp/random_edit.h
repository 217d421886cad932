// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_LSP_RANDOM_EDIT_H_
#define EMRLINT_TESTS_LSP_RANDOM_EDIT_H_

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace emrlint::lsp_test {

// What somebody types, deletes or pastes: bytes [begin, end) of a text become `with`.
struct RandomEdit {
  std::size_t begin = 0, end = 0;
  std::string with;
};

// The front of the character at an offset.
inline std::size_t front_of(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

// At a random place: up to 60 bytes less, up to 200 more from elsewhere in the text, or what ends
// or begins a tag, a string or the like.
inline RandomEdit random_edit(std::string_view text, std::mt19937_64& random) {
  const auto any = [&](std::size_t below) { return below == 0 ? 0 : random() % below; };
  RandomEdit edit;
  edit.begin = edit.end = front_of(text, any(text.size() + 1));
  const std::size_t kind = any(11);
  if (kind < 2) {
    edit.end = front_of(text, std::min(edit.begin + any(60), text.size()));
  } else if (kind == 2) {
    const std::size_t from = front_of(text, any(text.size() + 1));
    const std::size_t to = front_of(text, std::min(from + 200, text.size()));
    edit.with = text.substr(from, to - from);
  } else {
    constexpr std::string_view kPieces[] = {
        "<",   ">",       "/", "\"", "𠮷", "同前", "</entry>", "<a>", "&",  "&lt;", "<!--", "-->",
        "]]>", "2024031", "{", "}",  ":",  ",",    "[",        "]",   "\\", "\n",   "\r\n", "x"};
    edit.with = kPieces[any(std::size(kPieces))];
  }
  return edit;
}

}  // namespace emrlint::lsp_test

#endif  // EMRLINT_TESTS_LSP_RANDOM_EDIT_H_

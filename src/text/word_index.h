// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_WORD_INDEX_H_
#define EMRLINT_TEXT_WORD_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace emrlint {

// Many words looked for at one place at once. Each begins with a character of three bytes, as all
// Chinese ones do. To be built once, as a function's static; holds views of the words.
class WordIndex {
 public:
  explicit WordIndex(std::span<const std::string_view> words);

  // The number of the longest word that begins at byte `at`, -1 when none does.
  int match(std::string_view text, std::size_t at) const;

  // Whether the character of three bytes at `at` looks like the first of a word.
  bool may_begin(std::string_view text, std::size_t at) const {
    return (begins_[low_bits(text, at + 1)] >> low_bits(text, at + 2) & 1) != 0;
  }

  // The first byte from `at` on where a word may begin: a character that looks like the first of
  // one. The end of the text when there is none. `at` is where a character begins.
  std::size_t skip(std::string_view text, std::size_t at) const {
    while (at + 2 < text.size()) {
      const auto lead = static_cast<unsigned char>(text[at]);
      if (lead < 0xE0) {
        at += lead < 0xC0 ? 1 : 2;
      } else if (may_begin(text, at)) {
        return at;
      } else {
        at += lead < 0xF0 ? 3 : 4;
      }
    }
    return text.size();
  }

 private:
  struct Entry {
    std::string_view word;
    int number = 0;
  };
  static constexpr std::size_t kBuckets = 1024;

  static unsigned low_bits(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) & 0x3Fu;
  }

  std::array<std::uint16_t, kBuckets + 1> first_{};  // Of the entries of each bucket.
  std::array<std::uint64_t, 64> begins_{};           // By the last two bytes of first characters.
  std::vector<Entry> entries_;                       // By bucket, the longer words first.
};

// Bytes of the character at the front of well-formed text; 1 where it is not.
constexpr std::size_t char_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// Whether `word` stands at byte `at`, and whether it ends right before it.
constexpr bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}
constexpr bool ends_at(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(0, at).ends_with(word);
}

}  // namespace emrlint

#endif  // EMRLINT_TEXT_WORD_INDEX_H_

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

 private:
  struct Entry {
    std::string_view word;
    int number = 0;
  };
  static constexpr std::size_t kBuckets = 1024;

  std::array<std::uint16_t, kBuckets + 1> first_{};  // Of the entries of each bucket.
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

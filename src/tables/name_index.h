// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_NAME_INDEX_H_
#define EMRLINT_TABLES_NAME_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace emrlint {

// Rows by names of drugs that are looked for inside orders. The case of Latin letters, salts and
// signs inside a name make no difference: 头孢哌酮/舒巴坦 is found in 头孢哌酮钠舒巴坦钠. Filled once, then sealed.
class NameIndex {
 public:
  // Bytes [from, to) of a text, and the rows of the name that stands there.
  struct Mention {
    std::span<const std::uint32_t> rows;
    std::size_t from = 0, to = 0;
  };

  void add(std::string_view name, std::uint32_t row);
  void seal();

  // Calls `visit(const Mention&)` for the names in a text, from left to right, the longest where
  // several begin; a Latin name only where it is a word of its own.
  template <typename Visit>
  void each(std::string_view text, Visit visit) const {
    if (entries_.empty()) return;
    for (std::size_t at = 0; at < text.size();) {
      const Mention mention = at_place(text, at);
      if (mention.to > at) visit(mention);
      at = mention.to > at ? mention.to : next(text, at);
    }
  }
  bool empty() const { return entries_.empty(); }

 private:
  struct Entry {
    std::uint32_t from = 0, size = 0, row = 0;  // A part of names_.
  };
  static constexpr std::size_t kBuckets = 1024;

  std::string_view name(const Entry& entry) const {
    return std::string_view(names_).substr(entry.from, entry.size);
  }
  Mention at_place(std::string_view text, std::size_t at) const;
  static std::size_t next(std::string_view text, std::size_t at);

  std::string names_;
  std::vector<Entry> entries_;                       // By bucket, the longer names first.
  std::vector<std::uint32_t> rows_;                  // Of the entries.
  std::array<std::uint32_t, kBuckets + 1> first_{};  // Entry of each bucket.
};

}  // namespace emrlint

#endif  // EMRLINT_TABLES_NAME_INDEX_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_KEY_INDEX_H_
#define EMRLINT_TABLES_KEY_INDEX_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace emrlint {

// Rows by a key: a code, a name, an id. Blanks, dots, letter case and the width of characters make
// no difference. Several rows may have one key. Filled once, then sealed.
class KeyIndex {
 public:
  // A blank key is none.
  void add(std::string_view key, std::uint32_t row);
  void seal();
  // The rows of a key, in order; none of a blank one.
  std::span<const std::uint32_t> find(std::string_view key) const;
  bool empty() const { return rows_.empty(); }

 private:
  struct Entry {
    std::uint32_t from = 0, size = 0, row = 0;  // A part of keys_.
  };
  std::string_view key(const Entry& entry) const {
    return std::string_view(keys_).substr(entry.from, entry.size);
  }

  std::string keys_;
  std::vector<Entry> entries_;       // Sorted by key, then row.
  std::vector<std::uint32_t> rows_;  // Of the entries.
};

// What a KeyIndex compares.
std::string folded_key(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_TABLES_KEY_INDEX_H_

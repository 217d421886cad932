// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/word_rows.h"

#include <algorithm>

namespace emrlint::checks {
namespace {

std::vector<std::string_view> split(std::span<const std::string_view> lists,
                                    std::vector<std::size_t>& rows) {
  std::vector<std::string_view> words;
  for (std::size_t row = 0; row < lists.size(); ++row) {
    for (std::string_view rest = lists[row]; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      words.push_back(rest.substr(0, end));
      rows.push_back(row);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return words;
}

}  // namespace

WordRows::WordRows(std::span<const std::string_view> lists)
    : words_(split(lists, rows_)), index_(words_) {}

WordRows::Found WordRows::at(std::string_view text, std::size_t at) const {
  const int number = index_.match(text, at);
  if (number < 0) return {};
  const auto i = static_cast<std::size_t>(number);
  return {rows_[i], words_[i].size()};
}

}  // namespace emrlint::checks

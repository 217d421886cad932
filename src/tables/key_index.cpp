// SPDX-License-Identifier: Apache-2.0
#include "tables/key_index.h"

#include <algorithm>

namespace emrlint {
namespace {

// The ASCII letter or sign of a full-width one (U+FF01 to U+FF5E) at `at`, 0 for anything else.
char narrow(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '\xEF') return 0;
  const unsigned point = 0xF000u | (static_cast<unsigned char>(text[at + 1]) & 0x3Fu) << 6 |
                         (static_cast<unsigned char>(text[at + 2]) & 0x3Fu);
  return point >= 0xFF01 && point <= 0xFF5E ? static_cast<char>(point - 0xFF00 + 0x20) : '\0';
}

void append_folded(std::string_view text, std::string& out) {
  constexpr std::string_view kWideBlank = "　";
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (const char ascii = narrow(text, at)) {
      c = ascii;
      at += 2;
    } else if (text.substr(at).starts_with(kWideBlank)) {
      at += 2;
      continue;
    }
    if (c == ' ' || c == '\t' || c == '.') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
}

}  // namespace

std::string folded_key(std::string_view text) {
  std::string key;
  append_folded(text, key);
  return key;
}

void KeyIndex::add(std::string_view key, std::uint32_t row) {
  const std::size_t from = keys_.size();
  append_folded(key, keys_);
  if (keys_.size() == from) return;
  entries_.push_back(
      {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(keys_.size() - from), row});
}

void KeyIndex::seal() {
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    const int order = key(a).compare(key(b));
    return order != 0 ? order < 0 : a.row < b.row;
  });
  const auto same = [&](const Entry& a, const Entry& b) {
    return a.row == b.row && key(a) == key(b);
  };
  entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
  rows_.clear();
  for (const Entry& entry : entries_) rows_.push_back(entry.row);
}

std::span<const std::uint32_t> KeyIndex::find(std::string_view text) const {
  const std::string wanted = folded_key(text);
  if (wanted.empty()) return {};
  const auto first = std::partition_point(entries_.begin(), entries_.end(),
                                          [&](const Entry& e) { return key(e) < wanted; });
  auto last = first;
  while (last != entries_.end() && key(*last) == wanted) ++last;
  return std::span(rows_).subspan(static_cast<std::size_t>(first - entries_.begin()),
                                  static_cast<std::size_t>(last - first));
}

}  // namespace emrlint

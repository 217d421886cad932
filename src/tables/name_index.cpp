// SPDX-License-Identifier: Apache-2.0
#include "tables/name_index.h"

#include <algorithm>

namespace emrlint {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// By the first character.
std::size_t bucket_of(std::string_view text, std::size_t at, std::size_t buckets) {
  std::uint32_t hash = 2166136261u;
  const std::size_t end = std::min(at + length_of(text[at]), text.size());
  for (std::size_t i = at; i < end; ++i) {
    hash = (hash ^ static_cast<unsigned char>(lower(text[i]))) * 16777619u;
  }
  return hash % buckets;
}

// `name` is in lower case.
bool stands_at(std::string_view text, std::size_t at, std::string_view name) {
  if (text.size() - at < name.size()) return false;
  const bool same = std::equal(name.begin(), name.end(), text.begin() + static_cast<long>(at),
                               [](char a, char b) { return a == lower(b); });
  if (!same) return false;
  const std::size_t to = at + name.size();
  const bool joined = at > 0 && letter(name.front()) && letter(text[at - 1]);
  const bool goes_on = to < text.size() && letter(name.back()) && letter(text[to]);
  return !joined && !goes_on;
}

}  // namespace

void NameIndex::add(std::string_view name, std::uint32_t row) {
  if (name.empty()) return;
  entries_.push_back(
      {static_cast<std::uint32_t>(names_.size()), static_cast<std::uint32_t>(name.size()), row});
  for (const char c : name) names_ += lower(c);
}

void NameIndex::seal() {
  const auto bucket = [&](const Entry& entry) { return bucket_of(name(entry), 0, kBuckets); };
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    const std::size_t of_a = bucket(a);
    const std::size_t of_b = bucket(b);
    if (of_a != of_b) return of_a < of_b;
    if (a.size != b.size) return a.size > b.size;
    const int order = name(a).compare(name(b));
    return order != 0 ? order < 0 : a.row < b.row;
  });
  const auto same = [&](const Entry& a, const Entry& b) {
    return a.row == b.row && name(a) == name(b);
  };
  entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
  rows_.clear();
  first_ = {};
  for (const Entry& entry : entries_) {
    rows_.push_back(entry.row);
    ++first_[bucket(entry) + 1];
  }
  for (std::size_t i = 0; i < kBuckets; ++i) first_[i + 1] += first_[i];
}

NameIndex::Mention NameIndex::at_place(std::string_view text, std::size_t at) const {
  const std::size_t bucket = bucket_of(text, at, kBuckets);
  for (std::size_t i = first_[bucket]; i < first_[bucket + 1]; ++i) {
    if (!stands_at(text, at, name(entries_[i]))) continue;
    std::size_t end = i + 1;
    while (end < first_[bucket + 1] && name(entries_[end]) == name(entries_[i])) ++end;
    return {std::span(rows_).subspan(i, end - i), at, at + entries_[i].size};
  }
  return {{}, at, at};
}

std::size_t NameIndex::next(std::string_view text, std::size_t at) {
  return at + length_of(text[at]);
}

}  // namespace emrlint

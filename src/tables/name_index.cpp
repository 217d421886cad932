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

// Bytes at `at` of a salt or a sign inside a name that makes no other drug of it; not of 氯化钠.
std::size_t passed_over(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  const std::string_view rest = text.substr(at);
  for (const std::string_view salt : {"钠", "钾"}) {
    if (rest.starts_with(salt)) return text.substr(0, at).ends_with("化") ? 0 : salt.size();
  }
  for (const std::string_view sign : {"/", "／", "-", "·", " "}) {
    if (rest.starts_with(sign)) return sign.size();
  }
  return 0;
}

std::string bare(std::string_view name) {
  std::string result;
  for (std::size_t at = 0; at < name.size();) {
    if (const std::size_t length = passed_over(name, at)) {
      at += length;
    } else {
      result += lower(name[at++]);
    }
  }
  return result;
}

// Where a bare name that begins at `at` ends; npos when none does.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view name) {
  std::size_t to = at;
  for (const char c : name) {
    while (to > at && to < text.size() && lower(text[to]) != c) {
      const std::size_t length = passed_over(text, to);
      if (length == 0) return text.npos;
      to += length;
    }
    if (to >= text.size() || lower(text[to]) != c) return text.npos;
    ++to;
  }
  const bool joined = at > 0 && letter(name.front()) && letter(text[at - 1]);
  const bool goes_on = to < text.size() && letter(name.back()) && letter(text[to]);
  return joined || goes_on ? text.npos : to;
}

}  // namespace

void NameIndex::add(std::string_view name, std::uint32_t row) {
  const std::string kept = bare(name);
  if (kept.empty()) return;
  entries_.push_back(
      {static_cast<std::uint32_t>(names_.size()), static_cast<std::uint32_t>(kept.size()), row});
  names_ += kept;
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
    const std::size_t to = end_of(text, at, name(entries_[i]));
    if (to == text.npos) continue;
    std::size_t end = i + 1;
    while (end < first_[bucket + 1] && name(entries_[end]) == name(entries_[i])) ++end;
    return {std::span(rows_).subspan(i, end - i), at, to};
  }
  return {{}, at, at};
}

std::size_t NameIndex::next(std::string_view text, std::size_t at) {
  return at + length_of(text[at]);
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/diagnosis_items.h"

#include <algorithm>
#include <cstdint>

#include "text/word_index.h"

namespace emrlint::checks {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

char32_t point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (at + 2 >= text.size() || char_length(text, at) != 3) return 0;
  return (byte(at) & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
}

bool han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

DiagnosisItem item(const Text& text, std::size_t from, std::size_t to) {
  DiagnosisItem made{{text, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, {}};
  for (std::size_t at = from; at < to; at += char_length(text.value, at)) {
    if (const char32_t c = point_at(text.value, at); han(c)) made.han.push_back(c);
  }
  return made;
}

// Bytes of the number of an item at `at`: "2." or "2、" before something that is no digit.
std::size_t number_at(std::string_view text, std::size_t at) {
  std::size_t to = at;
  while (to < text.size() && digit(text[to])) ++to;
  if (to == at || to - at > 2) return 0;
  for (const std::string_view point : {".", "．", "、"}) {
    if (!stands_at(text, to, point)) continue;
    to += point.size();
    return to < text.size() && !digit(text[to]) ? to - at : 0;
  }
  return 0;
}

std::size_t stop_at(std::string_view text, std::size_t at) {
  for (const std::string_view stop : {";", "；", "\n", "\r", "。"}) {
    if (stands_at(text, at, stop)) return stop.size();
  }
  return 0;
}

// A mark of any kind: what is neither a Chinese character nor a letter or digit.
std::size_t mark_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  if (c < 0x80) return letter || digit(text[at]) ? 0 : 1;
  return han(point_at(text, at)) ? 0 : char_length(text, at);
}

template <typename Cut>
std::vector<DiagnosisItem> cut_at(const Text& list, Cut cut) {
  const std::string_view text = list.value;
  std::vector<DiagnosisItem> items;
  std::size_t from = 0;
  const auto close = [&](std::size_t to) {
    while (from < to && text[from] == ' ') ++from;
    while (to > from && text[to - 1] == ' ') --to;
    if (to > from) items.push_back(item(list, from, to));
  };
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = cut(text, at);
    if (length == 0) {
      at += char_length(text, at);
      continue;
    }
    close(at);
    from = at += length;
  }
  close(std::min(at, text.size()));
  return items;
}

}  // namespace

std::vector<DiagnosisItem> items_of(const Text& list) {
  return cut_at(list, [](std::string_view text, std::size_t at) {
    const bool fresh = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
    const std::size_t number = fresh ? number_at(text, at) : 0;
    return number > 0 ? number : stop_at(text, at);
  });
}

std::vector<DiagnosisItem> parts_of(const Text& list) {
  std::vector<DiagnosisItem> parts = cut_at(list, &mark_at);
  // The numbers of items.
  std::erase_if(parts, [](const DiagnosisItem& part) {
    return part.place.to - part.place.from <= 2 && part.han.empty() &&
           digit(part.place.value.value[part.place.from]);
  });
  return parts;
}

DiagnosisItem item_of(const Text& name) { return item(name, 0, name.value.size()); }

bool apart(const DiagnosisItem& a, const DiagnosisItem& b) {
  return std::none_of(a.han.begin(), a.han.end(),
                      [&](char32_t c) { return b.han.find(c) != b.han.npos; });
}

bool alike(const DiagnosisItem& a, const DiagnosisItem& b) {
  for (std::size_t i = 0; i + 1 < a.han.size(); ++i) {
    if (b.han.find(a.han.substr(i, 2)) != b.han.npos) return true;
  }
  return false;
}

}  // namespace emrlint::checks

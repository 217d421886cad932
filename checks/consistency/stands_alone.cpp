// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/stands_alone.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/word_index.h"

namespace emrlint::checks {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\n')) text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// POD 3, ... and The patient is POD 3 from ...: at the front of a sentence that goes on with
// something else; not remove drain on POD 3, POD 3 CT.
bool stands_alone_english(const Narrative& n, const DayMention& day) {
  constexpr std::string_view kBefore[] = {
      "patient is", "the patient is", "pt is", "he is", "she is", "now", "today is", "today:"};
  constexpr std::string_view kBehind[] = {
      ",", ".", ";", "\n", " s/p ", " from ", " status post", " after ", ":"};
  const std::string_view text = n.text();
  std::size_t from = day.from;
  while (from > 0 && text[from - 1] != '.' && text[from - 1] != '\n' && day.from - from < 20)
    --from;
  std::string before(trimmed(text.substr(from, day.from - from)));
  for (char& c : before) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool front = before.empty() ||
                     std::find(std::begin(kBefore), std::end(kBefore), before) != std::end(kBefore);
  return front && (day.to == text.size() || any_stands(text, day.to, kBehind));
}

}  // namespace

bool any_stands(std::string_view text, std::size_t at, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return stands_at(text, at, word); });
}

bool ends_here(std::string_view text, std::size_t at) {
  constexpr std::string_view kEnds[] = {"，", ",",  "。", "；", ";",  "、", "：",
                                        ":",  "）", ")",  "\n", "\r", " "};
  return at >= text.size() || any_stands(text, at, kEnds);
}

bool stands_alone(const Narrative& n, const DayMention& day) {
  const bool english = static_cast<unsigned char>(n.text()[day.from]) < 0x80;
  if (english) return stands_alone_english(n, day);
  constexpr std::string_view kBefore[] = {"",         "今日", "今天",     "今",       "现",
                                          "患者",     "现为", "今为",     "今日为",   "患者今日",
                                          "今日患者", "目前", "患者今为", "患者现为", "今日系"};
  constexpr std::string_view kBehind[] = {"查房", "患者", "病程", "主治", "主任", "记录"};
  if (!ends_here(n.text(), day.to) && !any_stands(n.text(), day.to, kBehind)) return false;
  const std::size_t from = n.clause_begin(day.from);
  const std::string_view before = trimmed(n.text().substr(from, day.from - from));
  return std::find(std::begin(kBefore), std::end(kBefore), before) != std::end(kBefore);
}

}  // namespace emrlint::checks

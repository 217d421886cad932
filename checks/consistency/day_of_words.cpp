// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/day_of_words.h"

#include <algorithm>
#include <iterator>

#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

using std::chrono::sys_days;

// The day that the words give, as seen from the note.
std::optional<sys_days> day_of(const DayMention& said, sys_days note) {
  if (said.kind == DayKind::kRelative) return note + std::chrono::days{said.number};
  if (said.kind != DayKind::kDate || said.day == 0) return std::nullopt;
  if (said.date.ok()) return sys_days{said.date};
  const std::chrono::year_month_day today{note};
  const auto in = [&](std::chrono::year year) {
    return std::chrono::year_month_day{year, std::chrono::month(static_cast<unsigned>(said.month)),
                                       std::chrono::day(static_cast<unsigned>(said.day))};
  };
  auto date = in(today.year());
  if (date.ok() && sys_days{date} > note) date = in(today.year() - std::chrono::years{1});
  return date.ok() ? std::optional(sys_days{date}) : std::nullopt;
}

// 3月2日入院，入院前一日: another day than that of the date.
bool day_of_event(std::string_view text) {
  constexpr std::string_view kWords[] = {"前一日", "前一天", "前1日", "前1天", "次日",
                                         "第二天", "后一日", "后第",  "天前",  "日前"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return holds(text, word); });
}

// 较4月8日明显下降, 4月8日后: not the day of what is said.
bool only_compared(std::string_view text, const DayMention& said) {
  constexpr std::string_view kBefore[] = {"较", "比", "与", "自", "从", "距", "至", "对比"};
  constexpr std::string_view kBehind[] = {"前", "后", "起", "至", "以来", "比", "相比"};
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view word) { return ends_at(text, said.from, word); }) ||
         std::any_of(std::begin(kBehind), std::end(kBehind),
                     [&](std::string_view word) { return stands_at(text, said.to, word); });
}

}  // namespace

DayOfWords::DayOfWords(std::string_view text, sys_days note) : narrative_(text), note_(note) {
  for (auto said = next_day(text, 0); said; said = next_day(text, said->to)) {
    said_.push_back(*said);
  }
}

bool DayOfWords::known() const {
  return std::any_of(said_.begin(), said_.end(),
                     [&](const DayMention& said) { return day_of(said, note_).has_value(); });
}

std::optional<sys_days> DayOfWords::at(std::size_t place) const {
  const auto next =
      std::upper_bound(said_.begin(), said_.end(), place,
                       [](std::size_t at, const DayMention& said) { return at < said.to; });
  if (next == said_.begin()) return std::nullopt;
  const DayMention* const last = &*std::prev(next);
  if (last->from < narrative_.sentence_begin(place)) return std::nullopt;
  if (day_of_event(narrative_.text().substr(last->to, place - last->to))) return std::nullopt;
  return only_compared(narrative_.text(), *last) ? std::nullopt : day_of(*last, note_);
}

std::string_view DayOfWords::sentence(std::size_t from, std::size_t to) const {
  const std::size_t begin = narrative_.sentence_begin(from);
  return narrative_.text().substr(begin, to - begin);
}

}  // namespace emrlint::checks

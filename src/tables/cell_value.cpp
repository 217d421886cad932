// SPDX-License-Identifier: Apache-2.0
#include "tables/cell_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace emrlint {
namespace {

using std::chrono::year_month_day;

template <typename T>
std::optional<T> whole_text(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Takes digits off the front; empty when there are none or too many.
std::optional<unsigned> take_digits(std::string_view& text, std::size_t most) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (end == 0 || end > most) return std::nullopt;
  const auto value = whole_text<unsigned>(text.substr(0, end));
  text.remove_prefix(end);
  return value;
}

bool take_mark(std::string_view& text, std::string_view zh) {
  for (const std::string_view mark :
       {std::string_view("-"), std::string_view("/"), std::string_view("."), zh}) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}

std::optional<std::chrono::sys_days> day_of(unsigned year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                            std::chrono::day(day)};
  if (!date.ok() || year < 1900) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::string_view first_word(std::string_view words) { return words.substr(0, words.find('|')); }

}  // namespace

std::optional<std::chrono::sys_days> cell_day(std::string_view text) {
  if (text.size() == 8) {
    if (const auto digits = whole_text<unsigned>(text)) {
      return day_of(*digits / 10000, *digits / 100 % 100, *digits % 100);
    }
  }
  const std::optional<unsigned> year = take_digits(text, 4);
  if (!year || !take_mark(text, "年")) return std::nullopt;
  const std::optional<unsigned> month = take_digits(text, 2);
  if (!month || !take_mark(text, "月")) return std::nullopt;
  const std::optional<unsigned> day = take_digits(text, 2);
  if (!day || (!text.empty() && text != "日")) return std::nullopt;
  return day_of(*year, *month, *day);
}

std::optional<double> cell_number(std::string_view text) {
  const std::optional<double> value = whole_text<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}
std::optional<int> cell_whole(std::string_view text) { return whole_text<int>(text); }

std::optional<int> cell_choice(std::string_view text, std::span<const std::string_view> choices) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    for (std::string_view rest = choices[i]; !rest.empty();) {
      const std::string_view word = first_word(rest);
      if (word == text) return static_cast<int>(i);
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> cell_list(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t from = 0;
  const auto add = [&](std::size_t to) {
    while (from < to && text[from] == ' ') ++from;
    std::size_t end = to;
    while (end > from && text[end - 1] == ' ') --end;
    if (end > from) words.push_back(text.substr(from, end - from));
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = text[at] == '|' || text[at] == ';' ? 1 : 0;
    for (const std::string_view mark : {"；", "、"}) {
      if (text.substr(at).starts_with(mark)) length = mark.size();
    }
    if (length == 0) {
      ++at;
      continue;
    }
    add(at);
    from = at += length;
  }
  add(text.size());
  return words;
}

bool fits(const Column& column, std::string_view text) {
  switch (column.kind) {
    case CellKind::kDay:
      return cell_day(text).has_value();
    case CellKind::kWhole:
      return cell_whole(text).has_value();
    case CellKind::kNumber:
      return cell_number(text).has_value();
    case CellKind::kChoice:
      return cell_choice(text, column.choices).has_value();
    case CellKind::kText:
    case CellKind::kList:
      break;
  }
  return true;
}

std::string expected(const Column& column, Lang lang) {
  const bool zh = lang == Lang::kZh;
  std::string words;
  switch (column.kind) {
    case CellKind::kDay:
      return zh ? "日期，如2024-01-31" : "a date such as 2024-01-31";
    case CellKind::kWhole:
      return zh ? "整数" : "a whole number";
    case CellKind::kNumber:
      return zh ? "数字" : "a number";
    case CellKind::kChoice:
      for (const std::string_view choice : column.choices) {
        const std::string_view word = first_word(choice);
        const std::string_view second =
            first_word(choice.substr(std::min(word.size() + 1, choice.size())));
        if (!words.empty()) words += zh ? "、" : ", ";
        words += zh && !second.empty() ? second : word;
      }
      return zh ? words + "之一" : "one of " + words;
    case CellKind::kText:
    case CellKind::kList:
      break;
  }
  return zh ? "文字" : "a text";
}

}  // namespace emrlint

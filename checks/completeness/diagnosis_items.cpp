// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/diagnosis_items.h"

#include <algorithm>
#include <iterator>

namespace emrlint::checks {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kAround = " \t\r\n.";

bool stop(std::string_view text) {
  constexpr std::string_view kStops[] = {"\n", "；", ";", "。"};
  return std::any_of(std::begin(kStops), std::end(kStops),
                     [&](std::string_view one) { return text.starts_with(one); });
}

// "2." or "2、", which begins the next item of a list.
bool next_number(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of(kDigits), text.size());
  const std::string_view rest = text.substr(digits);
  return digits > 0 && digits <= 2 && (rest.starts_with(".") || rest.starts_with("、"));
}

std::string_view without_number(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(kAround), text.size());
  text.remove_prefix(begin);
  if (next_number(text)) {
    text.remove_prefix(text.find_first_not_of(kDigits));
    text.remove_prefix(text.starts_with(".") ? 1 : std::string_view("、").size());
  }
  text.remove_prefix(std::min(text.find_first_not_of(kAround), text.size()));
  return text;
}

std::string_view trimmed_end(std::string_view text) {
  const std::size_t end = text.find_last_not_of(kAround);
  return end == text.npos ? std::string_view() : text.substr(0, end + 1);
}

}  // namespace

FirstItem first_item(std::string_view text) {
  text = without_number(text);
  std::size_t end = 0;
  while (
      end < text.size() && !stop(text.substr(end)) &&
      !(end > 0 && kAround.find(text[end - 1]) != kAround.npos && next_number(text.substr(end)))) {
    ++end;
  }
  const std::string_view behind = text.substr(end);
  const bool only = behind.find_first_not_of("\n;. \t\r；。") == behind.npos;
  return {trimmed_end(text.substr(0, end)), only};
}

}  // namespace emrlint::checks

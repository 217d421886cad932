// SPDX-License-Identifier: Apache-2.0
#include "check/fact.h"

#include <algorithm>

#include "model/chart.h"
#include "text/citizen_number.h"
#include "text/find_word.h"
#include "text/placeholder.h"

namespace emrlint {

std::string key_of(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) key.append(part).append("\x1f");
  return key;
}

std::string_view hospital_of(const Chart& chart) {
  const Institution& institution = chart.institution;
  return institution.id.value.empty() ? institution.name.value : institution.id.value;
}

bool tells_apart(std::string_view text) {
  if (holds(text, "*") || holds(text, "＊")) return false;
  const bool something = std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '1' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  const auto whole = [text](PlaceholderMatch match) {
    return match && match.from == 0 && match.to == text.size();
  };
  return something && text != "无" && !whole(find_name_placeholder(text)) &&
         !whole(find_label(text));
}

std::string card_key(std::string_view number) {
  std::string card(number);
  if (!card.empty() && card.back() == 'x') card.back() = 'X';
  if (!is_citizen_number(card) || card.back() != check_character(card)) return {};
  return key_of({"card", card});
}

}  // namespace emrlint

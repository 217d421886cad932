// SPDX-License-Identifier: Apache-2.0
#include "check/fact.h"

#include "model/chart.h"
#include "text/citizen_number.h"

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

std::string card_key(std::string_view number) {
  std::string card(number);
  if (!card.empty() && card.back() == 'x') card.back() = 'X';
  if (!is_citizen_number(card) || card.back() != check_character(card)) return {};
  return key_of({"card", card});
}

}  // namespace emrlint

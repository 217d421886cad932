// SPDX-License-Identifier: Apache-2.0
#include "text/citizen_number.h"

#include <algorithm>

namespace emrlint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_citizen_number(std::string_view number) {
  if (number.size() != 18) return false;
  const char last = number.back();
  if (!is_digit(last) && last != 'X' && last != 'x') return false;
  return std::all_of(number.begin(), number.end() - 1, is_digit);
}

char check_character(std::string_view number) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCharacters = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += kWeights[i] * (number[i] - '0');
  return kCharacters[static_cast<std::size_t>(sum % 11)];
}

std::optional<Time> birth_in(std::string_view number) {
  return parse_hl7_time(number.substr(6, 8));
}

Sex sex_in(std::string_view number) {
  return (number[16] - '0') % 2 == 1 ? Sex::kMale : Sex::kFemale;
}

}  // namespace emrlint

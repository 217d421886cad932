// SPDX-License-Identifier: Apache-2.0
#include "checks/privacy/numbers.h"

#include <algorithm>
#include <utility>

#include "model/chart.h"
#include "text/citizen_number.h"

namespace emrlint::checks {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<NumberKind> kind_of(std::string_view number) {
  if (is_citizen_number(number)) {
    const char last = number.back() == 'x' ? 'X' : number.back();
    if (check_character(number) == last && birth_in(number)) return NumberKind::kCitizen;
  }
  const bool mobile = number.size() == 11 && number[0] == '1' && number[1] >= '3' &&
                      std::all_of(number.begin(), number.end(), is_digit);
  return mobile ? std::optional(NumberKind::kMobile) : std::nullopt;
}

// The run of figures around `at`, with the X that may end an identity number.
std::pair<std::size_t, std::size_t> run_around(std::string_view text, std::size_t at) {
  std::size_t from = at, to = at;
  while (from > 0 && is_digit(text[from - 1])) --from;
  while (to < text.size() && is_digit(text[to])) ++to;
  if (to - from == 17 && to < text.size() && (text[to] == 'X' || text[to] == 'x')) ++to;
  return {from, to};
}

}  // namespace

bool clinical_record(DocType type) {
  switch (type) {
    case DocType::kAdmissionRecord:
    case DocType::kOperationRecord:
    case DocType::kPreopSummary:
    case DocType::kPreopDiscussion:
    case DocType::kDeathRecord:
    case DocType::kDeathCaseDiscussion:
      return true;
    default:
      return is_course_note(type);
  }
}

// As no number is shorter than kShortest, only every so many bytes are looked at.
std::optional<PersonNumber> next_person_number(const Text& text, std::size_t at) {
  constexpr std::size_t kShortest = 11;
  const std::string_view value = text.value;
  for (std::size_t look = at + kShortest - 1; look < value.size(); look += kShortest) {
    if (!is_digit(value[look])) continue;
    const auto [from, to] = run_around(value, look);
    if (from < at) continue;
    const bool apart =
        (from == 0 || !is_letter(value[from - 1])) && (to == value.size() || !is_letter(value[to]));
    const auto kind = apart ? kind_of(value.substr(from, to - from)) : std::nullopt;
    if (kind) return PersonNumber{text, from, to, *kind};
  }
  return std::nullopt;
}

Range narrator_texts(const Document& document) {
  const Section* narrator = document.section(SectionType::kNarrator);
  return narrator == nullptr ? Range{} : narrator->texts;
}

}  // namespace emrlint::checks

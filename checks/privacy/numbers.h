// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PRIVACY_NUMBERS_H_
#define EMRLINT_CHECKS_PRIVACY_NUMBERS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "model/document.h"

// Numbers of persons in the narrative of records.
namespace emrlint::checks {

enum class NumberKind : std::uint8_t { kCitizen, kMobile };

struct PersonNumber {
  Text text;
  std::size_t from = 0, to = 0;
  NumberKind kind = NumberKind::kCitizen;

  std::string_view value() const { return text.value.substr(from, to - from); }
  Part part() const {
    return {text, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
  }
};

// Records of what was found and done. Consents, talks and guidance name people and their numbers
// for a reason.
bool clinical_record(DocType type);

// The first number of a person at or behind byte `at`: an identity number of 18 characters whose
// check character and date are right, or a mobile number. Numbers inside longer ones and behind
// letters, such as those of specimens, are something else.
std::optional<PersonNumber> next_person_number(const Text& text, std::size_t at);

// Of the document's texts, those of the narrator of the history: he may be named with a number to
// call.
Range narrator_texts(const Document& document);
inline bool inside(Range range, std::size_t index) {
  return index >= range.first && index < range.first + range.count;
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PRIVACY_NUMBERS_H_

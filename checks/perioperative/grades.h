// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_GRADES_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_GRADES_H_

#include <optional>
#include <string_view>

#include "model/document.h"

// Grades as forms and records write them: ASA Ⅱ级, ASA 3E, Ⅰ类切口.
namespace emrlint::checks {

// What a text says of a grade. A form that prints all of them to be ticked says none for certain.
struct Grade {
  bool stated = false;
  std::optional<int> value;
};

// The grade in a value, in figures of one place or in Roman numerals: "II/甲", "Ⅲ级", "2".
Grade grade_in(std::string_view value);

// The ASA class that a text names behind "ASA". A dose of aspirin (ASA 100mg) is none.
Grade asa_in(std::string_view text);

// 3 as "Ⅲ", for messages.
std::string_view roman(int value);

// The ASA class of a record: in its own section or data element, else in its text.
Grade asa_of(const Document& record);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_GRADES_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PROCESS_TOLD_H_
#define EMRLINT_CHECKS_PROCESS_TOLD_H_

#include <optional>
#include <string_view>

#include "check/option.h"
#include "model/chart.h"

// What a narrative states as done in this stay.
namespace emrlint::checks {

// The first mention of one of the words that is stated as a fact of the patient and of now: not
// denied, doubted, planned, supposed or of earlier.
std::optional<Part> told_in(const Text& text, WordList words);

// Whether the title of the document, or of a section that is not blank, holds one of the words.
bool headed(const Document& document, WordList words);

// A clock time to the minute: 14:20, 14时20分, 14点20.
bool has_clock(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PROCESS_TOLD_H_

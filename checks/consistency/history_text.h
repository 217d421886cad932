// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_HISTORY_TEXT_H_
#define EMRLINT_CHECKS_CONSISTENCY_HISTORY_TEXT_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "text/narrative.h"

// Lists of words at a place of a narrative, for those who read histories.
namespace emrlint::checks {

using Words = std::span<const std::string_view>;

bool holds_one(std::string_view text, Words words);
// Bytes of the first of the words that stands at byte `at`, 0 for none.
std::size_t length_of_one(std::string_view text, std::size_t at, Words words);
// The clause and the sentence that hold byte `at`.
std::string_view clause_of(const Narrative& narrative, std::size_t at);
std::string_view sentence_of(const Narrative& narrative, std::size_t at);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_HISTORY_TEXT_H_

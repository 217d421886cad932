// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_ENGLISH_AGE_H_
#define EMRLINT_TEXT_ENGLISH_AGE_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/age_words.h"

namespace emrlint {

// The English half of next_age(): "45-year-old", "45 year old". It is the patient's present age in
// a sentence that begins with it, with "This is a", "The patient is a", "Mr. Smith is a" or the
// like; the sex is that of the next words: man, woman, male, female, gentleman, lady.
std::optional<AgeMention> next_english_age(std::string_view text, std::size_t at);
bool tells_english_age(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_ENGLISH_AGE_H_

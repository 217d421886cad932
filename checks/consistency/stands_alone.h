// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_STANDS_ALONE_H_
#define EMRLINT_CHECKS_CONSISTENCY_STANDS_ALONE_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "text/day_words.h"
#include "text/narrative.h"

namespace emrlint::checks {

// 术后第3天 stands alone in its clause, so that it is the day of the note.
bool stands_alone(const Narrative& narrative, const DayMention& day);

// Whether a clause ends at byte `at`, and whether one of the words stands there.
bool ends_here(std::string_view text, std::size_t at);
bool any_stands(std::string_view text, std::size_t at, std::span<const std::string_view> words);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_STANDS_ALONE_H_

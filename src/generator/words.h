// SPDX-License-Identifier: Apache-2.0
// Capacities, titles and times as shared documents write them. Internal to the generator.
#ifndef EMRLINT_GENERATOR_WORDS_H_
#define EMRLINT_GENERATOR_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "base/time.h"
#include "model/fact.h"
#include "model/person.h"

namespace emrlint {

std::string_view role_words(Role role);     // "主治医师"; empty for kUnknown.
std::string_view title_words(Title title);  // "副主任医师"; empty for kUnknown.
// "202403010912+0800", as precise as the time is; empty for an unknown one.
std::string hl7_time(const Time& time);
std::string hl7_time(const std::optional<Located<Time>>& time);
std::string hl7_time(const TimeFact& time);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_WORDS_H_

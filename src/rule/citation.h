// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_CITATION_H_
#define EMRLINT_RULE_CITATION_H_

#include <optional>
#include <string_view>
#include <vector>

#include "check/check.h"

namespace emrlint {

// A citation as rule files write it: the key of a source, then the article, with nothing, a blank
// or a hyphen between them: "BL 22(15)", "ZB-5", "XD指标15". The longest known key counts. Empty
// when no source has such a key or the article is missing. Views into `text`.
std::optional<Citation> parse_citation(std::string_view text);

// The keys of src/check/sources.def.
std::vector<std::string_view> source_keys();

}  // namespace emrlint

#endif  // EMRLINT_RULE_CITATION_H_

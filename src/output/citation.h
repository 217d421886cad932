// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_CITATION_H_
#define EMRLINT_OUTPUT_CITATION_H_

#include <span>
#include <string>
#include <string_view>

#include "check/check.h"

namespace emrlint {

// A row of src/check/sources.def.
struct CitedSource {
  std::string_view key;
  Bilingual title;
  std::string_view number;  // Of the document, "" where it has none.
};

std::span<const CitedSource> cited_sources();
// Null for a key that is not in the table.
const CitedSource* cited_source(std::string_view key);

// The passage inside its source: "第22条第(15)项", "art. 22(15)"; as the source counts, so also
// "第8项制度基本要求1" or "指标5".
std::string article_text(const Citation& citation, Lang lang);
// "《病历书写基本规范》第22条第(15)项".
std::string citation_text(const Citation& citation, Lang lang);
// Several in one line; articles of the same source stand together: "《…》第16条、第17条；《…》…".
std::string citations_text(std::span<const Citation> citations, Lang lang);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_CITATION_H_

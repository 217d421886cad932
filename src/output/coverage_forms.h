// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_COVERAGE_FORMS_H_
#define EMRLINT_OUTPUT_COVERAGE_FORMS_H_

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "base/lang.h"
#include "coverage/coverage.h"

namespace emrlint {

// What is shown of a coverage: these law texts and core systems, or everything if neither is named.
struct CoverageChoice {
  std::vector<std::string> laws;  // keys
  std::vector<int> systems;

  bool all() const { return laws.empty() && systems.empty(); }
  std::vector<const LawCoverage*> chosen_laws(const Coverage& coverage) const;
  std::vector<const SystemCoverage*> chosen_systems(const Coverage& coverage) const;
};

struct CoverageTextOptions {
  Lang lang = Lang::kZh;
  bool colour = false;
  std::size_t columns = 100;
};

// "有检查", "evidenced".
Bilingual evidence_name(Evidence evidence);
// How a group of checks is called: "consent-*", "核心制度2、8的检查".
std::string group_name(const CheckGroup& group, Lang lang);
// Whether a group is so small that its checks are named one by one.
bool listed_singly(const CheckGroup& group);
// The checks that are named one by one, in order of ids: not those that stand in a larger pattern.
std::vector<const CatalogEntry*> singly_listed(const Evidences& checks);

// Clause by clause for a terminal, then a line for each law text and each core system.
void write_coverage_text(std::ostream& out, const Coverage& coverage, const CoverageChoice& choice,
                         const CoverageTextOptions& options);
// One JSON object; docs/output.md has its shape.
void write_coverage_json(std::ostream& out, const Coverage& coverage, const CoverageChoice& choice);
// A page in both languages, whose links lead to the pages of the checks beside it.
void write_coverage_markdown(std::ostream& out, const Coverage& coverage,
                             const CoverageChoice& choice);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_COVERAGE_FORMS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTING_RUN_FIXTURE_H_
#define EMRLINT_TESTING_RUN_FIXTURE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "engine/lint.h"
#include "reader/batch.h"
#include "rule/catalog.h"
#include "testing/fixture.h"

namespace emrlint {

// What the linter says of one case.
struct CaseResult {
  std::string text;                   // The case with the annotations as they should be.
  Tally tally;                        // Of all checks that the case selects.
  std::vector<std::string> messages;  // "check-id/message-id" of what failed or is due, as said.
};

// Lints the documents of a case in memory and writes its annotations. An error when its
// configuration or selection cannot be used.
Result<CaseResult> run_case(const Catalog& catalog, const FixtureCase& fixture_case);

// The settings of a case by its run line, emrlint.toml and tables, and its records.
Result<Config> case_config(const Catalog& catalog, const FixtureCase& fixture_case);
Batch read_case(const FixtureCase& fixture_case);

// Whether a finding of this check is annotated in the case, a pass, or what is due: reads the
// annotations as they stand.
bool annotates_failure(const FixtureCase& fixture_case, std::string_view check);
bool annotates_pass(const FixtureCase& fixture_case, std::string_view check);
bool annotates_due(const FixtureCase& fixture_case, std::string_view check);

}  // namespace emrlint

#endif  // EMRLINT_TESTING_RUN_FIXTURE_H_

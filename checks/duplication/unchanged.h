// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_UNCHANGED_H_
#define EMRLINT_CHECKS_DUPLICATION_UNCHANGED_H_

#include <chrono>
#include <optional>
#include <vector>

#include "copies/chart_copies.h"

namespace emrlint::checks {

// Consecutive tokens of a copy that are those of its source, numbers included.
struct Unchanged {
  const Document* source;
  TokenRange here, there;
};

// Appends those of a passage.
void add_unchanged(const ChartCopies& copies, const Passage& passage, std::vector<Unchanged>& all);

// From the first to the last of the tokens, with what stands between them.
int characters(const ChartCopies& copies, TokenRange range);

// On which a document was written; empty where it does not tell.
std::optional<std::chrono::sys_days> day_of(const Document& document);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_UNCHANGED_H_

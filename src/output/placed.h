// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_PLACED_H_
#define EMRLINT_OUTPUT_PLACED_H_

#include "reader/batch.h"

namespace emrlint {

// Whether it is known where a problem stands.
inline bool placed(const Batch& batch, const Problem& problem) {
  if (!problem.located) return false;
  return problem.where.file >= Batch::kSites || problem.where.file < batch.files.size();
}

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_PLACED_H_

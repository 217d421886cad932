// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_PLACES_H_
#define EMRLINT_ENGINE_PLACES_H_

#include "engine/lint.h"
#include "reader/batch.h"

namespace emrlint {

// Turns the places inside values that hold entities or escapes into exact spans of the files of
// the batch, and the replacements of fixes into text as those files have it. Whoever calls lint()
// calls this, once, before anything shows a span.
void resolve_places(const Batch& batch, ChartReport& report);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_PLACES_H_

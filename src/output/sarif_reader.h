// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SARIF_READER_H_
#define EMRLINT_OUTPUT_SARIF_READER_H_

#include <string>

#include "engine/summary.h"
#include "output/result_builder.h"

namespace emrlint {

// Reads a SARIF log of ours: first what could not be read or broke, then the results in their
// order. An error for what is none.
std::optional<Error> read_sarif(std::string text, const Catalog& catalog, ResultBuilder& builder,
                                RunSummary& summary);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SARIF_READER_H_

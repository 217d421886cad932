// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SARIF_RESULTS_H_
#define EMRLINT_OUTPUT_SARIF_RESULTS_H_

#include <string>
#include <vector>

#include "output/sink.h"

namespace emrlint {

// The results of a batch as items of a SARIF log's "results", with commas between them and a line
// end before each.
std::string sarif_results(const Catalog& catalog, const OutputOptions& options, const Batch& batch,
                          const std::vector<ChartReport>& reports);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SARIF_RESULTS_H_

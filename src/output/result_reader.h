// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_RESULT_READER_H_
#define EMRLINT_OUTPUT_RESULT_READER_H_

#include <istream>
#include <string>

#include "engine/summary.h"
#include "output/result_builder.h"

namespace emrlint {

enum class ResultForm : std::uint8_t { kJsonLines, kSarif };

// What a result file amounts to.
struct ReadResults {
  ResultForm form = ResultForm::kJsonLines;
  RunSummary summary;
};

// Reads a result file that `emrlint check` wrote, JSON lines or SARIF, and hands over what it
// tells, in its order; JSON lines chart by chart, a SARIF log as a whole. An error for what is
// neither, is cut off, or names checks that the catalog does not have.
Result<ReadResults> read_results(std::istream& in, const std::string& path, const Catalog& catalog,
                                 const ResultBuilder::Take& take);

// What a form of output has that results read from this one cannot fill, as a sentence; both empty
// if there is nothing.
Error what_is_lost(ResultForm from, const std::string& to);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_RESULT_READER_H_

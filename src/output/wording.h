// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_WORDING_H_
#define EMRLINT_OUTPUT_WORDING_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/mask.h"
#include "output/sink.h"

namespace emrlint {

// Sentences of one chart as a sink may show them: in the language of the run, masked unless the
// snippets are full. The names of the chart are gathered on first use.
class Wording {
 public:
  Wording(const OutputOptions& options, const Chart* chart) : options_(options), chart_(chart) {}

  std::string sentence(std::string_view zh, std::string_view en,
                       const std::vector<Argument>& args);
  // One argument as text.
  std::string argument(const Argument& argument);
  // The message of a finding; an undecided one says what is missing.
  std::string message(const Outcome& outcome);
  // Whether the replacement of a fix may be shown as it is; with stars in it it would mend nothing.
  bool shows(const Fix& fix);
  // Free text: the error of a reader, a waiver's reason.
  std::string text(std::string_view text);
  // Null when nothing is to be hidden.
  const Masker* masker();

 private:
  const OutputOptions& options_;
  const Chart* chart_;
  std::optional<Masker> masker_;
};

// The message that every undecided outcome has: "cannot be judged: {0}".
Bilingual undecided_template();

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_WORDING_H_

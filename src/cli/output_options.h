// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_OUTPUT_OPTIONS_H_
#define EMRLINT_CLI_OUTPUT_OPTIONS_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/outputs.h"

namespace emrlint {

// What the command line says of the results: --format, --snippets, --show-undecided, --show-waived,
// --color, --fail-on, --write-waivers.
struct OutputFlags {
  std::vector<std::string> formats;
  std::string snippets = "masked", colour = "auto", fail_on = "error", waivers;
  bool show_undecided = false, show_waived = false;

  void add(CLI::App& command, const Context& context);
  // --format, --snippets and --color alone; `forms` is "text|json".
  void add_forms(CLI::App& command, const Context& context, const std::string& forms);
  Severity least() const;  // Of the findings that count for the exit code.
  OutputOptions options(const Context& context) const;
  // Adds the outputs; why they can't be used, if so.
  std::optional<Error> open(Outputs& outputs, const Time& today) const;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_OUTPUT_OPTIONS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_HELP_H_
#define EMRLINT_CLI_HELP_H_

#include <CLI/App.hpp>
#include <string>

#include "cli/command.h"

namespace emrlint {

// The help of the program or of one command for a terminal: usage, arguments, options in their
// groups, commands, examples. CLI11's own counts bytes, which misplaces Chinese.
std::string help_text(const CLI::App& app, const Context& context);

// "emrlint check PATH ... [OPTIONS]".
std::string usage_line(const CLI::App& app, const Context& context);

// The whole program as a page for man(1), from the same declarations.
std::string man_page(const CLI::App& program, const Context& context);

}  // namespace emrlint

#endif  // EMRLINT_CLI_HELP_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_APP_H_
#define EMRLINT_CLI_APP_H_

#include <span>
#include <string>

namespace emrlint {

// The whole program: parses the arguments (without the program's own name), runs the command and
// returns the exit code.
int run_program(std::span<const std::string> arguments);

}  // namespace emrlint

#endif  // EMRLINT_CLI_APP_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_CONVERT_COMMAND_H_
#define EMRLINT_CLI_CONVERT_COMMAND_H_

#include <memory>

#include "cli/command.h"

namespace emrlint {

// `emrlint convert`: results that were written as JSON lines or SARIF, in another form.
std::unique_ptr<Command> make_convert_command(const Context& context);

}  // namespace emrlint

#endif  // EMRLINT_CLI_CONVERT_COMMAND_H_

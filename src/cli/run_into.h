// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_RUN_INTO_H_
#define EMRLINT_CLI_RUN_INTO_H_

#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/run_options.h"
#include "config/config.h"
#include "rule/catalog.h"

namespace emrlint {

// Judges all charts of a run, also across charts, into outputs that were opened, for commands that
// count findings and ask for none. The exit code: findings do not change it.
int run_into(Outputs& outputs, const Context& context, RunFlags& flags, const Catalog& catalog,
             const Config& config);

}  // namespace emrlint

#endif  // EMRLINT_CLI_RUN_INTO_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_REVIEW_COMMANDS_H_
#define EMRLINT_CLI_REVIEW_COMMANDS_H_

#include <memory>

#include "cli/command.h"

namespace emrlint {

// The commands about the findings of a store, and about differences (docs/review.md).
std::unique_ptr<Command> make_worklist_command(const Context& context);
std::unique_ptr<Command> make_review_command(const Context& context);
std::unique_ptr<Command> make_sample_command(const Context& context);
std::unique_ptr<Command> make_stats_command(const Context& context);
std::unique_ptr<Command> make_diff_command(const Context& context);

}  // namespace emrlint

#endif  // EMRLINT_CLI_REVIEW_COMMANDS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_RUN_OPTIONS_H_
#define EMRLINT_CLI_RUN_OPTIONS_H_

#include "cli/command.h"
#include "engine/run.h"

namespace emrlint {

// What the command line says of the inputs of a run: the paths, --jobs, --stdin-filename,
// --max-bytes, --max-depth.
struct RunFlags {
  InputOptions input;
  RunOptions options{.jobs = 0};

  void add_paths(CLI::App& command, const Context& context);
  void add(CLI::App& command, const Context& context);
  // The inputs from the beginning.
  Inputs inputs() const;
};

// Whether a moving line may stand on stderr: not beside results on the same terminal.
bool progress_wanted(bool stdout_used);

// Says on stderr which files were passed over, if any.
void note_skipped(const Context& context, const Inputs& inputs);

}  // namespace emrlint

#endif  // EMRLINT_CLI_RUN_OPTIONS_H_

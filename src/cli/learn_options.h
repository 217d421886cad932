// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_LEARN_OPTIONS_H_
#define EMRLINT_CLI_LEARN_OPTIONS_H_

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/run_options.h"
#include "config/config.h"
#include "copies/learner.h"

namespace emrlint {

// What the command line says of boilerplate that is learnt from the charts at hand: --learn,
// --learn-share, --no-learn.
struct LearnFlags {
  std::vector<std::string> tables;  // Files with a hospital's own boilerplate.
  std::string path;                 // Where to write what was learnt instead of showing copies.
  unsigned percent = 5;             // Of the charts that have a section.
  bool wanted = true;

  void add(CLI::App& command, const Context& context);
  LearnSettings settings() const;
  // The built-in boilerplate with that of the hospital's table and of the files.
  Result<Boilerplate> stated(const Tables& hospital) const;
};

// Whether all paths can be read more than once: files and folders, no pipe.
bool read_again(const std::vector<std::string>& paths);

// Reads all charts and counts their grams. `summary` gets what was read.
BoilerplateLearner learn(const Context& context, const Catalog& catalog, const Config& config,
                         const RunFlags& run, const LearnSettings& settings, RunSummary& summary);

// --learn: learns, reads the charts once more for the wording, writes the table; the exit code.
int write_learnt(const Context& context, const Catalog& catalog, const Config& config,
                 const RunFlags& run, const LearnFlags& flags);

}  // namespace emrlint

#endif  // EMRLINT_CLI_LEARN_OPTIONS_H_

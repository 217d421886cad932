// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_STORE_RUN_H_
#define EMRLINT_CLI_STORE_RUN_H_

#include <string>

#include "cli/command.h"
#include "store/duckdb.h"

namespace emrlint {

// The run of a store that a command asks about: --store and --run.
struct StoreRun {
  std::string store, run = "latest";

  void add(CLI::App& command, const Context& context, const std::string& group);
  // Why there is no such store or run, if so; "latest" becomes the name of the last one.
  std::optional<Error> resolve();
  // A database with the views of the run.
  Result<store::Database> open() const;
};

// How many threads the database of a command has that only reads.
store::DatabaseOptions reading_options();

// The error of a store that is not there or has no run.
std::optional<Error> store_problem(const std::string& store);

}  // namespace emrlint

#endif  // EMRLINT_CLI_STORE_RUN_H_

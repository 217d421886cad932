// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_STORE_OPTIONS_H_
#define EMRLINT_CLI_STORE_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "store/duckdb.h"
#include "store/runs.h"

namespace emrlint {

// What the command line says of the store: --store, --run, --shard, --store-memory.
struct StoreOptions {
  std::string folder;  // Empty: no store is used.
  std::vector<std::string> runs;
  store::Shard shard;  // Of the only run, when it is written.

  // `group`: the heading in the help.
  void add_writing(CLI::App& command, const Context& context, const std::string& group);
  void add_reading(CLI::App& command, const Context& context, const std::string& group);
  // For emrlint copies, which writes and reads.
  void add_copies(CLI::App& command, const Context& context, const std::string& group);
  // Why the options can't be used, if so; sets the shard. Of a run that is `written`, or of some to
  // be read.
  std::optional<Error> problem(bool written);
  // The database that writes and reads the store.
  Result<store::Database> open() const;
  std::uint64_t memory() const { return memory_; }  // Of it, in bytes.

 private:
  void add(CLI::App& command, const Context& context, const std::string& group);

  std::string shard_;
  std::uint64_t memory_ = 128 * 1024 * 1024;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_STORE_OPTIONS_H_

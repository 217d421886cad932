// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_FACTS_OPTIONS_H_
#define EMRLINT_CLI_FACTS_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/store_options.h"
#include "engine/across.h"

namespace emrlint {

// What the command line says of the facts for checks across charts: --facts, --facts-key,
// --facts-memory, and the store for them.
struct FactsOptions {
  std::string path;  // The file to write them to,
  StoreOptions
      store;  // or the store; where there is neither, they are judged at the end of the run.
  std::uint64_t memory = AcrossOptions().memory;

  // For a command that writes them, for one that reads them.
  void add(CLI::App& command, const Context& context);
  void add_reading(CLI::App& command, const Context& context);
  // Reads the key; why the options can't be used, if so.
  std::optional<Error> problem();
  std::optional<Error> reading_problem();
  bool written() const { return !path.empty() || !store.folder.empty(); }
  AcrossOptions options(bool paths) const;
  AcrossOptions reading_options() const;
  // Why the key that was given is not that of the facts, if so; `key_check` is what these say.
  std::optional<Error> wrong_key(const AcrossCharts& across, const std::string& key_check) const;

 private:
  std::optional<Error> read_key();
  void add_memory(CLI::App& command, const Context& context);

  std::string key_file_, key_;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_FACTS_OPTIONS_H_

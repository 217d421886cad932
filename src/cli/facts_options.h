// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_FACTS_OPTIONS_H_
#define EMRLINT_CLI_FACTS_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "cli/command.h"
#include "engine/across.h"

namespace emrlint {

// What the command line says of the facts for checks across charts: --facts, --facts-key,
// --facts-memory.
struct FactsOptions {
  std::string path;  // Where to write them; empty: they are judged at the end of the run.
  std::uint64_t memory = AcrossOptions().memory;

  void add(CLI::App& command, const Context& context);
  void add_memory(CLI::App& command, const Context& context);
  // Reads the key; why the options can't be used, if so.
  std::optional<Error> problem();
  AcrossOptions options(bool paths) const;

 private:
  std::string key_file_, key_;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_FACTS_OPTIONS_H_

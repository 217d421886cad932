// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_CONFIG_OPTIONS_H_
#define EMRLINT_CLI_CONFIG_OPTIONS_H_

#include <functional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "config/config.h"

namespace emrlint {

// What the command line says of the configuration: --config, --select, --as-of, --stage.
struct ConfigOptions {
  std::string path;                 // Empty: emrlint.toml of the working folder, if there is one.
  bool only_path = false;           // An empty path: no file at all.
  std::vector<std::string> select;  // Globs over check ids.
  std::string as_of;                // ISO 8601
  std::string stage;
  std::string default_profile;  // A built-in one, where there is no configuration; empty: by realm.

  void add(CLI::App& command, const Context& context);
  // The configuration with what the command line sets. A glob that selects nothing is an error.
  Result<Config> load(const Catalog& catalog) const;
  // `seen` is called with each file that the configuration is made of, and its bytes; of a code
  // table with its path alone.
  using Seen = std::function<void(const std::string& path, const std::string* bytes)>;
  Result<Config> load(const Catalog& catalog, const Seen& seen) const;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_CONFIG_OPTIONS_H_

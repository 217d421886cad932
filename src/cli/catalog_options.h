// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_CATALOG_OPTIONS_H_
#define EMRLINT_CLI_CATALOG_OPTIONS_H_

#include <string>
#include <vector>

#include "cli/command.h"
#include "rule/catalog.h"

namespace emrlint {

// --rules and --plugin: the checks of a hospital beside the built-in ones.
struct CatalogOptions {
  std::vector<std::string> rules;    // folders or files
  std::vector<std::string> plugins;  // shared libraries

  void add(CLI::App& command, const Context& context);
  Result<Catalog> load() const;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_CATALOG_OPTIONS_H_

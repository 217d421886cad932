// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_CODES_IMPORT_H_
#define EMRLINT_CLI_CODES_IMPORT_H_

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "codes/code_import.h"

namespace emrlint {

// The options of `emrlint codes import`, and its work.
class CodesImportOptions {
 public:
  void add(CLI::App& command, const Context& context);
  // Reads the files, writes the table, reports the rows that were not taken; the exit code.
  int run(const std::vector<std::string>& files, bool json, const Context& context) const;

 private:
  Result<ImportOptions> options() const;
  void report(const CodeImport& import, bool json, const Context& context) const;

  std::string output_, system_, edition_, name_, publisher_, region_, from_, to_, columns_, sheet_;
  bool repeats_ = false, all_ = false;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_CODES_IMPORT_H_

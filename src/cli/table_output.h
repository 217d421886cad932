// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_TABLE_OUTPUT_H_
#define EMRLINT_CLI_TABLE_OUTPUT_H_

#include <initializer_list>
#include <string>

#include "cli/command.h"
#include "output/table.h"

namespace emrlint {

// How a command prints tables: -f and --output.
struct TableOutput {
  std::string format = "text", path;  // Without a path: stdout.

  // `forms`: "text|csv|json".
  void add(CLI::App& command, const Context& context, const std::string& forms);
  // Prints tables in that form; people read the preface before them. A sheet has room for the last
  // one only. The exit code if they could not be written.
  int write(const Context& context, std::initializer_list<const Table*> tables,
            const std::string& preface = {}) const;
  int write(const Context& context, const Table& table) const { return write(context, {&table}); }
};

// A value of a column; of an empty one, that nobody tells it.
Cell told(const std::string& value);

}  // namespace emrlint

#endif  // EMRLINT_CLI_TABLE_OUTPUT_H_

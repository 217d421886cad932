// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_CHECKS_IMPORTED_TABLES_H_
#define EMRLINT_TESTS_CHECKS_IMPORTED_TABLES_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "codes/code_import.h"
#include "codes/code_table.h"

namespace emrlint {

// The tables of a system in the folder that EMRLINT_CODE_TABLES names, as their publishers have
// them (text, CSV, ClaML). Empty without that variable: the tests then say so and compare nothing.
inline std::vector<CodeTable> imported_tables(CodeSystem system) {
  std::vector<CodeTable> tables;
  const char* const folder = std::getenv("EMRLINT_CODE_TABLES");
  if (folder == nullptr) return tables;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    CodeImport import(ImportOptions{});
    const std::string name = file.path().filename().string();
    if (import.add(name, std::string(std::istreambuf_iterator<char>(in), {}))) continue;
    const Result<std::string> bytes = import.finish(false);
    if (!bytes) continue;
    Result<CodeTable> table = CodeTable::of(*bytes, name);
    if (table && table->system() == system) tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace emrlint

#endif  // EMRLINT_TESTS_CHECKS_IMPORTED_TABLES_H_

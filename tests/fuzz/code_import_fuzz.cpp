// SPDX-License-Identifier: Apache-2.0
// Code lists of all forms: whatever is in them, they are refused or make a table that opens, twice
// the same.
#include <string>

#include "codes/code_import.h"
#include "fuzz/invariants.h"

namespace emrlint::fuzz {
namespace {

std::string import(const std::string& bytes, std::size_t& faults) {
  CodeImport import({});
  if (import.add("list", bytes)) return {};
  const Result<std::string> table = import.finish(false);
  faults = import.faults().size();
  return table ? *table : std::string();
}

}  // namespace
}  // namespace emrlint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emrlint;
  using namespace emrlint::fuzz;
  const std::string bytes = bytes_of(data, size);
  std::size_t first = 0, second = 0;
  const std::string table = fuzz::import(bytes, first);
  expect(table == fuzz::import(bytes, second) && first == second, "an import is the same twice");
  if (table.empty()) return 0;
  const Result<CodeTable> opened = CodeTable::of(table, "table");
  expect(opened.ok(), "a table that was made can be opened");
  for (std::uint32_t i = 0; i < opened->size(); ++i) {
    const CodeEntry entry = (*opened)[i];
    expect(opened->find_exact(entry.code()) == entry, "a code is found by itself");
  }
  return 0;
}

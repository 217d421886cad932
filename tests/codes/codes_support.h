// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_CODES_CODES_SUPPORT_H_
#define EMRLINT_TESTS_CODES_CODES_SUPPORT_H_

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "codes/code_import.h"
#include "codes/code_table.h"

namespace emrlint {

inline std::string table_bytes(const std::string& list, ImportOptions options = {}) {
  CodeImport import(std::move(options));
  const auto failed = import.add("list.csv", list);
  REQUIRE_MESSAGE(!failed, failed->en);
  Result<std::string> bytes = import.finish();
  REQUIRE_MESSAGE(bytes.ok(), bytes.error().en);
  return *std::move(bytes);
}

inline CodeTable table_of(const std::string& list, ImportOptions options = {}) {
  Result<CodeTable> table = CodeTable::of(table_bytes(list, std::move(options)), "list");
  REQUIRE(table.ok());
  return *std::move(table);
}

// "list.csv:3:1: the code A00.000 ..." of the rows that were not taken.
inline std::vector<std::string> faults_of(const std::string& list, ImportOptions options = {}) {
  CodeImport import(std::move(options));
  const auto failed = import.add("list.csv", list);
  REQUIRE_MESSAGE(!failed, failed->en);
  (void)import.finish(false);
  std::vector<std::string> faults;
  for (const ImportFault& fault : import.faults()) faults.push_back(fault.place + ": " + fault.en);
  return faults;
}

inline const char* const kIcd10 =
    "编码,名称,别名,附加编码,性别\n"
    "A01,伤寒和副伤寒,,,\n"
    "A01.0,伤寒,,,\n"
    "A01.000,伤寒,肠热病|肠伤寒,,\n"
    "A01.000x004,伤寒复发,,,\n"
    "A01.001+K77.0*,伤寒性肝炎,,,\n"
    "I10.x00,特发性(原发性)高血压,高血压病,,\n"
    "I10.x00x002,高血压,,,\n"
    "N40.x00,前列腺增生,,,男\n"
    "O14.900,妊娠高血压,,,女\n";

}  // namespace emrlint

#endif  // EMRLINT_TESTS_CODES_CODES_SUPPORT_H_

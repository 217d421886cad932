// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_CODE_PAIRS_H_
#define EMRLINT_TABLES_CODE_PAIRS_H_

#include <string_view>
#include <vector>

#include "tables/table_kind.h"
#include "tables/table_rows.h"
#include "terminology/icd.h"

namespace emrlint {

// Diagnoses of ICD-10 that do not stand beside each other: one of `codes` and one of `others`.
struct CodePair {
  std::vector<CodeRange> codes, others;
  std::string_view instead;  // The code that says both; blank where they exclude each other.
  std::string_view basis;    // Where that is written: "ICD-10 K81".
};

// The rows of a table of kExcludedCodes or kCombinedCodes. What is no code of ICD-10 is an error.
std::vector<CodePair> code_pairs(TableKind kind, const TableRows& rows, TableErrors& errors);

// What stands in checks/coding/exclusions.csv or combinations.csv; read on the first call.
const std::vector<CodePair>& built_in_code_pairs(TableKind kind);

}  // namespace emrlint

#endif  // EMRLINT_TABLES_CODE_PAIRS_H_

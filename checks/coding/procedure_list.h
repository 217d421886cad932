// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_PROCEDURE_LIST_H_
#define EMRLINT_CHECKS_CODING_PROCEDURE_LIST_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "checks/coding/coded.h"

// The operations and procedures that the front page lists, row by row.
namespace emrlint::checks {

struct ProcedureList {
  std::vector<std::uint32_t> rows;  // Indexes into chart.procedures, in the order of the page.
  bool known = false;               // The rows are those of the page, none if it has none.
  std::optional<std::uint32_t> principal;
};

// Those of the latest front page; without its document those of the chart's own data, if one of
// them is marked as principal. Else nothing is known of the page.
ProcedureList procedure_list(const Chart& chart);

inline bool icd9_coded(const Procedure& p) {
  return procedure_system(p.code_system.value) == CodeSystem::kIcd9Cm3 &&
         well_formed_icd9(p.code.value);
}

// The front page gives a class of incision to operations: I, II, III.
bool has_incision(const Procedure& procedure);

inline Subject of_procedure(std::size_t index) {
  return {SubjectKind::kProcedure, static_cast<std::uint32_t>(index), {}};
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_PROCEDURE_LIST_H_

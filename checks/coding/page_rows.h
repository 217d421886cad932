// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_PAGE_ROWS_H_
#define EMRLINT_CHECKS_CODING_PAGE_ROWS_H_

#include <cstdint>
#include <vector>

#include "model/chart.h"

namespace emrlint::checks {

enum class RowKind : std::uint8_t {
  kUnknown,  // Chapters 1 to 15 hold procedures as well, such as endoscopies.
  kOperation,
  kProcedure,
};

// A row of the front page that is coded by ICD-9-CM-3, and what is known of it.
struct PageRow {
  const Procedure* procedure = nullptr;
  const Surgery* surgery = nullptr;  // The one that the row is of, by its code and day.
  RowKind kind = RowKind::kUnknown;
  bool examines = false, treats = false;  // By the title of its code; often neither.
  bool principal = false;
};

// In the order of the page; none where it is not known what it lists.
std::vector<PageRow> page_rows(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_PAGE_ROWS_H_

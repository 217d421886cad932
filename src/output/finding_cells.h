// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_FINDING_CELLS_H_
#define EMRLINT_OUTPUT_FINDING_CELLS_H_

#include <span>
#include <string>
#include <vector>

#include "output/sink.h"

namespace emrlint {

// A column of the tables of findings, CSV and XLSX.
struct FindingColumn {
  Bilingual heading;
  double width = 10;    // In digits; see XlsxColumn.
  bool number = false;  // Its cells are numbers or empty.
};
// Those of points are there where the options have a sheet.
std::span<const FindingColumn> finding_columns(const OutputOptions& options);

// The rows of a batch, a cell for each column: what could not be read, then by chart what broke and
// every outcome but those that another finding says. One line each, masked as the options ask for.
using CellRow = std::vector<std::string>;
std::vector<CellRow> finding_rows(const Catalog& catalog, const OutputOptions& options,
                                  const Batch& batch, const std::vector<ChartReport>& reports);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_FINDING_CELLS_H_

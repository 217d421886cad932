// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/page_rows.h"

#include "checks/coding/categories.h"
#include "checks/coding/procedure_list.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

bool same_day(const Procedure& procedure, const Surgery& surgery) {
  if (!procedure.at || !surgery.start) return true;
  const Time &at = procedure.at->value, &start = surgery.start.value();
  if (at.precision < Precision::kDay || start.precision < Precision::kDay) return true;
  return at.local_day() == start.local_day();
}

const Surgery* surgery_of(const Chart& chart, const Procedure& procedure) {
  for (const Surgery& surgery : told_surgeries(chart)) {
    const bool same = !surgery.cancelled && !surgery.code.value.empty() &&
                      surgery.code.value == procedure.code.value && same_day(procedure, surgery);
    if (same) return &surgery;
  }
  return nullptr;
}

PageRow row_of(const Chart& chart, const Procedure& procedure, bool principal) {
  PageRow row{.procedure = &procedure, .principal = principal};
  const std::string_view code = procedure.code.value;
  row.surgery = surgery_of(chart, procedure);
  if (in_ranges(categories::kMiscellaneousProcedures, code)) {
    row.kind = RowKind::kProcedure;
  } else if (has_incision(procedure) || row.surgery != nullptr) {
    row.kind = RowKind::kOperation;
  }
  row.examines = in_ranges(categories::kExaminations, code);
  row.treats = in_ranges(categories::kTreatments, code);
  return row;
}

}  // namespace

std::vector<PageRow> page_rows(const Chart& chart) {
  const ProcedureList list = procedure_list(chart);
  std::vector<PageRow> rows;
  if (!list.known) return rows;
  for (const std::uint32_t i : list.rows) {
    const Procedure& procedure = chart.procedures[i];
    if (icd9_coded(procedure)) rows.push_back(row_of(chart, procedure, i == list.principal));
  }
  return rows;
}

}  // namespace emrlint::checks

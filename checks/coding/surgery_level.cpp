// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/coding/procedure_list.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMissing{
    "missing", "首页所列手术“{0}”有切口类别，没有手术级别。",
    "the operation “{0}” on the front page has a class of incision and no level."};

constexpr Citation kBasis[] = {{"84", "手术级别"}, {"FP", "D"}, {"SY", "3"}};
constexpr int kCore[] = {12};
constexpr MessageInfo kMessages[] = {kMissing};

// Whether the data have a place for the levels of rows: that of a shared document has.
bool tells_levels(const Chart& chart, const ProcedureList& list) {
  return std::any_of(list.rows.begin(), list.rows.end(), [&](std::uint32_t i) {
    const Procedure& row = chart.procedures[i];
    const bool shared = row.document < chart.documents.size() &&
                        chart.documents[row.document].format == Format::kWs500;
    return shared || !row.level.value.empty();
  });
}

// The surgery that the row is of, where the data hold one of its code, tells the level as well.
bool level_in_data(const Chart& chart, const Procedure& row) {
  const auto surgeries = told_surgeries(chart);
  return std::any_of(surgeries.begin(), surgeries.end(), [&](const Surgery& surgery) {
    return surgery.level && !row.code.value.empty() && surgery.code.value == row.code.value;
  });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  const ProcedureList list = procedure_list(chart);
  const bool told = tells_levels(chart, list);
  for (const std::uint32_t i : list.rows) {
    const Procedure& row = chart.procedures[i];
    if (!has_incision(row)) continue;
    const Span where = row.name.value.empty() ? row.span : row.name.span;
    if (!row.level.value.empty() || (!told && level_in_data(chart, row))) {
      report.pass(of_procedure(i));
    } else if (told && list.known) {
      const Text& name = row.name.value.empty() ? row.code : row.name;
      report.fail(kMissing, of_procedure(i), where, name.value);
    } else {
      report.undecided(of_procedure(i), missing::kSurgeryLevel, where);
    }
  }
}

}  // namespace

extern constinit const Check surgery_level{
    {.id = "coding-surgery-level-in-frontpage",
     .severity = Severity::kWarning,
     .title = {"首页所列手术应填手术级别", "Operations on the front page have their level"},
     .judged =
         {"已出院、首页手术操作栏中有切口类别（Ⅰ、Ⅱ、Ⅲ）的每一行：填有手术级别。级别是否与目录"
          "一致由 periop-level-matches-catalogue 判定。",
          "Each row of the front page with a class of incision (I, II, III), after "
          "discharge: it has a level. Whether that is the one of the catalogue is judged by "
          "periop-level-matches-catalogue."},
     .exceptions =
         {"没有切口类别的操作不判。共享文档以外的数据，各行都没有级别的，看同编码手术的级别，也没有"
          "的无法判定。",
          "Not for procedures without a class of incision. Of other data than a shared "
          "document, where no row has a level, the surgery of that code tells it; without "
          "one it is undecided."},
     .advice = {"按本院手术分级管理目录填写手术级别。",
                "Fill in the level by the hospital's catalogue of operations."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

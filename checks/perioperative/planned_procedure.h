// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_PLANNED_PROCEDURE_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_PLANNED_PROCEDURE_H_

#include <initializer_list>
#include <optional>
#include <vector>

#include "checks/perioperative/surgery.h"

// Which operation was planned and which one was done.
namespace emrlint::checks {

struct ProcedureName {
  Text name, code;
  DocType from = DocType::kUnknown;  // kUnknown: the data of the surgery.
  Span span() const { return name.value.empty() ? code.span : name.span; }
};

// What the records of these types that are about the surgery plan to do.
std::vector<ProcedureName> planned_procedures(const Chart& chart, std::size_t index,
                                              std::initializer_list<DocType> types);
// Of its data and its operation record.
std::vector<ProcedureName> performed_procedures(const Chart& chart, std::size_t index);

// A plan beside what was done, none of whose names fits it.
struct PlanChange {
  Answer same = Answer::kUnknown;  // kUnknown where names can't be compared, or none is there.
  const ProcedureName* planned = nullptr;  // Set for kNo.
  const ProcedureName* performed = nullptr;
};
using CompareNames = Answer (*)(const ProcedureName& planned, const ProcedureName& performed);
PlanChange compare_plan(const std::vector<ProcedureName>& planned,
                        const std::vector<ProcedureName>& performed, CompareNames compare);

// By ICD-9-CM-3 codes (51.2) where both have one, else by names.
Answer by_code_or_name(const ProcedureName& planned, const ProcedureName& performed);

// What in the operation record or the first note tells that the operation was changed: 改行, 中转.
std::optional<Part> told_change(const Chart& chart, std::size_t index);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_PLANNED_PROCEDURE_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_HISTORY_STATEMENTS_H_
#define EMRLINT_CHECKS_CONSISTENCY_HISTORY_STATEMENTS_H_

#include <cstddef>
#include <optional>

#include "base/span.h"
#include "model/chart.h"

// Where an admission record denies operations and allergies to drugs, and where it or another
// record of the stay states one.
namespace emrlint::checks {

struct Statement {
  Part place;
  DocType type = DocType::kUnknown;
  std::size_t sentence = 0;  // Where its sentence begins, in the piece.
};
using FoundStatement = std::optional<Statement>;

FoundStatement denial_of_operations(const Document& record);
FoundStatement denial_of_drug_allergies(const Document& record);

// The present illness is told, and without an operation: who denies others may mean all but that.
bool illness_without_operation(const Document& record);

// `mother`: a caesarean section is the patient's own operation.
FoundStatement earlier_operation(const Chart& chart, const Document& record, bool mother);
FoundStatement drug_allergy(const Chart& chart, const Document& record);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_HISTORY_STATEMENTS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_TOLD_PROCEDURES_H_
#define EMRLINT_CHECKS_CODING_TOLD_PROCEDURES_H_

#include <optional>
#include <span>
#include <string_view>

#include "base/lang.h"
#include "base/span.h"
#include "check/option.h"
#include "model/chart.h"

// Procedures of told_procedures.def, and what tells that they were done.
namespace emrlint::checks {

struct ToldProcedure {
  std::string_view id;
  Bilingual name;
  WordList words;            // Of orders and reports.
  WordList names;            // On the front page.
  std::string_view codes;    // As in_code_list() reads them.
  bool anaesthetic = false;  // Part of the anaesthesia, around a surgery.
};
std::span<const ToldProcedure> told_procedures();

// The order that was carried out, or the report, from which it is certain that it was done in the
// stay: where it stands and what it says. Not what serves one (care, removal, preparation), nor
// what anaesthesia includes within a day of a surgery.
struct Evidence {
  Span span;
  std::string_view words;
};
std::optional<Evidence> evidence_of(const Chart& chart, const ToldProcedure& procedure);

// Whether a row of the front page may stand for it. One without a code or name may be anything.
bool stands_for(const Procedure& row, const ToldProcedure& procedure);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_TOLD_PROCEDURES_H_

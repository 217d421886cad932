// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_VISIT_H_
#define EMRLINT_CHECK_VISIT_H_

#include <optional>

#include "check/missing.h"
#include "model/chart.h"

// What kind of visit an outpatient or emergency chart tells of.
namespace emrlint {

inline constexpr Missing kWhichVisit{"visit-number", "初诊还是复诊",
                                     "whether it was a first or a return visit"};

// A visit that is no stay: outpatient, emergency or emergency observation.
bool is_visit(const Chart& chart);

// An emergency visit or observation: by its kind, else by the department or a title that says 急诊
// (门急诊 leaves it open).
bool is_emergency(const Chart& chart);

// Whether a record is of a first visit: by the flag of WS/T 500 (初诊标志), else by 初诊 or 复诊 in
// its title or a heading. Empty where neither stands there, or both.
std::optional<bool> first_visit(const Document& document);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_VISIT_H_

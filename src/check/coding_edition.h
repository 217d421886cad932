// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_CODING_EDITION_H_
#define EMRLINT_CHECK_CODING_EDITION_H_

#include <chrono>
#include <optional>

#include "check/missing.h"
#include "check/report.h"
#include "codes/code_tables.h"
#include "model/chart.h"

namespace emrlint {

// The day that decides which edition and which of its codes hold: that of discharge, or of the
// clock where the patient is still there. Empty where neither is known to the day.
std::optional<std::chrono::sys_days> coding_day(const Chart& chart, const Report& report);

// The edition by which the codes of a chart are judged: the one in force on coding_day(). Null
// where none is loaded for that day: the subject is undecided then, for want of
// missing_codes(system).
const CodeTable* coding_edition(const Chart& chart, const Report& report, CodeSystem system);

// "An edition of ICD-10 in force at the time ([codes] files)": none was loaded, or none of that
// day.
Missing missing_codes(CodeSystem system);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_CODING_EDITION_H_

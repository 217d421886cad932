// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODE_LIMITS_H_
#define EMRLINT_CHECKS_CODING_CODE_LIMITS_H_

#include <optional>
#include <string_view>

#include "check/report.h"
#include "codes/code_table.h"
#include "model/chart.h"
#include "model/person.h"

// What a code is limited to: by the edition in force where that has such limits (a column of the
// hospital's list, the lists of the Medicare Code Editor), else by the categories that are built
// in.
namespace emrlint::checks {

// The only sex for which a code of a diagnosis or of ICD-9-CM-3 can stand; unknown for no limit. A
// code that the edition lacks is judged by its category.
Sex sex_limit(const Chart& chart, const Report& report, CodeSystem system, std::string_view code);

// The entry of a code in an edition in force that limits codes to ages; it may have no limit
// itself. Empty where the categories decide.
std::optional<CodeEntry> age_limited(const Chart& chart, const Report& report, CodeSystem system,
                                     std::string_view code);

// The entry of a code in an edition in force that marks codes so; likewise.
std::optional<CodeEntry> marked(const Chart& chart, const Report& report, CodeSystem system,
                                std::string_view code, CodeEdit edit);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODE_LIMITS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PROCESS_NEW_TECHNOLOGY_H_
#define EMRLINT_CHECKS_PROCESS_NEW_TECHNOLOGY_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "checks/perioperative/hospital_tables.h"

// Surgeries and procedures that the hospital lists as new or as restricted technologies.
namespace emrlint::checks {

struct TechnologyUse {
  Subject subject;
  std::string_view name;  // As the chart has it, else its code.
  Span where;
  std::optional<std::uint32_t> surgery;  // Index, of a surgery.
  std::optional<Missing> doubt;          // Why it may be none.
};

// With `restricted` those of that list as well. A procedure with the code of a surgery is that
// surgery. Where the new technologies are not loaded every surgery may be one.
std::vector<TechnologyUse> technology_uses(const Chart& chart, const Tables& tables,
                                           bool restricted);

// Whether the document may speak of it: it names no other surgery.
bool may_be_about(const Document& document, const TechnologyUse& use);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PROCESS_NEW_TECHNOLOGY_H_

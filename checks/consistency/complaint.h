// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_COMPLAINT_H_
#define EMRLINT_CHECKS_CONSISTENCY_COMPLAINT_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "text/quantity.h"

// The symptom of a chief complaint, and what a present illness says of it.
namespace emrlint::checks {

// Bytes [from, to) of the text name a symptom of that row of complaint_symptoms.def.
struct Complaint {
  Text text;
  std::size_t row = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  std::optional<Quantity> lasting;  // How long, behind it in its clause.
};

// The first symptom of the text that is in the list, where it is the patient's own and there.
// Nothing where the complaint is of a surgery, a pregnancy, an injury, a treatment.
std::optional<Complaint> complaint_in(const Text& text);

// Whether any word that may tell of a symptom of the row stands in the history.
bool tells_of(std::string_view history, std::size_t row);

// Where the history first names a symptom of the row; npos where it does not.
std::size_t named_at(std::string_view history, std::size_t row);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_COMPLAINT_H_

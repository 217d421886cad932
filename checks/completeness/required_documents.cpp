// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/required_documents.h"

namespace emrlint::checks {

std::span<const RequiredDocument> required_documents() {
  static constexpr RequiredDocument kRows[] = {
#define EMRLINT_REQUIRED(event, document, check, source, article) \
  {CallingEvent::event, DocType::document, check, {source, article}},
#include "checks/completeness/required_documents.def"
#undef EMRLINT_REQUIRED
  };
  return kRows;
}

}  // namespace emrlint::checks

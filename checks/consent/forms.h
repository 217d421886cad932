// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSENT_FORMS_H_
#define EMRLINT_CHECKS_CONSENT_FORMS_H_

#include <span>

#include "checks/completeness/record_items.h"

// What articles 23 to 27 of the writing rules list for each consent.
namespace emrlint::checks {

class ConsentForm {
 public:
  explicit ConsentForm(std::span<const RecordItem> items) : table_(items), items_(items) {}

  // The items that the document lacks; `alternative`: the plan instead is one of them.
  ItemNames lacking(const Document& document, bool alternative) const;

 private:
  std::span<const RecordItem> table_;
  RecordItems items_;
};

// The form of a type of document; null where no article lists items.
const ConsentForm* consent_form(DocType type);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSENT_FORMS_H_

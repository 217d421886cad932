// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_DRUG_KINDS_H_
#define EMRLINT_CHECKS_COMPLETENESS_DRUG_KINDS_H_

#include <optional>
#include <string_view>

#include "checks/consistency/told_drugs.h"

namespace emrlint::checks {

// A kind of drugs of which a change matters: ids of drug_names.def, and how notes speak of the
// treatment without a name.
struct DrugKind {
  Bilingual name;
  WordList drugs;
  WordList words;
};

// The first drug of one of the kinds that a text names: antimicrobials, anticoagulants, vasoactive
// drugs. None in a flush or in what acts where it is put.
struct KindOfDrug {
  const DrugKind* kind = nullptr;
  Drug drug{};
};
std::optional<KindOfDrug> kind_of(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_DRUG_KINDS_H_

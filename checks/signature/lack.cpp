// SPDX-License-Identifier: Apache-2.0
#include "checks/signature/lack.h"

#include <algorithm>

namespace emrlint::checks {

void look_for(const Chart& chart, const Document& document, std::span<const Signature> signatures,
              const Demand& demand, Lack& lack) {
  Signs best = Signs::kNo;
  const Signature* unnamed = nullptr;
  for (const Signature& signature : signatures) {
    const Signs signs = signs_as(chart, document, signature, demand.party);
    if (signs == Signs::kYes && !signature.person.known()) {
      unnamed = &signature;
    } else {
      best = std::max(best, signs);
    }
  }
  if (best == Signs::kYes) return;
  lack.article = demand.article;
  if (best == Signs::kUnknown) {
    lack.unknown = true;
  } else if (unnamed == nullptr) {
    lack.parties.names.push_back(name_of(demand.party));
  } else {
    lack.unnamed = unnamed;
    lack.unnamed_party = demand.party;
  }
}

}  // namespace emrlint::checks

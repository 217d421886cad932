// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_SIGNATURE_LACK_H_
#define EMRLINT_CHECKS_SIGNATURE_LACK_H_

#include <span>
#include <string_view>

#include "checks/perioperative/items.h"
#include "checks/signature/parties.h"

// What a document lacks of the signatures that its articles ask for.
namespace emrlint::checks {

struct Lack {
  ItemNames parties;                   // Of whom there certainly is none.
  std::string_view article;            // That asks for one of them.
  const Signature* unnamed = nullptr;  // Somebody signed as `unnamed_party` without a name.
  Party unnamed_party = Party::kPhysician;
  bool unknown = false;  // A signature whose role is not told may be the one.

  bool none() const { return parties.empty() && unnamed == nullptr && !unknown; }
};
// Looks for a demand among signatures and adds what is lacking.
void look_for(const Chart& chart, const Document& document, std::span<const Signature> signatures,
              const Demand& demand, Lack& lack);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_SIGNATURE_LACK_H_

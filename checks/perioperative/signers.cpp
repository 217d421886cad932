// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/signers.h"

#include <algorithm>

#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Missing kSignerRole{"signer-role", "签名者的身份",
                              "the capacity in which somebody signed"};

bool is_surgeon(Role role) {
  return role == Role::kSurgeon || role == Role::kFirstAssistant ||
         role == Role::kSecondAssistant || role == Role::kAssistant;
}
bool is_anesthetist(Role role) { return role == Role::kAnesthetist; }
bool is_circulating(Role role) { return role == Role::kCirculatingNurse; }
// A nurse as such may be the circulating one or not.
bool is_open(Role role) { return role == Role::kUnknown || role == Role::kNurse; }

struct Party {
  Bilingual name;
  bool (*matches)(Role role);
};
constexpr Party kParties[] = {{{"手术医师", "surgeon"}, is_surgeon},
                              {{"麻醉医师", "anaesthetist"}, is_anesthetist},
                              {{"巡回护士", "circulating nurse"}, is_circulating}};

}  // namespace

Unsigned unsigned_roles(std::span<const Signature> signatures, const Surgery& surgery) {
  Unsigned result;
  const auto any = [&](bool (*matches)(Role)) {
    return std::any_of(signatures.begin(), signatures.end(),
                       [&](const Signature& s) { return matches(s.role); });
  };
  bool only_anesthetist = true;
  for (const Party& party : kParties) {
    if (any(party.matches)) continue;
    result.roles.names.push_back(party.name);
    only_anesthetist &= party.matches == is_anesthetist;
  }
  if (result.roles.empty()) return result;
  if (any(is_open)) {
    result.unsure = kSignerRole;
  } else if (only_anesthetist && by_anesthetist(surgery) != Answer::kYes) {
    result.unsure = missing::kAnesthesia;
  }
  return result;
}

}  // namespace emrlint::checks

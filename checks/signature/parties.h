// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_SIGNATURE_PARTIES_H_
#define EMRLINT_CHECKS_SIGNATURE_PARTIES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "check/missing.h"
#include "model/chart.h"

// Whose signature each type of document needs, and whether somebody signed as such.
namespace emrlint::checks {

enum class Party : std::uint8_t {
  kPhysician,
  kOperator,
  kConsultant,
  kRequester,
  kRecorder,
  kAnesthetist,
  kSurgeon,
  kTreatingPhysician,
  kNurse,
  kCirculatingNurse,
  kScrubNurse,
  kPatientSide,
};
Bilingual name_of(Party party);

// One row of parties.def.
struct Demand {
  DocType type;
  Party party;
  std::string_view article;
  bool dated;
};
// What the articles ask of a type of document, in order of the table.
std::vector<Demand> demands_of(DocType type);

inline constexpr Missing kSignerRole{"signer-role", "签名者的身份",
                                     "the capacity in which somebody signed"};

// Whether a signature is the party's; kUnknown where its role leaves that open.
enum class Signs : std::uint8_t { kNo, kUnknown, kYes };
Signs signs_as(const Chart& chart, const Document& document, const Signature& signature,
               Party party);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_SIGNATURE_PARTIES_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_TEXT_FACT_H_
#define EMRLINT_CHECKS_DUPLICATION_TEXT_FACT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/fact.h"
#include "check/report.h"

// What a fact says of the text that it is of: whose it is, what it is called, when it was written.
namespace emrlint::checks {

enum SameTextMark : std::size_t { kHospital, kCard, kNumber, kName, kOwnMark };
// Ids of document and section, none for a whole document; how many tokens; not empty where others
// may well write the same; the cap; the share from which on it is a near copy, and how much is
// compared at least. From kOwnWord on: the check's own.
enum SameTextWord : std::size_t {
  kDocument,
  kSection,
  kTokens,
  kCommon,
  kCap,
  kNear,
  kLeastNear,
  kOwnWord
};

// The name by which a patient is told apart; empty for none.
std::string patient_name(const Patient& patient);
// Whether anything tells who the patient is.
bool patient_known(const Fact& fact);
// Whether the facts are of one patient.
enum class SamePatient : std::uint8_t { kYes, kNo, kUnknown };
SamePatient same_patient(const Fact& a, const Fact& b);
extern const Missing kSamePatient;  // What tells it.

// What a fact is of: its section, else its document.
Bilingual name_of(const Fact& fact);
// Whether a fact comes before another one: by the time of writing, where that does not tell by
// chart.
bool written_before(const Fact& a, const Fact& b);
// Whether the texts are of more patients than the first one's cap.
bool over_cap(const std::vector<const Fact*>& facts);

int number_of(std::string_view word);  // 0 for what is none.

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_TEXT_FACT_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_DOMAINS_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_DOMAINS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "check/report.h"
#include "model/chart.h"

// What a preoperative assessment covers (SA 3), and what a record tells of it.
namespace emrlint::checks {

// In the order of item 3.
enum class Domain : std::uint8_t {
  kGeneral,
  kSeverity,
  kOrgans,
  kDrugs,
  kClotting,
  kMind,
  kNutrition,
};
inline constexpr std::size_t kDomains = 7;
Bilingual name(Domain domain);

// Bit i is set for domain i.
using DomainSet = std::uint32_t;
constexpr DomainSet domain_bit(Domain domain) { return 1u << static_cast<unsigned>(domain); }

// The domains that a text assesses: no label without a value, no box that nobody ticked, nothing
// that is still to be examined, may happen or is planned for afterwards.
DomainSet domains_in(std::string_view text);

// Whether the value of an item says anything: no dash, no 未评估, no box that nobody ticked.
bool answers(std::string_view value);

// The same of a record of the chart, by its sections, data elements and texts, worked out once; and
// of a form by its items.
DomainSet domains_of(const Chart& chart, const Document& document, Report& report);
DomainSet domains_of(const Checklist& form);

// The records of these types ("preop-summary") about the surgery that are not after its start. One
// that names no surgery is about the first that follows.
std::vector<const Document*> assessment_records(const Chart& chart, std::size_t index,
                                                WordList types);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_DOMAINS_H_

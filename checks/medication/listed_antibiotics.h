// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_LISTED_ANTIBIOTICS_H_
#define EMRLINT_CHECKS_MEDICATION_LISTED_ANTIBIOTICS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "tables/tables.h"

// What the hospital's list of antibiotics says of the orders of a chart.
namespace emrlint::checks {

// An order of an antibacterial for the whole body, known by the list or by its name.
struct ListedAntibiotic {
  std::uint32_t order = 0;          // Index into Chart::orders.
  const Antibiotic* row = nullptr;  // Of several drugs in one order that of the highest class.
  Missing doubt{};                  // Without a row: what is missing.

  Subject subject() const { return {SubjectKind::kOrder, order}; }
  bool of_class(AntibioticClass level) const { return row != nullptr && row->level == level; }
};
// In order of the chart. Where no list is loaded none has a row.
std::vector<ListedAntibiotic> listed_antibiotics(const Chart& chart, const Tables& tables);

// The first order of each drug, and of each content that the list does not hold.
std::vector<ListedAntibiotic> first_of_each(const Chart& chart,
                                            std::vector<ListedAntibiotic> orders);

// Marked in the order as given in an emergency, which other rules cover.
bool in_emergency(const Order& order);

Bilingual class_name(AntibioticClass level);  // 特殊使用级

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_LISTED_ANTIBIOTICS_H_

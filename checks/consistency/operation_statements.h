// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_OPERATION_STATEMENTS_H_
#define EMRLINT_CHECKS_CONSISTENCY_OPERATION_STATEMENTS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/chart.h"

// What the places of a chart say of one surgery: its own data and each document about it.
namespace emrlint::checks {

// The kinds of anaesthesia that a text names, as a set of bits: 全麻复合硬膜外 names two.
using AnesthesiaKinds = std::uint8_t;
AnesthesiaKinds anesthesia_kinds_in(std::string_view text);

// 0 to III, however it is written: "Ⅱ", "II类", "2" of the code table. -1 for anything else.
int incision_class(std::string_view text);

// The surgeon of the surgery's own data first, then of its records, each where it is stated.
std::vector<const Person*> stated_surgeons(const Chart& chart, std::size_t index);

struct AnesthesiaStatement {
  Text text;
  AnesthesiaKinds kinds = 0;
};
// Only those of which a kind is known.
std::vector<AnesthesiaStatement> stated_anesthesia(const Chart& chart, std::size_t index);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_OPERATION_STATEMENTS_H_

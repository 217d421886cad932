// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TCM_KINDS_H_
#define EMRLINT_CHECKS_TCM_KINDS_H_

#include <cstdint>

#include "check/option.h"
#include "model/chart.h"

// Which half of a diagnosis of traditional medicine is meant: the disease (病名) or the syndrome
// (证候).
namespace emrlint::checks {

enum class TcmKind : std::uint8_t { kUnknown, kDisease, kSyndrome, kBoth };

// By what the document says, else by the code of GB/T 15657 (1995: B and Z before letters; 2021: A
// and B before figures), else by a name that ends in 证. kBoth for one name that holds the two:
// 胸痹（气虚血瘀证）. kUnknown for the others.
TcmKind tcm_kind(const Diagnosis& diagnosis);

// Whether the chart shows treatment of traditional medicine: a prescription (C0005) or an order
// with one of the words.
bool treated_by_tcm(const Chart& chart, WordList words);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TCM_KINDS_H_

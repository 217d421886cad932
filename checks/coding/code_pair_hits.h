// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODE_PAIR_HITS_H_
#define EMRLINT_CHECKS_CODING_CODE_PAIR_HITS_H_

#include <cstdint>
#include <vector>

#include "checks/coding/code_pairs.h"
#include "model/chart.h"

namespace emrlint::checks {

// A discharge diagnosis that some pair of codes speaks of.
struct PairHit {
  std::uint32_t index = 0;
  const CodePair* pair = nullptr;     // The pair that it is the later half of; null: none.
  const Diagnosis* beside = nullptr;  // The earlier half.
};

// Those of the discharge list that are coded by ICD-10, in order. The earlier half of a pair is not
// among them unless it is the later half of another one.
std::vector<PairHit> pair_hits(const Chart& chart, const std::vector<CodePair>& pairs);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODE_PAIR_HITS_H_

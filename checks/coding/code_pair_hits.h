// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODE_PAIR_HITS_H_
#define EMRLINT_CHECKS_CODING_CODE_PAIR_HITS_H_

#include <cstdint>
#include <vector>

#include "checks/coding/code_pairs.h"
#include "checks/coding/coded.h"
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

// One outcome for each of them: `say(diagnosis, subject, beside, pair)` reports a pair.
template <typename Say>
void judge_pairs(const Chart& chart, const std::vector<CodePair>& pairs, Report& report, Say say) {
  for (const PairHit& hit : pair_hits(chart, pairs)) {
    if (hit.pair == nullptr) {
      report.pass(of_diagnosis(hit.index));
    } else {
      say(chart.diagnoses[hit.index], of_diagnosis(hit.index), *hit.beside, *hit.pair);
    }
  }
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODE_PAIR_HITS_H_

// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_pair_hits.h"

#include <algorithm>
#include <optional>

#include "checks/coding/principal.h"

namespace emrlint::checks {
namespace {

// Whether one code is of one side of the pair and the other of the other.
bool halves(const CodePair& pair, std::string_view one, std::string_view other) {
  return (in_ranges(pair.codes, one) && in_ranges(pair.others, other)) ||
         (in_ranges(pair.others, one) && in_ranges(pair.codes, other));
}

bool in_any(const std::vector<CodePair>& pairs, std::string_view code) {
  return std::any_of(pairs.begin(), pairs.end(), [code](const CodePair& pair) {
    return in_ranges(pair.codes, code) || in_ranges(pair.others, code);
  });
}

class Hits {
 public:
  Hits(const Chart& chart, const std::vector<CodePair>& pairs) : chart_(chart), pairs_(pairs) {
    for (const std::uint32_t i : discharge_list(chart).all) {
      const Diagnosis& d = chart.diagnoses[i];
      if (by_icd10(chart, d) && in_any(pairs, d.code.value)) judged_.push_back(i);
    }
  }

  std::vector<PairHit> all() const {
    std::vector<PairHit> out;
    for (std::size_t at = 0; at < judged_.size(); ++at) {
      if (const auto hit = of(at)) out.push_back(*hit);
    }
    return out;
  }

 private:
  std::optional<PairHit> of(std::size_t at) const {
    const std::uint32_t index = judged_[at];
    bool earlier_half = false;
    for (std::size_t other = 0; other < judged_.size(); ++other) {
      if (other == at) continue;
      const Diagnosis& beside = chart_.diagnoses[judged_[other]];
      const CodePair* const pair = pair_of(index, beside);
      if (pair != nullptr && other < at) return PairHit{index, pair, &beside};
      earlier_half |= pair != nullptr;
    }
    if (earlier_half) return std::nullopt;
    return PairHit{index, nullptr, nullptr};
  }

  const CodePair* pair_of(std::uint32_t index, const Diagnosis& beside) const {
    const std::string_view code = chart_.diagnoses[index].code.value;
    const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const CodePair& pair) {
      return halves(pair, code, beside.code.value);
    });
    return found == pairs_.end() ? nullptr : &*found;
  }

  const Chart& chart_;
  const std::vector<CodePair>& pairs_;
  std::vector<std::uint32_t> judged_;
};

}  // namespace

std::vector<PairHit> pair_hits(const Chart& chart, const std::vector<CodePair>& pairs) {
  return Hits(chart, pairs).all();
}

}  // namespace emrlint::checks

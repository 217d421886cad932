// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_SIDE_CASE_H_
#define EMRLINT_CHECKS_CONSISTENCY_SIDE_CASE_H_

#include <optional>
#include <vector>

#include "checks/consistency/side_statements.h"

namespace emrlint::checks {

// What a chart says of the side of one part of the body, and whether it can all be true.
class SideCase {
 public:
  SideCase(const Chart& chart, const std::vector<SideStatement>& all, BodyPart part);

  // Two statements that speak of the same thing; the odd one is what fewer places state.
  struct Pair {
    const SideStatement* odd;
    const SideStatement* other;
  };
  std::optional<Pair> contradiction() const;
  // Several places name the side, all the same.
  bool agrees() const;

 private:
  bool two_places(SideSource most) const;
  std::optional<Pair> contradiction(SideSource a, SideSource b) const;
  bool comparable(const SideStatement& a, const SideStatement& b) const;
  bool unsupported(const SideStatement& stated) const;
  bool revised() const;
  bool reason_for(const SideStatement& diagnosis, const SideStatement& procedure) const;
  Pair in_order(const SideStatement* a, const SideStatement* b) const;

  const Chart& chart_;
  const std::vector<SideStatement>& all_;
  BodyPart part_;
  std::vector<const SideStatement*> said_;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_SIDE_CASE_H_

// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/domains.h"

#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/records.h"

namespace emrlint::checks {

std::vector<const Document*> assessment_records(const Chart& chart, std::size_t index,
                                                WordList types) {
  const Surgery& surgery = chart.surgeries[index];
  std::vector<const Document*> found;
  for (const Document& document : chart.documents) {
    const auto& linked = document.surgeries;
    const bool about =
        linked.empty() || std::find(linked.begin(), linked.end(), index) != linked.end();
    const bool counts = lists(types, id(document.type));
    if (!about || !counts) continue;
    const std::optional<Located<Time>> at = took_place(document);
    const bool after = at && surgery.start && certainly_after(at->value, surgery.start.value());
    if (!after) found.push_back(&document);
  }
  return found;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/process/notes_after.h"

#include <algorithm>

namespace emrlint::checks {

std::optional<Missing> untold_doubt(const Chart& chart) {
  if (!chart.complete || chart.cut_off) return missing::kRestOfChart;
  const auto& documents = chart.documents;
  const bool broken = std::any_of(documents.begin(), documents.end(),
                                  [](const Document& document) { return document.broken; });
  if (broken) return missing::kRestOfDocument;
  return std::nullopt;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_NIGHTLY_INDICATOR_GROUPS_H_
#define EMRLINT_NIGHTLY_INDICATOR_GROUPS_H_

#include <optional>
#include <vector>

#include "base/result.h"
#include "engine/facets.h"
#include "indicator/totals.h"
#include "store/duckdb.h"

namespace emrlint::nightly {

// The indicators of a run over all charts, or by department, doctor, disease or month; what emrlint
// indicators says of the same charts. Its views are there (ledger/views.h), and its sums
// (ledger/sums.h).
Result<std::vector<IndicatorGroup>> indicator_groups(store::Database& database,
                                                     const IndicatorBook& book,
                                                     std::optional<Facet> by);

}  // namespace emrlint::nightly

#endif  // EMRLINT_NIGHTLY_INDICATOR_GROUPS_H_

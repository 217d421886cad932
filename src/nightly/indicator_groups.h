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

// Adds up the indicators of a run whose views are there (ledger/views.h), for indicator_groups().
std::optional<Error> sum_indicators(store::Database& database);
// Their sums over all charts, or by department, doctor, disease or month; what emrlint indicators
// says of the same charts.
Result<std::vector<IndicatorGroup>> indicator_groups(store::Database& database,
                                                     const IndicatorBook& book,
                                                     std::optional<Facet> by);

}  // namespace emrlint::nightly

#endif  // EMRLINT_NIGHTLY_INDICATOR_GROUPS_H_

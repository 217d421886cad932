// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_LINT_KEPT_H_
#define EMRLINT_ENGINE_LINT_KEPT_H_

#include <string_view>

#include "check/derived_documents.h"
#include "engine/lint.h"

namespace emrlint {

// lint() for a chart that is judged again and again. `kept`: what was worked out of it and of its
// documents earlier, under the same configuration, to which it adds. Where something of the chart
// is kept, there are no facts, which take_facts() gives.
ChartReport lint_kept(const Catalog& catalog, const Config& config, const Chart& chart,
                      std::string_view uri, const KeptOfChart& kept);

// The facts of the chart that lint() takes for checks across charts, and nothing else: for who does
// not need them each time that the chart is judged.
ChartReport take_facts(const Catalog& catalog, const Config& config, const Chart& chart,
                       std::string_view uri);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_LINT_KEPT_H_

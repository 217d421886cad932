// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_LINT_KEPT_H_
#define EMRLINT_ENGINE_LINT_KEPT_H_

#include <span>
#include <string_view>

#include "check/derived.h"
#include "engine/lint.h"

namespace emrlint {

// lint() for a chart that is judged again and again. `kept`: what was worked out of each document
// earlier under the same configuration (check/derived_documents.h), to which it adds; null for
// those of which nothing is kept.
ChartReport lint_kept(const Catalog& catalog, const Config& config, const Chart& chart,
                      std::string_view uri, std::span<Derived* const> kept);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_LINT_KEPT_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_WAIVERS_H_
#define EMRLINT_ENGINE_WAIVERS_H_

#include "engine/lint.h"

namespace emrlint {

// Gives each failed finding the first waiver that accepts it and has not run out.
void apply_waivers(const Catalog& catalog, const Config& config, ChartReport& report);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_WAIVERS_H_

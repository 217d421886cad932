// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_SPINE_MENTIONS_H_
#define EMRLINT_CHECKS_CONSISTENCY_SPINE_MENTIONS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "checks/consistency/site_mentions.h"

// Vertebrae and discs, for site_mentions().
namespace emrlint::checks {

// Behind what links the two ends of a row at `at` (4/5, 2-4, 2至4); `at` without one.
std::size_t link_at(std::string_view text, std::size_t at);

// Adds the vertebra or the discs that stand at `at`: L1椎体, L4/5, L4-S1. Gives the end of what was
// read, `at` where nothing was.
std::size_t take_spine(std::string_view text, std::size_t at, std::vector<SiteMention>& found);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_SPINE_MENTIONS_H_

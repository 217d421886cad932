// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/newborn_limits.h"

#include <algorithm>
#include <climits>
#include <span>

namespace emrlint::checks {
namespace {

// As the inclusion terms of ICD-10 volume 1 have them. P05 names no weight: at 4000 g a child is
// light for none of the weeks.
constexpr NewbornLimit kWeights[] = {
    {{"P05", "P05"}, 0, 3999, {"不足4000克（轻于胎龄）", "less than 4000 g (light for its age)"}},
    {{"P07.0", "P07.0"}, 0, 999, {"不足1000克", "less than 1000 g"}},
    {{"P07.1", "P07.1"}, 1000, 2499, {"1000～2499克", "1000 to 2499 g"}},
    {{"P08.0", "P08.0"}, 4500, INT_MAX, {"4500克及以上", "4500 g or more"}}};
constexpr NewbornLimit kWeeks[] = {
    {{"P07.2", "P07.2"}, 0, 27, {"孕28周前", "less than 28 weeks"}},
    {{"P07.3", "P07.3"}, 28, 36, {"孕28～36周", "28 to 36 weeks"}},
    {{"P08.2", "P08.2"}, 42, INT_MAX, {"孕42周及以后", "42 weeks or more"}}};

const NewbornLimit* limit_of(std::span<const NewbornLimit> limits, std::string_view code) {
  const auto found = std::find_if(limits.begin(), limits.end(), [&](const NewbornLimit& limit) {
    return in_ranges(std::span(&limit.codes, 1), code);
  });
  return found == limits.end() ? nullptr : &*found;
}

}  // namespace

const NewbornLimit* weight_limit(std::string_view code) { return limit_of(kWeights, code); }
const NewbornLimit* weeks_limit(std::string_view code) { return limit_of(kWeeks, code); }

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "indicator/stay_trait.h"

#include <algorithm>

#include "model/enum_table.h"
#include "model/ordered.h"

namespace emrlint {
namespace {

constexpr Entry<StayTrait> kIds[] = {
    {StayTrait::kInpatient, "inpatient"},
    {StayTrait::kEnded, "ended"},
    {StayTrait::kSurgery, "surgery"},
    {StayTrait::kLevel3Surgery, "level-3-surgery"},
    {StayTrait::kLevel4Surgery, "level-4-surgery"},
};
static_assert(std::size(kIds) == kStayTraits);

Holds inpatient(const Chart& chart) {
  if (chart.encounter.kind.value == EncounterKind::kUnknown) return Holds::kUnknown;
  return chart.inpatient() ? Holds::kYes : Holds::kNo;
}

// What is not to be seen in a chart that is not whole may be elsewhere.
Holds absent(const Chart& chart) { return whole(chart) ? Holds::kNo : Holds::kUnknown; }

Holds operated(const Chart& chart) {
  bool planned = false;
  for (const Surgery& surgery : chart.surgeries) {
    if (surgery.cancelled) continue;
    if (!ordered_only(surgery)) return Holds::kYes;
    planned = true;
  }
  return planned ? Holds::kUnknown : absent(chart);
}

Holds highest_level(const Chart& chart, int wanted) {
  if (operated(chart) != Holds::kYes) return operated(chart);
  int highest = 0;
  bool unknown = !whole(chart);
  for (const Surgery& surgery : told_surgeries(chart)) {
    if (surgery.cancelled) continue;
    unknown |= !surgery.level;
    if (surgery.level) highest = std::max(highest, surgery.level->value);
  }
  if (highest > wanted) return Holds::kNo;
  if (highest == 4) return Holds::kYes;
  if (unknown) return Holds::kUnknown;
  return highest == wanted ? Holds::kYes : Holds::kNo;
}

}  // namespace

std::string_view id(StayTrait trait) { return id_in(kIds, trait); }

std::optional<StayTrait> stay_trait_from_id(std::string_view text) { return value_in(kIds, text); }

std::vector<std::string_view> stay_trait_ids() {
  std::vector<std::string_view> ids;
  for (const Entry<StayTrait>& entry : kIds) ids.push_back(entry.id);
  return ids;
}

Holds holds(StayTrait trait, const Chart& chart, const Clock& clock) {
  switch (trait) {
    case StayTrait::kInpatient:
      return inpatient(chart);
    case StayTrait::kEnded:
      return clock.stage >= Stage::kDischarged ? Holds::kYes : Holds::kNo;
    case StayTrait::kSurgery:
      return operated(chart);
    case StayTrait::kLevel3Surgery:
      return highest_level(chart, 3);
    case StayTrait::kLevel4Surgery:
      return highest_level(chart, 4);
  }
  return Holds::kUnknown;
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "codes/code_tables.h"

#include <algorithm>

namespace emrlint {
namespace {

bool covers(std::string_view region, std::string_view place) {
  if (region.empty() || place.empty()) return true;
  return place.starts_with(region) &&
         (place.size() == region.size() || place[region.size()] == '-');
}

bool holds(const CodeTable& table, std::optional<std::chrono::sys_days> day) {
  const CodeValidity validity = table.validity();
  return day ? validity.covers(*day) : !validity.from && !validity.to;
}

// Whether `one` counts before `other`, which was added earlier.
bool before(const CodeTable& one, const CodeTable& other) {
  if (one.region().size() != other.region().size()) {
    return one.region().size() > other.region().size();
  }
  if (one.publisher() != other.publisher()) return false;
  const auto from = one.validity().from;
  return from && (!other.validity().from || *from > *other.validity().from);
}

}  // namespace

bool CodeTables::has(CodeSystem system) const {
  return std::any_of(tables_.begin(), tables_.end(),
                     [&](const CodeTable& table) { return table.system() == system; });
}

const CodeTable* CodeTables::in_force(CodeSystem system, std::optional<std::chrono::sys_days> day,
                                      std::string_view region) const {
  const CodeTable* best = nullptr;
  for (const CodeTable& table : tables_) {
    if (table.system() != system || !covers(table.region(), region) || !holds(table, day)) continue;
    if (best == nullptr || before(table, *best)) best = &table;
  }
  return best;
}

}  // namespace emrlint

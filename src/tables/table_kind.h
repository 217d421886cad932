// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_TABLE_KIND_H_
#define EMRLINT_TABLES_TABLE_KIND_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace emrlint {

// A table that [tables] of emrlint.toml can name.
enum class TableKind : std::uint8_t {
  kCalendar,
  kSurgeryLevels,
  kSurgeonAuthorisations,
  kRestrictedTechnologies,
  kNewTechnologies,
  kAntibiotics,
  kDrugClasses,
  kCriticalLimits,
  kStaff,
  kBoilerplate,
  kCount,
};
inline constexpr std::size_t kTableCount = static_cast<std::size_t>(TableKind::kCount);

std::string_view id(TableKind kind);  // "surgery-levels"
// The ids of all, in order of TableKind.
std::span<const std::string_view> table_ids();

}  // namespace emrlint

#endif  // EMRLINT_TABLES_TABLE_KIND_H_

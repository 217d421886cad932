// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_limits.h"

#include "check/coding_edition.h"
#include "terminology/sex_limited.h"

namespace emrlint::checks {
namespace {

template <typename Limits>
std::optional<CodeEntry> entry_where(const Chart& chart, const Report& report, CodeSystem system,
                                     std::string_view code, Limits limits) {
  const CodeTable* const table = coding_edition(chart, report, system);
  if (table == nullptr || !limits(*table)) return std::nullopt;
  return table->find(code);
}

}  // namespace

Sex sex_limit(const Chart& chart, const Report& report, CodeSystem system, std::string_view code) {
  const auto entry = entry_where(chart, report, system, code,
                                 [](const CodeTable& table) { return table.limits_sex(); });
  if (entry) return entry->sex();
  return system == CodeSystem::kIcd9Cm3 ? sex_of_procedure(code) : sex_of_diagnosis(system, code);
}

std::optional<CodeEntry> age_limited(const Chart& chart, const Report& report, CodeSystem system,
                                     std::string_view code) {
  return entry_where(chart, report, system, code,
                     [](const CodeTable& table) { return table.limits_ages(); });
}

std::optional<CodeEntry> marked(const Chart& chart, const Report& report, CodeSystem system,
                                std::string_view code, CodeEdit edit) {
  return entry_where(chart, report, system, code,
                     [&](const CodeTable& table) { return table.marks(edit); });
}

}  // namespace emrlint::checks

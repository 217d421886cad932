// SPDX-License-Identifier: Apache-2.0
#include "model/section_types.h"

#include <algorithm>
#include <array>

namespace emrlint {
namespace {

struct Row {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Row, kSectionTypeCount> kRows = {{
#define EMRLINT_SECTION(enumerator, id, zh, en) {id, zh, en},
#include "model/section_types.def"
#undef EMRLINT_SECTION
}};

static_assert(kSectionTypeCount < 255);

constexpr std::size_t index_of(SectionType type) { return static_cast<std::size_t>(type); }

consteval auto types_by_id() {
  std::array<SectionType, kSectionTypeCount> types{};
  for (std::size_t i = 0; i < types.size(); ++i) types[i] = static_cast<SectionType>(i);
  std::sort(types.begin(), types.end(), [](SectionType a, SectionType b) {
    return kRows[index_of(a)].id < kRows[index_of(b)].id;
  });
  return types;
}

constexpr auto kById = types_by_id();

consteval bool ids_are_unique() {
  for (std::size_t i = 1; i < kById.size(); ++i) {
    if (kRows[index_of(kById[i - 1])].id == kRows[index_of(kById[i])].id) return false;
  }
  return true;
}

static_assert(ids_are_unique());

}  // namespace

std::string_view id(SectionType type) { return kRows[index_of(type)].id; }

std::string_view name(SectionType type, Lang lang) {
  const Row& row = kRows[index_of(type)];
  return lang == Lang::kZh ? row.zh : row.en;
}

std::optional<SectionType> section_type_from_id(std::string_view id) {
  const auto found = std::lower_bound(
      kById.begin(), kById.end(), id,
      [](SectionType type, std::string_view wanted) { return kRows[index_of(type)].id < wanted; });
  if (found == kById.end() || kRows[index_of(*found)].id != id) return std::nullopt;
  if (*found == SectionType::kUnknown) return std::nullopt;
  return *found;
}

}  // namespace emrlint

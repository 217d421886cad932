// SPDX-License-Identifier: Apache-2.0
#include "model/section_types.h"

#include <array>

#include "model/enum_table.h"

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

constexpr std::size_t index_of(SectionType type) { return static_cast<std::size_t>(type); }

constexpr auto kById = order_of_ids(kRows);
static_assert(ids_are_unique(kRows));

}  // namespace

std::string_view id(SectionType type) { return kRows[index_of(type)].id; }

std::string_view name(SectionType type, Lang lang) {
  const Row& row = kRows[index_of(type)];
  return lang == Lang::kZh ? row.zh : row.en;
}

std::optional<SectionType> section_type_from_id(std::string_view id) {
  return id_found<SectionType>(kRows, kById, id);
}

}  // namespace emrlint

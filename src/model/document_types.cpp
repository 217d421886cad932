// SPDX-License-Identifier: Apache-2.0
#include "model/document_types.h"

#include <algorithm>
#include <array>

namespace emrlint {
namespace {

struct Row {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
  std::uint8_t wst;
};

constexpr std::array<Row, kDocTypeCount> kRows = {{
#define EMRLINT_DOC_TYPE(enumerator, id, wst, zh, en) {id, zh, en, wst},
#include "model/document_types.def"
#undef EMRLINT_DOC_TYPE
}};

static_assert(kDocTypeCount < 255);

constexpr std::size_t index_of(DocType type) { return static_cast<std::size_t>(type); }

consteval auto types_by_id() {
  std::array<DocType, kDocTypeCount> types{};
  for (std::size_t i = 0; i < types.size(); ++i) types[i] = static_cast<DocType>(i);
  std::sort(types.begin(), types.end(),
            [](DocType a, DocType b) { return kRows[index_of(a)].id < kRows[index_of(b)].id; });
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

std::string_view id(DocType type) { return kRows[index_of(type)].id; }

std::string_view name(DocType type, Lang lang) {
  const Row& row = kRows[index_of(type)];
  return lang == Lang::kZh ? row.zh : row.en;
}

int wst_number(DocType type) { return kRows[index_of(type)].wst; }

std::optional<DocType> doc_type_from_id(std::string_view id) {
  const auto found = std::lower_bound(
      kById.begin(), kById.end(), id,
      [](DocType type, std::string_view wanted) { return kRows[index_of(type)].id < wanted; });
  if (found == kById.end() || kRows[index_of(*found)].id != id) return std::nullopt;
  if (*found == DocType::kUnknown) return std::nullopt;
  return *found;
}

}  // namespace emrlint

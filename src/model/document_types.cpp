// SPDX-License-Identifier: Apache-2.0
#include "model/document_types.h"

#include <array>

#include "model/enum_table.h"

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

constexpr std::size_t index_of(DocType type) { return static_cast<std::size_t>(type); }

constexpr auto kById = order_of_ids(kRows);
static_assert(ids_are_unique(kRows));

}  // namespace

std::string_view id(DocType type) { return kRows[index_of(type)].id; }

std::string_view name(DocType type, Lang lang) {
  const Row& row = kRows[index_of(type)];
  return lang == Lang::kZh ? row.zh : row.en;
}

int wst_number(DocType type) { return kRows[index_of(type)].wst; }

std::optional<DocType> doc_type_from_id(std::string_view id) {
  return id_found<DocType>(kRows, kById, id);
}

}  // namespace emrlint

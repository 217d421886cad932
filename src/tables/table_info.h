// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_TABLE_INFO_H_
#define EMRLINT_TABLES_TABLE_INFO_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "base/lang.h"
#include "tables/table_kind.h"

namespace emrlint {

enum class CellKind : std::uint8_t {
  kText,
  kList,   // Texts with | ; ； or 、 between them.
  kDay,    // 2024-01-31, 2024/1/31, 2024年1月31日, 20240131
  kWhole,  // A number without a fraction.
  kNumber,
  kChoice,  // One of `choices`.
};

// A column of a table. Its heading is either name.
struct Column {
  std::string_view id;
  std::string_view zh;
  Bilingual text;  // What stands in it.
  CellKind kind = CellKind::kText;
  bool required = false;   // No cell of it is blank.
  bool key = false;        // Two rows with the same keys are one too many.
  std::uint8_t group = 0;  // Of the columns of a group (not 0) a row fills one or more.
  std::span<const std::string_view> choices = {};  // Each a list "special|特殊使用级|特殊".
};

struct TableInfo {
  std::string_view id;
  Bilingual title;
  Bilingual text;  // What it is for.
  std::span<const Column> columns;
};

const TableInfo& table_info(TableKind kind);

}  // namespace emrlint

#endif  // EMRLINT_TABLES_TABLE_INFO_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_COLUMNS_H_
#define EMRLINT_CODES_COLUMNS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "codes/sheet.h"

namespace emrlint {

// What a column of a code list holds.
enum class CodeColumn : std::uint8_t {
  kCode,
  kName,  // In either language.
  kNameEn,
  kSynonyms,
  kLink,  // The code that is written beside it: 附加编码
  kParent,
  kBillable,
  kSex,
  kAgeFrom,
  kAgeTo,
  kValidFrom,
  kValidTo,
  kCategory,  // The code above, 类目, and its name, on each row; the same for 亚目.
  kCategoryName,
  kSubcategory,
  kSubcategoryName,
  kEditType,  // Of the Medicare Code Editor, and which system a code is of.
  kEditSystem,
  kCount,
};
inline constexpr std::size_t kCodeColumnCount = static_cast<std::size_t>(CodeColumn::kCount);

// The ids that --columns takes.
std::span<const std::string_view> code_column_ids();

// Which columns of a sheet hold what, and where the rows begin.
struct ColumnMap {
  std::array<std::vector<std::size_t>, kCodeColumnCount> places;  // Indices of cells.
  std::size_t first_row = 0;

  bool has(CodeColumn column) const { return !places[static_cast<std::size_t>(column)].empty(); }
  const SheetCell* cell(std::span<const SheetCell> row, CodeColumn column) const;
};

using ColumnChoices = std::vector<std::pair<std::string, std::string>>;

// By the headings, which stand in one of the first rows.
std::optional<ColumnMap> columns_by_heading(const Sheet& sheet);
// As the user says; an error names what is not there.
Result<ColumnMap> columns_by_choice(const Sheet& sheet, const ColumnChoices& choices);

}  // namespace emrlint

#endif  // EMRLINT_CODES_COLUMNS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TABLES_CELL_VALUE_H_
#define EMRLINT_TABLES_CELL_VALUE_H_

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "tables/table_info.h"

namespace emrlint {

// What the text of a cell means; empty when it is nothing of the kind.
std::optional<std::chrono::sys_days> cell_day(std::string_view text);
std::optional<double> cell_number(std::string_view text);
std::optional<int> cell_whole(std::string_view text);
std::optional<int> cell_choice(std::string_view text, std::span<const std::string_view> choices);
std::vector<std::string_view> cell_list(std::string_view text);

bool fits(const Column& column, std::string_view text);
// "a date such as 2024-01-31", "one of male, female": what the column asks for.
std::string expected(const Column& column, Lang lang);

}  // namespace emrlint

#endif  // EMRLINT_TABLES_CELL_VALUE_H_

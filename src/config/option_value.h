// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CONFIG_OPTION_VALUE_H_
#define EMRLINT_CONFIG_OPTION_VALUE_H_

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "check/option.h"
#include "rule/table_reader.h"

namespace emrlint {

// The value of an option as the configuration writes it, of the type of its declaration; an error
// in `table` and nothing otherwise. Texts are kept in `texts`.
std::optional<OptionValue> read_option_value(TableReader& table, const OptionInfo& option,
                                             const TomlValue& value,
                                             std::deque<std::string>& texts);

// As TOML: true, 3, "24h", ["a", "b"].
std::string to_toml(const OptionValue& value);
std::string quoted_toml(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_CONFIG_OPTION_VALUE_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_TERMINAL_H_
#define EMRLINT_CLI_TERMINAL_H_

#include <cstddef>
#include <string_view>

namespace emrlint {

// Whether stdout gets colours for --color auto, always or never. NO_COLOR switches auto off.
bool wants_colour(std::string_view choice);

// The width of the terminal that is stdout, but not more than `most`; `most` where it is none.
std::size_t terminal_columns(std::size_t most);

}  // namespace emrlint

#endif  // EMRLINT_CLI_TERMINAL_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CONFIG_GLOB_H_
#define EMRLINT_CONFIG_GLOB_H_

#include <string_view>

namespace emrlint {

// Whether the whole of `text` matches: '*' stands for any run of bytes, '?' for one character.
bool glob_match(std::string_view pattern, std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_CONFIG_GLOB_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_UTF8_H_
#define EMRLINT_SOURCE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace emrlint {

// Length of the well-formed UTF-8 sequence at the front of `text`, 0 when there is none: no
// overlong forms, no surrogates, nothing above U+10FFFF.
std::size_t utf8_length(std::string_view text);

// Offset of the first byte that is not well-formed UTF-8; text.size() when all is.
std::size_t first_invalid_utf8(std::string_view text);

// Appends a code point; U+FFFD for what is none.
void append_utf8(std::string& out, std::uint32_t code_point);

// How many code points well-formed UTF-8 holds.
std::size_t count_code_points(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_UTF8_H_

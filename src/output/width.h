// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_WIDTH_H_
#define EMRLINT_OUTPUT_WIDTH_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace emrlint {

// Columns that UTF-8 text takes in a terminal: two for Chinese characters and full-width forms,
// none for combining marks, one for all else, also for control and broken bytes.
std::size_t display_width(std::string_view text);

// Bytes of the character that starts at text[0], at least 1 unless the text is empty.
std::size_t character_length(std::string_view text);

// Adds text and a line end, from `column` on; where a line would be wider than `width`, it goes on
// at `indent` in the next one. Chinese may break anywhere, words of Latin script only at blanks.
void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t indent,
                    std::size_t width);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_WIDTH_H_

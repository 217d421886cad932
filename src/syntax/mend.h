// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_MEND_H_
#define EMRLINT_SYNTAX_MEND_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "source/source_file.h"
#include "syntax/text_range.h"

namespace emrlint {

// A half-typed text made sound: what has no place in it gives way to blanks, so that every offset
// stays; what is open at the end is closed behind it.
struct MendedText {
  std::string text;
  TextRange broken;          // The first place that was changed,
  std::uint32_t last = 0;    // and the end of the last one.
  std::uint32_t gaps = 0;    // How many places, about.
  std::uint32_t levels = 0;  // The most elements, objects and arrays that were open at once.
};

// Puts blanks in place of a part, but for the ends of its lines.
void blank_out(std::string& text, std::size_t begin, std::size_t end);

// Of a text with the damage of a few keystrokes: tags and strings without an end, a tag without its
// partner, members without a value, commas too many or missing. Linear. Whether the result is sound
// is for the parser to decide, here and below.
MendedText mend_xml(std::string_view text);
MendedText mend_json(std::string_view text);
inline MendedText mend(std::string_view text, Syntax syntax) {
  return syntax == Syntax::kXml ? mend_xml(text) : mend_json(text);
}

// The same of a text of which these parts give way to begin with, in their order.
MendedText mend_without(std::string_view text, std::span<const TextRange> parts, Syntax syntax);

// The sound text `before`, of which `text` came: what changed is as it was, and what stands around
// it is where it is now, for which blanks behind the change are put in or left out. Empty where
// there are none to leave out. `broken` is what changed; up to `last` things are elsewhere than in
// `text`.
std::optional<MendedText> mend_as_before(std::string_view text, std::string_view before,
                                         Syntax syntax);

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_MEND_H_

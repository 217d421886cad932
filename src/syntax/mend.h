// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_MEND_H_
#define EMRLINT_SYNTAX_MEND_H_

#include <optional>
#include <string>
#include <string_view>

#include "syntax/recover.h"

namespace emrlint {

// A half-typed text made sound: what has no place in it gives way to blanks, so that every offset
// stays; what is open at the end is closed behind it.
struct MendedText {
  std::string text;
  TextRange broken;  // The first place that was changed.
};

// Of a text with the damage of a few keystrokes: tags and strings without an end, a tag without its
// partner, members without a value, commas too many or missing. Linear. Whether the result is sound
// is for the parser to decide; empty where it cannot be.
MendedText mend_xml(std::string_view text);
std::optional<MendedText> mend_json(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_MEND_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_JSON_ERROR_H_
#define EMRLINT_SYNTAX_JSON_ERROR_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "syntax/json.h"

namespace emrlint {

// What the parser knows of an error.
struct JsonFault {
  enum class Kind : std::uint8_t {
    kValue,  // No value where one should be.
    kName,   // No name of a member.
    kColon,
    kObjectEnd,  // Neither a comma nor the end of the object.
    kArrayEnd,
    kFraction,  // No digits behind the point.
    kExponent,
    kAfterRoot,  // More text behind the value.
    kString,     // A string that does not end, or a control character in it.
    kEscape,
    kHex,
    kSurrogate,
    kLimit,
  };
  Kind kind = Kind::kValue;
  std::size_t offset = 0;        // Where it is; of an escape its backslash.
  std::size_t string_begin = 0;  // Of the string read last, after its quote.
  std::uint32_t open = 0;        // Objects and arrays that were begun and not ended.
  bool too_deep = false;         // Of a limit: the depth, not the number of values.
};

// The error as a person needs it: its sentence and its place in `text`, the whole source. Quotes at
// most one character of the text, and none that could be part of a name.
SyntaxError describe(const JsonFault& fault, std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_JSON_ERROR_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_JSON_ERROR_H_
#define EMRLINT_SYNTAX_JSON_ERROR_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <rapidjson/error/error.h>

#include "syntax/json.h"

namespace emrlint {

// What RapidJSON and the tree builder know of an error.
struct JsonFault {
  rapidjson::ParseErrorCode code = rapidjson::kParseErrorNone;
  std::size_t offset = 0;        // As RapidJSON reports it.
  std::size_t string_begin = 0;  // Of the string read last, after its quote.
  std::uint32_t open = 0;        // Objects and arrays that were begun and not ended.
  bool too_deep = false;         // Of a termination: by depth, not by number.
};

// The error as a person needs it: its sentence and its place in `text`, the whole source. Quotes at
// most one character of the text, and none that could be part of a name.
SyntaxError describe(const JsonFault& fault, std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_JSON_ERROR_H_

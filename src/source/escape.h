// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_ESCAPE_H_
#define EMRLINT_SOURCE_ESCAPE_H_

#include <string>
#include <string_view>

#include "source/source_file.h"

namespace emrlint {

// A text as it stands inside a value of a file: with the entities of XML, for elements as well as
// attributes, or the escapes of JSON. Unchanged where the syntax is unknown.
std::string escaped(Syntax syntax, std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_ESCAPE_H_

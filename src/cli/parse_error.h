// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_PARSE_ERROR_H_
#define EMRLINT_CLI_PARSE_ERROR_H_

#include <CLI/Error.hpp>

#include "base/result.h"

namespace emrlint {

// What CLI11 has against the command line, in both languages, with the word that was probably
// meant. Its own sentences are English and tell no more than the place.
Error explain_parse_error(const CLI::ParseError& error);

}  // namespace emrlint

#endif  // EMRLINT_CLI_PARSE_ERROR_H_

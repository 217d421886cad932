// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_KEY_FILE_H_
#define EMRLINT_CLI_KEY_FILE_H_

#include <optional>
#include <string>

#include "base/result.h"

namespace emrlint {

// The secret in a file, without the line end behind it. One that could be guessed, of fewer than 16
// bytes, is an error.
Result<std::string> read_key_file(const std::string& path);

// Makes a file of a new secret, for its owner's eyes only.
std::optional<Error> write_new_key(const std::string& path);

}  // namespace emrlint

#endif  // EMRLINT_CLI_KEY_FILE_H_

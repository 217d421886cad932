// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_FILES_H_
#define EMRLINT_CLI_FILES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emrlint {

// The bytes of a small file: configuration, rules, fixtures.
Result<std::string> read_small_file(const std::string& path);

// Writes a file whole; why it could not be, if so.
std::optional<Error> write_small_file(const std::string& path, std::string_view text);

// The files below a folder whose names end with `ending`, sorted; a file is itself.
Result<std::vector<std::string>> files_below(const std::string& path, std::string_view ending);

}  // namespace emrlint

#endif  // EMRLINT_CLI_FILES_H_

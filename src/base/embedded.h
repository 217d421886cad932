// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_EMBEDDED_H_
#define EMRLINT_BASE_EMBEDDED_H_

#include <span>
#include <string_view>
#include <vector>

namespace emrlint {

// A data file that the build put into the program: cmake/embed.cmake says which. Not a way to read
// files at run time, and not where a hospital's own files come from.
struct EmbeddedFile {
  std::string_view path;  // from the root of the repository, '/' between the parts
  std::string_view text;  // the bytes as they are in the repository, without a final NUL
};

// All embedded files, sorted by path in byte order. Valid for the whole run; thread-safe.
std::span<const EmbeddedFile> embedded_files();

// The embedded file with exactly this path, or nullptr when there is none.
const EmbeddedFile* find_embedded_file(std::string_view path);

// The TOML file of that name in a folder such as "checks/sheets/", or nullptr.
const EmbeddedFile* find_embedded_toml(std::string_view folder, std::string_view name);

// The names of the TOML files of a folder: "cn-national" of "checks/profiles/cn-national.toml".
std::vector<std::string_view> embedded_toml_names(std::string_view folder);

}  // namespace emrlint

#endif  // EMRLINT_BASE_EMBEDDED_H_

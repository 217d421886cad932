// SPDX-License-Identifier: Apache-2.0
#include "base/embedded.h"

#include <algorithm>
#include <string>

namespace emrlint {
namespace {

constexpr std::string_view kToml = ".toml";

}  // namespace

const EmbeddedFile* find_embedded_file(std::string_view path) {
  const std::span<const EmbeddedFile> files = embedded_files();
  const auto found = std::lower_bound(
      files.begin(), files.end(), path,
      [](const EmbeddedFile& file, std::string_view wanted) { return file.path < wanted; });
  return found != files.end() && found->path == path ? &*found : nullptr;
}

const EmbeddedFile* find_embedded_toml(std::string_view folder, std::string_view name) {
  return find_embedded_file(std::string(folder) + std::string(name) + std::string(kToml));
}

std::vector<std::string_view> embedded_toml_names(std::string_view folder) {
  std::vector<std::string_view> names;
  for (const EmbeddedFile& file : embedded_files()) {
    std::string_view name = file.path;
    if (!name.starts_with(folder) || !name.ends_with(kToml)) continue;
    name.remove_prefix(folder.size());
    name.remove_suffix(kToml.size());
    names.push_back(name);
  }
  return names;
}

}  // namespace emrlint

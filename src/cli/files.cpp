// SPDX-License-Identifier: Apache-2.0
#include "cli/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace emrlint {
namespace {

Error unreadable(const std::string& path) {
  return {"无法读取 " + path, "cannot read " + path, {}};
}

}  // namespace

Result<std::string> read_small_file(const std::string& path) {
  std::error_code error;
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path, error)) return unreadable(path);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  if (in.bad()) return unreadable(path);
  return text;
}

std::optional<Error> write_small_file(const std::string& path, std::string_view text) {
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (!out) return Error{"无法写入 " + path, "cannot write " + path, {}};
  return std::nullopt;
}

Result<std::vector<std::string>> files_below(const std::string& path, std::string_view ending) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::exists(path, error)) return Error{"没有 " + path, "there is no " + path, {}};
  if (!fs::is_directory(path, error)) return std::vector<std::string>{path};
  std::vector<std::string> found;
  for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
       it.increment(error)) {
    std::string name = it->path().generic_string();
    if (name.ends_with(ending) && it->is_regular_file(error)) found.push_back(std::move(name));
  }
  if (error) return unreadable(path);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "base/embedded.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace emrlint {
namespace {

std::string bytes_of(std::string_view path) {
  std::ifstream stream{std::string(path), std::ios::binary};
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_CASE("embedded files are the files of the repository, byte for byte") {
  for (const EmbeddedFile& file : embedded_files()) {
    CAPTURE(file.path);
    CHECK(bytes_of(file.path) == file.text);
  }
}

TEST_CASE("embedded files are sorted, so that one can be found") {
  const auto files = embedded_files();
  CHECK(std::is_sorted(files.begin(), files.end(),
                       [](const auto& a, const auto& b) { return a.path < b.path; }));
  for (const EmbeddedFile& file : files) CHECK(find_embedded_file(file.path) == &file);
}

TEST_CASE("a path that is not embedded is not found") {
  CHECK(find_embedded_file("") == nullptr);
  CHECK(find_embedded_file("checks/no-such-file.toml") == nullptr);
}

}  // namespace
}  // namespace emrlint

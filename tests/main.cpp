// SPDX-License-Identifier: Apache-2.0
// Runs all unit tests in the root of the repository, wherever it was started from, or in the folder
// that EMRLINT_TEST_ROOT names.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

int main(int argc, char** argv) {
  const char* const root = std::getenv("EMRLINT_TEST_ROOT");
  std::filesystem::current_path(root != nullptr ? root : EMRLINT_SOURCE_DIR);
  return doctest::Context(argc, argv).run();
}

// SPDX-License-Identifier: Apache-2.0
// Runs all unit tests in the root of the repository, wherever it was started from.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <filesystem>

int main(int argc, char** argv) {
  std::filesystem::current_path(EMRLINT_SOURCE_DIR);
  return doctest::Context(argc, argv).run();
}

// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/app.h"

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return emrlint::run_program(arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "emrlint: %s\n", error.what());
    return 3;
  }
}

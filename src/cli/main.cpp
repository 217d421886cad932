// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/app.h"

int main(int argc, char** argv) {
  // A run frees a chart and takes the next: memory that went back to the system in between would
  // have to be mapped and cleared anew for each of them.
  constexpr int kKept = 16 * 1024 * 1024;
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_MMAP_THRESHOLD, kKept);
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return emrlint::run_program(arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "emrlint: %s\n", error.what());
    return 3;
  }
}

// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "base/version.h"

int main() {
  std::printf("emrlint %.*s\n", static_cast<int>(emrlint::kVersion.size()),
              emrlint::kVersion.data());
  return 0;
}

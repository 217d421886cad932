// SPDX-License-Identifier: Apache-2.0
// A plug-in of an interface that does not exist.
#include "check/plugin.h"

extern "C" const emrlint::Plugin* emrlint_plugin() {
  static const emrlint::Plugin plugin{99, 0, 1, nullptr};
  return &plugin;
}

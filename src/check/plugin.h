// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_PLUGIN_H_
#define EMRLINT_CHECK_PLUGIN_H_

#include <cstdint>
#include <iterator>

#include "check/check.h"
#include "check/fact.h"
#include "check/report.h"

// A plug-in is a shared library with checks of its own. It is compiled with the headers of the
// program that loads it, links none of its libraries, and ends with
//
//   EMRLINT_PLUGIN(checks)   where `checks` is an array of const emrlint::Check*
//
// See docs/examples/plugin. The program takes every symbol that a check needs from itself.
namespace emrlint {

// Rises whenever a plug-in that was compiled before can no longer be loaded.
inline constexpr std::uint32_t kPluginAbi = 3;

// The sizes of what a plug-in and the program share: differs when the headers or the standard
// library do, also where nobody thought of raising kPluginAbi.
inline constexpr std::uint32_t kPluginLayout = static_cast<std::uint32_t>(
    ((((sizeof(Chart) * 31 + sizeof(Document)) * 31 + sizeof(Surgery)) * 31 + sizeof(Outcome)) *
         31 +
     sizeof(Check)) *
        31 +
    sizeof(Options) + sizeof(Report) + sizeof(Fact));

// What the exported function answers. The first two members never move.
struct Plugin {
  std::uint32_t abi;
  std::uint32_t layout;
  std::uint32_t count;
  const Check* const* checks;
};

using PluginFunction = const Plugin* (*)();
inline constexpr char kPluginFunctionName[] = "emrlint_plugin";

}  // namespace emrlint

#define EMRLINT_PLUGIN(list)                                                                  \
  extern "C" __attribute__((visibility("default"))) const emrlint::Plugin* emrlint_plugin() { \
    static const emrlint::Plugin plugin{emrlint::kPluginAbi, emrlint::kPluginLayout,          \
                                        static_cast<std::uint32_t>(std::size(list)), list};   \
    return &plugin;                                                                           \
  }

#endif  // EMRLINT_CHECK_PLUGIN_H_

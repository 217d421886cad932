// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_ISOLATED_H_
#define EMRLINT_ENGINE_ISOLATED_H_

#include <exception>
#include <optional>
#include <string>

namespace emrlint {

// Runs logic of a check: what went wrong inside it, or nothing.
template <typename Logic>
std::optional<std::string> isolated(const Logic& logic) {
  try {
    logic();
    return std::nullopt;
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "an exception of unknown type";
  }
}

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_ISOLATED_H_

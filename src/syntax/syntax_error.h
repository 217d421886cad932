// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_SYNTAX_ERROR_H_
#define EMRLINT_SYNTAX_SYNTAX_ERROR_H_

#include <cstdint>
#include <string>

namespace emrlint {

// Where a text stops being XML or JSON, and why.
struct SyntaxError {
  std::uint32_t offset = 0;
  std::string zh, en;
  bool limit = false;  // The text may be right, but is nested too deeply or too large.
};

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_SYNTAX_ERROR_H_

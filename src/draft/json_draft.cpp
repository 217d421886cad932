// SPDX-License-Identifier: Apache-2.0
#include "draft/json_draft.h"

#include <cstddef>

namespace emrlint::draft {

std::string compact(std::string_view json) {
  std::string out;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!quoted && (c == ' ' || c == '\t' || c == '\r' || c == '\n')) continue;
    if (c == '"') quoted = !quoted;
    out += c;
    if (c == '\\' && i + 1 < json.size()) out += json[++i];
  }
  return out;
}

}  // namespace emrlint::draft

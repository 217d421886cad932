// SPDX-License-Identifier: Apache-2.0
#include "reader/batch.h"

namespace emrlint {

std::string_view id(Problem::Kind kind) {
  switch (kind) {
    case Problem::Kind::kUnreadable:
      break;
    case Problem::Kind::kIncomplete:
      return "incomplete";
    case Problem::Kind::kNotARecord:
      return "not-a-record";
    case Problem::Kind::kLimit:
      return "limit";
  }
  return "unreadable";
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_INSERTION_H_
#define EMRLINT_DRAFT_INSERTION_H_

#include <cstdint>
#include <string>

namespace emrlint::draft {

// Text that goes into a file at an offset.
struct Insertion {
  std::uint32_t at = 0;
  std::string text;
  std::uint32_t replaces = 0;  // Bytes behind the offset that give way to it: blanks, or a null.
};

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_INSERTION_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_FILE_PLACE_H_
#define EMRLINT_LSP_FILE_PLACE_H_

#include <cstddef>
#include <cstdint>

#include "lsp/text_buffer.h"

namespace emrlint::lsp {

// Bytes [begin, end) of the text of a file of a folder.
struct FilePlace {
  std::uint32_t file = 0;
  std::uint32_t begin = 0, end = 0;

  bool holds(std::size_t offset) const { return begin <= offset && offset <= end; }
  bool meets(std::size_t from, std::size_t to) const { return begin <= to && from <= end; }
};

// Where a place stands after an edit of its file.
struct MovedPlace {
  FilePlace place;
  bool touched = false;  // Something in it was edited: it holds that too.
};
MovedPlace moved(FilePlace place, const TextEdit& edit);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_FILE_PLACE_H_

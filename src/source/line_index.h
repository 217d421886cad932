// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_LINE_INDEX_H_
#define EMRLINT_SOURCE_LINE_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace emrlint {

// Where an offset stands: line and column count from 1, the column in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// Lines and columns of one text, which is handed in with each question, the same each time. Knows
// the counts before each block of 4 kB, as far as it was asked, and counts the rest each time:
// lines may be two bytes long, as in indented JSON, or as long as the file. For one thread.
class LineIndex {
 public:
  Position position(std::string_view text, std::size_t offset) const;
  // The first byte of the line that holds the offset.
  std::size_t line_begin(std::string_view text, std::size_t offset) const;
  // The line end behind the offset, or the end of the text.
  std::size_t line_end(std::string_view text, std::size_t offset) const;

 private:
  // What is before a block.
  struct Block {
    std::uint32_t lines = 0;       // Line ends.
    std::uint32_t points = 0;      // Code points.
    std::uint32_t line_begin = 0;  // The first byte of the line in which the block begins.
  };

  // Goes on counting up to the block of the offset; that block.
  const Block& reach(std::string_view text, std::size_t offset) const;
  std::uint32_t points_before(std::string_view text, std::size_t offset) const;

  mutable std::vector<Block> blocks_;
};

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_LINE_INDEX_H_

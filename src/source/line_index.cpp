// SPDX-License-Identifier: Apache-2.0
#include "source/line_index.h"

#include <algorithm>

#include "source/scan.h"
#include "source/utf8.h"

namespace emrlint {
namespace {

constexpr std::size_t kBlock = 4096;

std::uint32_t count_line_ends(std::string_view text) {
  return static_cast<std::uint32_t>(count_bytes(text, [](char c) { return c == '\n'; }));
}

std::uint32_t count_points(std::string_view text) {
  return static_cast<std::uint32_t>(count_code_points(text));
}

}  // namespace

const LineIndex::Block& LineIndex::reach(std::string_view text, std::size_t offset) const {
  if (blocks_.empty()) blocks_.emplace_back();
  while (blocks_.size() <= offset / kBlock) {
    Block before = blocks_.back();
    const std::size_t at = (blocks_.size() - 1) * kBlock;
    const std::string_view block = text.substr(at, kBlock);
    const std::size_t last = block.rfind('\n');
    if (last != block.npos) before.line_begin = static_cast<std::uint32_t>(at + last + 1);
    before.lines += count_line_ends(block);
    before.points += count_points(block);
    blocks_.push_back(before);
  }
  return blocks_[offset / kBlock];
}

std::size_t LineIndex::line_begin(std::string_view text, std::size_t offset) const {
  const std::size_t from = offset / kBlock * kBlock;
  const std::size_t last = text.substr(from, offset - from).rfind('\n');
  return last == text.npos ? reach(text, offset).line_begin : from + last + 1;
}

std::size_t LineIndex::line_end(std::string_view text, std::size_t offset) const {
  const std::size_t block = offset / kBlock;
  const std::size_t near = text.substr(0, (block + 1) * kBlock).find('\n', offset);
  if (near != text.npos) return near;
  // The line goes on to the first block with more line ends before the next one.
  reach(text, text.size());
  if (block + 1 >= blocks_.size()) return text.size();
  const std::uint32_t lines = blocks_[block + 1].lines;
  const auto behind = std::upper_bound(
      blocks_.begin(), blocks_.end(), lines,
      [](std::uint32_t wanted, const Block& candidate) { return wanted < candidate.lines; });
  const auto from = static_cast<std::size_t>(behind - blocks_.begin() - 1) * kBlock;
  return std::min(text.find('\n', from), text.size());
}

std::uint32_t LineIndex::points_before(std::string_view text, std::size_t offset) const {
  const std::size_t from = offset / kBlock * kBlock;
  return reach(text, offset).points + count_points(text.substr(from, offset - from));
}

Position LineIndex::position(std::string_view text, std::size_t offset) const {
  const std::size_t from = offset / kBlock * kBlock;
  const std::size_t line = line_begin(text, offset);
  const std::uint32_t before =
      reach(text, offset).lines + count_line_ends(text.substr(from, offset - from));
  // Most lines are short: counted as a whole, not from the blocks on both sides.
  const std::uint32_t column = offset - line < kBlock
                                   ? count_points(text.substr(line, offset - line))
                                   : points_before(text, offset) - points_before(text, line);
  return {before + 1, column + 1};
}

}  // namespace emrlint

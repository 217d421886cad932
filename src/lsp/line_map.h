// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_LINE_MAP_H_
#define EMRLINT_LSP_LINE_MAP_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace emrlint::lsp {

// What a character of a position counts: bytes, 16-bit units or code points.
enum class PositionEncoding : std::uint8_t { kUtf8, kUtf16, kUtf32 };

std::string_view id(PositionEncoding encoding);  // "utf-16"

// A position as the protocol has it: line and character count from 0.
struct TextPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

// Where the lines of one text begin, and what its characters count. The text, valid UTF-8, is
// handed in with each question, the same as last. Lines end with LF, CR LF or CR. A line may be as
// long as the file: what is before each block of 4 kB is counted once. For one thread.
class LineMap {
 public:
  LineMap() = default;
  explicit LineMap(std::string_view text);

  // The bytes [begin, end) gave way to `inserted`; `text` is the text since then.
  void replace(std::string_view text, std::size_t begin, std::size_t end,
               std::string_view inserted);

  std::size_t lines() const { return starts_.size(); }
  // A position in the middle of a character is the front of it, one behind a line is its end.
  std::size_t offset(std::string_view text, TextPosition position, PositionEncoding encoding) const;
  TextPosition position(std::string_view text, std::size_t offset, PositionEncoding encoding) const;

 private:
  void build(std::string_view text);
  void add_returns(std::string_view text, std::size_t begin, std::size_t end);
  std::size_t line_end(std::string_view text, std::size_t line) const;
  std::size_t units(std::string_view text, std::size_t begin, std::size_t end,
                    PositionEncoding encoding) const;
  std::uint32_t units_before(std::string_view text, std::size_t offset,
                             PositionEncoding encoding) const;

  std::vector<std::uint32_t> starts_{0};
  bool returns_ = false;  // There are carriage returns.
  // Units before each block, as far as counted, in one encoding.
  mutable std::vector<std::uint32_t> before_block_;
  mutable PositionEncoding counted_ = PositionEncoding::kUtf16;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_LINE_MAP_H_

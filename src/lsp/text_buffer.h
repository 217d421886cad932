// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_TEXT_BUFFER_H_
#define EMRLINT_LSP_TEXT_BUFFER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/line_map.h"

namespace emrlint::lsp {

struct TextRange {
  TextPosition start, end;

  friend bool operator==(const TextRange&, const TextRange&) = default;
};

// The bytes [begin, end) of a text gave way to `size` others.
struct TextEdit {
  std::size_t begin = 0, end = 0, size = 0;
};

// The text of an open document: what the client sees, whatever lies on disk. Always valid UTF-8,
// whatever its XML declaration says.
class TextBuffer {
 public:
  explicit TextBuffer(std::string text);

  const std::string& text() const { return text_; }
  const LineMap& lines() const { return lines_; }

  // Puts `text` in place of the range, in place of everything without one. A range that ends
  // before it starts is taken the other way round. Says what changed, without a range at least.
  TextEdit replace(const std::optional<TextRange>& range, std::string text,
                   PositionEncoding encoding);

  std::size_t offset(TextPosition position, PositionEncoding encoding) const {
    return lines_.offset(text_, position, encoding);
  }

 private:
  std::string text_;
  LineMap lines_;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_TEXT_BUFFER_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_SOURCE_FILE_H_
#define EMRLINT_SOURCE_SOURCE_FILE_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace emrlint {

enum class Encoding : std::uint8_t { kUtf8, kUtf16Le, kUtf16Be, kGb18030 };

// What the text of a file is written in; decides how escapes inside a value are walked.
enum class Syntax : std::uint8_t { kUnknown, kXml, kJson };

// Where an offset stands: line and column count from 1, the column in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// The text of one input, owned for as long as anything points into it. All spans are byte offsets
// of text(), which is UTF-8 without a byte order mark, whatever the file was written in.
class SourceFile {
 public:
  // `text` is UTF-8 already; `first_line` is the line of its first byte in the file on disk
  // (an NDJSON line is a file of its own here).
  SourceFile(std::string uri, std::string text, std::uint32_t first_line = 1);

  SourceFile(SourceFile&&) = default;
  SourceFile& operator=(SourceFile&&) = default;

  const std::string& uri() const { return uri_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const {
    return std::string_view(text_).substr(span.begin, span.end - span.begin);
  }
  Encoding encoding() const { return encoding_; }
  void set_encoding(Encoding encoding) { encoding_ = encoding; }
  Syntax syntax() const { return syntax_; }
  void set_syntax(Syntax syntax) { syntax_ = syntax; }
  std::uint32_t first_line() const { return first_line_; }

  // A NUL-terminated copy of text() for a parser that works in place; made on the first call.
  // Views handed out by readers point into it.
  char* parse_buffer();
  std::size_t parse_buffer_size() const { return text_.size(); }

  // Keeps a text that a reader had to put together; the view lives as long as this file.
  std::string_view keep(std::string text);

  // The place of part [from, to) of a decoded value whose source bytes are `value.span`. Walks
  // entities (XML) or escapes (JSON) of the source, so it is exact; linear in the value's length.
  Span part(const Text& value, std::size_t from, std::size_t to) const;

  // Line and column of an offset. The line index is built on the first call, not thread-safe.
  Position position(std::uint32_t offset) const;
  // The whole line around an offset, without its end.
  Span line_at(std::uint32_t offset) const;

 private:
  const std::vector<std::uint32_t>& line_starts() const;

  std::string uri_;
  std::string text_;
  std::vector<char> parse_buffer_;
  std::deque<std::string> kept_;
  mutable std::vector<std::uint32_t> line_starts_;
  std::uint32_t first_line_ = 1;
  Encoding encoding_ = Encoding::kUtf8;
  Syntax syntax_ = Syntax::kUnknown;
};

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_SOURCE_FILE_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_SOURCE_FILE_H_
#define EMRLINT_SOURCE_SOURCE_FILE_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "source/line_index.h"

namespace emrlint {

enum class Encoding : std::uint8_t { kUtf8, kUtf16Le, kUtf16Be, kGb18030 };

// What the text of a file is written in; decides how escapes inside a value are walked.
enum class Syntax : std::uint8_t { kUnknown, kXml, kJson };

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
  // The same for what `source` holds in base64 (an attachment): part() of any view into it gives
  // the groups of four base64 characters that the part came from.
  std::string_view keep_base64(Span source, std::string decoded);

  // The place of part [from, to) of a decoded value whose source bytes are `value.span`. Walks
  // entities, references and line ends (XML) or escapes (JSON) of the source, and the tags between
  // the pieces of a text that was put together, so it is exact; linear in the value's length.
  // Where the value can't be found again in its source, the answer is the whole of value.span.
  Span part(const Text& value, std::size_t from, std::size_t to) const;

  // Line and column of an offset. Counts as far as it is asked, not thread-safe.
  Position position(std::uint32_t offset) const;
  // The whole line around an offset, without its end.
  Span line_at(std::uint32_t offset) const;

  // Byte offset in the input as it was before conversion to UTF-8; not through compression.
  std::uint64_t original_offset(std::uint32_t offset) const;
  // One checkpoint of the conversion: text offset and original offset, in rising order.
  void add_checkpoint(std::uint32_t offset, std::uint64_t original) {
    checkpoints_.push_back({offset, original});
  }

  // Bytes that were no text in the file's encoding; each became U+FFFD. First of them in text().
  std::uint32_t invalid_bytes() const { return invalid_bytes_; }
  std::uint32_t first_invalid() const { return first_invalid_; }
  void set_invalid(std::uint32_t count, std::uint32_t first) {
    invalid_bytes_ = count;
    first_invalid_ = first;
  }

 private:
  struct Base64Text {
    std::string_view decoded;
    Span source;
  };
  struct Checkpoint {
    std::uint32_t offset = 0;
    std::uint64_t original = 0;
  };

  const Base64Text* base64_of(std::string_view view) const;

  std::string uri_;
  std::string text_;
  std::unique_ptr<char[]> parse_buffer_;
  std::deque<std::string> kept_;
  std::vector<Base64Text> base64_;
  std::vector<Checkpoint> checkpoints_;
  LineIndex lines_;
  std::uint32_t first_line_ = 1;
  std::uint32_t invalid_bytes_ = 0;
  std::uint32_t first_invalid_ = 0;
  Encoding encoding_ = Encoding::kUtf8;
  Syntax syntax_ = Syntax::kUnknown;
};

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_SOURCE_FILE_H_

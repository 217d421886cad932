// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_JSON_PARSER_H_
#define EMRLINT_SYNTAX_JSON_PARSER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "source/source_file.h"
#include "syntax/json.h"
#include "syntax/json_error.h"

namespace emrlint {

// A parser of RFC 8259 that decodes strings in place and notes the bytes of every key and value: no
// library tells both ends of them. Why it is our own: docs/adr/0007-json-parser.md. The nodes are
// the stack: while a container is open, its `next` is its parent.
class JsonParser {
 public:
  JsonParser(JsonTree& tree, SourceFile& file, std::uint32_t depth, std::uint32_t nodes)
      : nodes_(tree.nodes_),
        head_(file.parse_buffer()),
        end_(head_ + file.text().size()),
        at_(head_),
        max_depth_(depth),
        max_nodes_(nodes) {}

  // Reads one value with all that is in it. False after an error.
  bool value();
  // Reads the member or item at `offset` into a container that was read before and has `depth` open
  // around its members. Leaves nothing of one with an error.
  bool child(std::uint32_t container, std::uint32_t depth, std::size_t offset);

  // Indentation is most of an indented text, so it is skipped by words.
  void skip_blanks() {
    constexpr std::uint64_t kEightBlanks = 0x2020202020202020u;
    if (static_cast<unsigned char>(*at_) > 0x20) return;
    if (*at_ == '\n' || *at_ == '\r') {
      ++at_;
      while (end_ - at_ >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at_, 8);
        if (word != kEightBlanks) break;
        at_ += 8;
      }
    }
    while (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t') ++at_;
  }
  // Goes to the end of the line that holds `offset` or of the one that is being read.
  void skip_line(std::size_t offset) {
    at_ = std::max(at_, head_ + offset);
    at_ = std::find(at_, end_, '\n');
  }

  bool at_end() const { return at_ == end_; }
  std::size_t offset() const { return static_cast<std::size_t>(at_ - head_); }
  const JsonFault& fault() const { return fault_; }
  bool fail(JsonFault::Kind kind) { return fail(kind, at_); }

  bool open(JsonKind kind);
  void close(std::size_t end);
  // Ends what an error left open.
  void close_broken(std::size_t end, std::uint32_t down_to) {
    for (; depth_ > down_to; close(end)) nodes_[current_].broken = true;
  }

 private:
  bool fail(JsonFault::Kind kind, const char* where) {
    fault_ = {kind, static_cast<std::size_t>(where - head_), string_begin_, depth_,
              depth_ >= max_depth_};
    return false;
  }

  std::uint32_t offset_of(const char* place) const {
    return static_cast<std::uint32_t>(place - head_);
  }
  bool add(JsonKind kind, const char* begin, const char* end, std::size_t size);
  // Each of these stands at its first byte and goes behind its last one.
  bool scalar();
  bool literal(std::string_view word, JsonKind kind);
  bool number();
  bool key();
  bool escape(char*& out);
  bool unicode_escape(char*& out);
  bool decode_rest(char*& out);
  bool text(std::size_t& size);

  std::vector<JsonNode>& nodes_;
  char* head_;
  char* end_;
  char* at_;
  std::uint32_t max_depth_;
  std::uint32_t max_nodes_;
  std::uint32_t depth_ = 0;
  std::uint32_t current_ = 0;  // The innermost open container.
  std::uint32_t key_begin_ = 0;
  std::uint32_t key_end_ = 0;
  std::uint32_t key_size_ = 0;
  std::size_t string_begin_ = 0;
  JsonFault fault_;
};

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_JSON_PARSER_H_

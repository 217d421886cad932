// SPDX-License-Identifier: Apache-2.0
#include "syntax/json_parser.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "source/scan.h"
#include "source/utf8.h"

namespace emrlint {
namespace {

// Measured on FHIR bundles and charts: 20 to 40 bytes of text for each value. Memory that is
// reserved but not needed is never touched.
constexpr std::size_t kBytesPerNode = 20;

bool digit(char c) { return c >= '0' && c <= '9'; }

// The value of four hexadecimal digits; negative if there are not four.
int hex4(const char* at) {
  int value = 0;
  for (int i = 0; i < 4; ++i) {  // Stops at the NUL behind the text at the latest.
    const char c = at[i];
    const char small = static_cast<char>(c | 0x20);
    if (digit(c)) {
      value = value * 16 + (c - '0');
    } else if (small >= 'a' && small <= 'f') {
      value = value * 16 + (small - 'a' + 10);
    } else {
      return -1;
    }
  }
  return value;
}

}  // namespace

[[gnu::always_inline]] inline bool JsonParser::add(JsonKind kind, const char* begin,
                                                   const char* end, std::size_t size) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  if (index >= max_nodes_) return fail(JsonFault::Kind::kLimit, begin);
  if (depth_ > 0) {
    JsonNode& parent = nodes_[current_];
    if (parent.size != 0) nodes_[parent.size].next = index;
    parent.size = index;
  }
  nodes_.push_back({key_begin_, key_end_, key_size_, offset_of(begin), offset_of(end),
                    static_cast<std::uint32_t>(size), 0, kind, false});
  return true;
}

bool JsonParser::open(JsonKind kind) {
  if (depth_ >= max_depth_) return fail(JsonFault::Kind::kLimit);
  if (!add(kind, at_, at_, 0)) return false;
  const auto index = static_cast<std::uint32_t>(nodes_.size() - 1);
  nodes_[index].next = current_;
  current_ = index;
  ++depth_;
  key_begin_ = key_end_ = key_size_ = 0;
  return true;
}

void JsonParser::close(std::size_t end) {
  JsonNode& node = nodes_[current_];
  node.end = static_cast<std::uint32_t>(end);
  current_ = node.next;
  node.next = 0;
  --depth_;
  key_begin_ = key_end_ = key_size_ = 0;
}

bool JsonParser::unicode_escape(char*& out) {
  const char* const begin = at_;
  int code = hex4(at_ + 2);
  if (code < 0) return fail(JsonFault::Kind::kHex, begin);
  at_ += 6;
  if (code >= 0xD800 && code <= 0xDFFF) {
    const bool pair = code < 0xDC00 && at_[0] == '\\' && at_[1] == 'u';
    const int low = pair ? hex4(at_ + 2) : 0;
    if (low < 0) return fail(JsonFault::Kind::kHex, begin);
    if (low < 0xDC00 || low > 0xDFFF) return fail(JsonFault::Kind::kSurrogate, begin);
    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    at_ += 6;
  }
  std::string bytes;
  append_utf8(bytes, static_cast<std::uint32_t>(code));
  out = std::copy(bytes.begin(), bytes.end(), out);  // Never longer than the escape.
  return true;
}

bool JsonParser::escape(char*& out) {
  constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
  if (at_[1] == 'u') return unicode_escape(out);
  const std::size_t which = at_[1] == '\0' ? kLetters.npos : kLetters.find(at_[1]);
  if (which == kLetters.npos) return fail(JsonFault::Kind::kEscape);
  *out++ = kMeanings[which];
  at_ += 2;
  return true;
}

// The string from its first escape on: what is decoded moves to the front.
bool JsonParser::decode_rest(char*& out) {
  while (*at_ == '\\') {
    if (!escape(out)) return false;
    const auto run = static_cast<std::size_t>(skip_plain_json(at_, end_) - at_);
    std::memmove(out, at_, run);
    out += run;
    at_ += run;
  }
  return true;
}

// A string without its opening quote; `size` is that of the decoded text.
[[gnu::always_inline]] inline bool JsonParser::text(std::size_t& size) {
  const char* const begin = at_;
  string_begin_ = offset();
  at_ += skip_plain_json(at_, end_) - at_;
  char* out = at_;
  if (*at_ == '\\' && !decode_rest(out)) return false;
  if (*at_ != '"') return fail(JsonFault::Kind::kString);
  size = static_cast<std::size_t>(out - begin);
  return true;
}

[[gnu::always_inline]] inline bool JsonParser::key() {
  skip_blanks();
  if (*at_ != '"') return fail(JsonFault::Kind::kName);
  const char* const begin = ++at_;
  std::size_t size = 0;
  if (!text(size)) return false;
  key_begin_ = offset_of(begin);
  key_end_ = offset_of(at_++);
  key_size_ = static_cast<std::uint32_t>(size);
  skip_blanks();
  if (*at_ != ':') return fail(JsonFault::Kind::kColon);
  ++at_;
  return true;
}

bool JsonParser::literal(std::string_view word, JsonKind kind) {
  const char* const begin = at_;
  std::size_t same = 0;
  while (same < word.size() && begin[same] == word[same]) ++same;
  if (same < word.size()) {
    if (begin + same == end_) at_ = end_;  // The text breaks off.
    return fail(JsonFault::Kind::kValue);
  }
  at_ += word.size();
  return add(kind, begin, at_, word.size());
}

bool JsonParser::number() {
  const char* const begin = at_;
  if (*at_ == '-') ++at_;
  if (!digit(*at_)) return fail(JsonFault::Kind::kValue);
  if (*at_++ != '0') {
    while (digit(*at_)) ++at_;
  }
  if (*at_ == '.') {
    if (!digit(*++at_)) return fail(JsonFault::Kind::kFraction);
    while (digit(*at_)) ++at_;
  }
  if (*at_ == 'e' || *at_ == 'E') {
    ++at_;
    if (*at_ == '+' || *at_ == '-') ++at_;
    if (!digit(*at_)) return fail(JsonFault::Kind::kExponent);
    while (digit(*at_)) ++at_;
  }
  return add(JsonKind::kNumber, begin, at_, static_cast<std::size_t>(at_ - begin));
}

[[gnu::always_inline]] inline bool JsonParser::scalar() {
  switch (*at_) {
    case '"': {
      const char* const begin = ++at_;
      std::size_t size = 0;
      if (!text(size)) return false;
      return add(JsonKind::kString, begin, at_++, size);
    }
    case 't':
      return literal("true", JsonKind::kTrue);
    case 'f':
      return literal("false", JsonKind::kFalse);
    case 'n':
      return literal("null", JsonKind::kNull);
    default:
      return number();
  }
}

bool JsonParser::value() {
  const std::uint32_t outside = depth_;
  while (true) {
    skip_blanks();
    if (*at_ == '{' || *at_ == '[') {
      const bool object = *at_ == '{';
      if (!open(object ? JsonKind::kObject : JsonKind::kArray)) return false;
      ++at_;
      skip_blanks();
      if (*at_ != (object ? '}' : ']')) {
        if (object && !key()) return false;
        continue;
      }
      close(offset() + 1);
      ++at_;
    } else if (!scalar()) {
      return false;
    }
    // Behind a value: the ends of all containers that end here, or the next value.
    while (true) {
      if (depth_ == outside) return true;
      const bool object = nodes_[current_].kind == JsonKind::kObject;
      skip_blanks();
      if (*at_ == ',') {
        ++at_;
        if (object && !key()) return false;
        break;
      }
      if (*at_ != (object ? '}' : ']')) {
        return fail(object ? JsonFault::Kind::kObjectEnd : JsonFault::Kind::kArrayEnd);
      }
      close(offset() + 1);
      ++at_;
    }
  }
}

bool JsonParser::child(std::uint32_t container, std::uint32_t depth, std::size_t offset) {
  const std::size_t count = nodes_.size();
  const std::uint32_t last = nodes_[container].size;
  current_ = container;
  depth_ = depth;
  key_begin_ = key_end_ = key_size_ = 0;
  at_ = head_ + offset;
  const bool object = nodes_[container].kind == JsonKind::kObject;
  if ((!object || key()) && value()) return true;
  nodes_.resize(count);
  nodes_[container].size = last;
  if (last != 0) nodes_[last].next = 0;
  return false;
}

JsonTree JsonTree::prepare(SourceFile& file, std::uint32_t file_index, std::uint32_t nodes) {
  JsonTree tree;
  file.set_syntax(Syntax::kJson);
  tree.buffer_ = file.parse_buffer();
  tree.file_ = file_index;
  tree.nodes_.reserve(std::min<std::size_t>(file.text().size() / kBytesPerNode + 8, nodes));
  return tree;
}

JsonTree JsonTree::parse(SourceFile& file, std::uint32_t file_index, std::uint32_t depth,
                         std::uint32_t nodes) {
  JsonTree tree = prepare(file, file_index, nodes);
  JsonParser parser(tree, file, depth, nodes);
  bool good = parser.value();
  if (good) {
    parser.skip_blanks();
    good = parser.at_end() || parser.fail(JsonFault::Kind::kAfterRoot);
  }
  if (good) return tree;
  tree.error_ = describe(parser.fault(), file.text());
  tree.stopped_ = static_cast<std::uint32_t>(parser.offset());
  parser.close_broken(tree.error_->offset, 0);
  return tree;
}

JsonTree JsonTree::parse_lines(SourceFile& file, std::uint32_t file_index, std::uint32_t depth,
                               std::uint32_t nodes) {
  JsonTree tree = prepare(file, file_index, nodes);
  JsonParser parser(tree, file, depth, nodes);
  if (!parser.open(JsonKind::kArray)) return tree;
  while (parser.skip_blanks(), !parser.at_end()) {
    if (parser.value()) continue;
    JsonFault fault = parser.fault();
    --fault.open;  // The array around the lines is not theirs.
    SyntaxError error = describe(fault, file.text());
    parser.close_broken(error.offset, 1);
    parser.skip_line(error.offset);
    const bool out_of_nodes = tree.nodes_.size() >= nodes;
    if (!tree.error_) tree.error_ = std::move(error);
    if (out_of_nodes) break;
  }
  parser.close(file.text().size());
  return tree;
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include <rapidjson/reader.h>

#include "source/scan.h"
#include "syntax/json.h"
#include "syntax/json_error.h"

namespace emrlint {
namespace {

// RapidJSON's in-situ stream, which also tells where the string began and ended that it has just
// decoded: the reader works on copies of the stream and tells its handler only the decoded text.
class PlacedStream {
 public:
  using Ch = char;

  struct Place {
    std::size_t string_begin = 0;
    std::size_t string_end = 0;
  };

  PlacedStream(char* text, std::size_t size, Place* place)
      : src_(text), head_(text), end_(text + size), place_(place) {}

  // Indentation is most of an indented text, so it is skipped by words.
  void skip_blanks() {
    constexpr std::uint64_t kEightBlanks = 0x2020202020202020u;
    char* p = src_;
    if (static_cast<unsigned char>(*p) > 0x20) return;
    if (*p == '\n' || *p == '\r') {
      ++p;
      while (end_ - p >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, p, 8);
        if (word != kEightBlanks) break;
        p += 8;
      }
    }
    while (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t') ++p;
    src_ = p;
  }

  // Goes to the end of the line that holds `offset` or of the one that is being read.
  void skip_line(std::size_t offset) {
    src_ = std::max(src_, head_ + offset);
    const auto left = static_cast<std::size_t>(end_ - src_);
    void* found = std::memchr(src_, '\n', left);
    src_ = found == nullptr ? end_ : static_cast<char*>(found);
  }

  char Peek() const { return *src_; }
  char Take() { return *src_++; }
  std::size_t Tell() const { return static_cast<std::size_t>(src_ - head_); }
  void Put(char c) { *dst_++ = c; }
  // Takes and puts what needs no look, by blocks.
  void copy_plain_run() {
    const auto size = static_cast<std::size_t>(skip_plain_json(src_, end_) - src_);
    if (dst_ != src_) std::memmove(dst_, src_, size);
    dst_ += size;
    src_ += size;
  }
  void Flush() {}
  char* Push(std::size_t count) {
    char* begin = dst_;
    dst_ += count;
    return begin;
  }
  char* PutBegin() {
    place_->string_begin = Tell();
    return dst_ = src_;
  }
  std::size_t PutEnd(const char* begin) {
    place_->string_end = Tell() - 1;
    return static_cast<std::size_t>(dst_ - begin);
  }

 private:
  char* src_;
  char* dst_ = nullptr;
  char* head_;
  char* end_;
  Place* place_;
};

// Text that was found to be UTF-8 before: the reader has only to look for quotes and escapes.
struct CheckedUtf8 : rapidjson::UTF8<> {};

// Found by RapidJSON's reader, which calls it without a namespace, before its own.
// NOLINTNEXTLINE(readability-identifier-naming)
inline void SkipWhitespace(PlacedStream& is) { is.skip_blanks(); }

}  // namespace

// Handler of RapidJSON's events. While a container is open, its `next` is its parent.
class JsonTreeBuilder {
 public:
  using Place = PlacedStream::Place;

  JsonTreeBuilder(JsonTree& tree, const PlacedStream& stream, const Place& place,
                  std::uint32_t depth, std::uint32_t nodes)
      : nodes_(tree.nodes_),
        stream_(stream),
        place_(place),
        max_depth_(std::min(depth, JsonTree::kMostDepth)),
        max_nodes_(nodes) {}

  bool Null() { return literal(JsonKind::kNull, 4); }
  bool Bool(bool value) {
    return value ? literal(JsonKind::kTrue, 4) : literal(JsonKind::kFalse, 5);
  }
  bool RawNumber(const char*, std::size_t size, bool) {
    // The reader asks for the place to write to just before it tells of a number: its beginning.
    return add(JsonKind::kNumber, place_.string_begin, place_.string_begin + size, size);
  }
  bool String(const char*, std::size_t size, bool) {
    return add(JsonKind::kString, place_.string_begin, place_.string_end, size);
  }
  bool Key(const char*, std::size_t size, bool) {
    key_begin_ = static_cast<std::uint32_t>(place_.string_begin);
    key_end_ = static_cast<std::uint32_t>(place_.string_end);
    key_size_ = static_cast<std::uint32_t>(size);
    return true;
  }
  bool StartObject() { return open(JsonKind::kObject); }
  bool StartArray() { return open(JsonKind::kArray); }
  bool EndObject(std::size_t) { return close(stream_.Tell()); }
  bool EndArray(std::size_t) { return close(stream_.Tell()); }

  // Numbers come as their text, so the reader never calls these.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  std::uint32_t depth() const { return depth_; }
  bool at_deepest() const { return depth_ >= max_depth_; }
  // Where an error is, of which the reader says `offset`.
  std::size_t take_place_of_error(std::size_t offset) {
    return std::exchange(refused_, std::nullopt).value_or(offset);
  }
  // Ends what an error left open.
  void close_all(std::size_t offset, std::uint32_t down_to = 0) {
    while (depth_ > down_to) {
      nodes_[current_].broken = true;
      close(offset);
    }
  }
  void end_lines(std::size_t offset) { close(offset); }

 private:
  bool literal(JsonKind kind, std::size_t size) {
    const std::size_t end = stream_.Tell();
    return add(kind, end - size, end, size);
  }

  bool add(JsonKind kind, std::size_t begin, std::size_t end, std::size_t size) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    if (index >= max_nodes_) return false;
    if (depth_ > 0) {
      JsonNode& parent = nodes_[current_];
      if (parent.size != 0) nodes_[parent.size].next = index;
      parent.size = index;
    }
    nodes_.push_back({key_begin_, key_end_, key_size_, static_cast<std::uint32_t>(begin),
                      static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(size), 0, kind,
                      false});
    return true;
  }

  bool open(JsonKind kind) {
    const std::size_t begin = stream_.Tell() - 1;  // The reader has taken the bracket.
    if (depth_ >= max_depth_ || !add(kind, begin, begin, 0)) {
      refused_ = begin;
      return false;
    }
    const auto index = static_cast<std::uint32_t>(nodes_.size() - 1);
    nodes_[index].next = current_;
    current_ = index;
    ++depth_;
    key_begin_ = key_end_ = key_size_ = 0;
    return true;
  }

  bool close(std::size_t end) {
    JsonNode& node = nodes_[current_];
    node.end = static_cast<std::uint32_t>(end);
    current_ = node.next;
    node.next = 0;
    --depth_;
    key_begin_ = key_end_ = key_size_ = 0;
    return true;
  }

  std::vector<JsonNode>& nodes_;
  const PlacedStream& stream_;
  const Place& place_;
  std::uint32_t max_depth_;
  std::uint32_t max_nodes_;
  std::uint32_t depth_ = 0;
  std::uint32_t current_ = 0;
  std::uint32_t key_begin_ = 0;
  std::uint32_t key_end_ = 0;
  std::uint32_t key_size_ = 0;
  std::optional<std::size_t> refused_;  // A container that a limit kept out.
};

}  // namespace emrlint

namespace rapidjson {

template <>
struct StreamTraits<emrlint::PlacedStream> {
  enum { copyOptimization = 1 };
};

// The reader asks for one character; it is given the whole run that stands there.
template <>
struct Transcoder<emrlint::CheckedUtf8, emrlint::CheckedUtf8> : Transcoder<UTF8<>, UTF8<>> {
  using Transcoder<UTF8<>, UTF8<>>::Transcode;
  static bool Transcode(emrlint::PlacedStream& stream, emrlint::PlacedStream&) {
    stream.copy_plain_run();
    return true;
  }
};

}  // namespace rapidjson

namespace emrlint {

namespace {

constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;

using Reader = rapidjson::GenericReader<CheckedUtf8, CheckedUtf8>;

// Measured on FHIR bundles and charts: 20 to 40 bytes of text for each value. Memory that is
// reserved but not needed is never touched.
constexpr std::size_t kBytesPerNode = 20;

}  // namespace

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
  PlacedStream::Place place;
  PlacedStream stream(file.parse_buffer(), file.text().size(), &place);
  JsonTreeBuilder builder(tree, stream, place, depth, nodes);
  Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, builder);
  if (!result.IsError() && stream.Tell() == file.text().size()) return tree;

  JsonFault fault;
  fault.code = result.IsError() ? result.Code() : rapidjson::kParseErrorDocumentRootNotSingular;
  fault.offset = builder.take_place_of_error(result.IsError() ? result.Offset() : stream.Tell());
  fault.string_begin = place.string_begin;
  fault.open = builder.depth();
  fault.too_deep = builder.at_deepest();
  tree.error_ = describe(fault, file.text());
  builder.close_all(tree.error_->offset);
  return tree;
}

JsonTree JsonTree::parse_lines(SourceFile& file, std::uint32_t file_index, std::uint32_t depth,
                               std::uint32_t nodes) {
  JsonTree tree = prepare(file, file_index, nodes);
  const std::size_t size = file.text().size();
  PlacedStream::Place place;
  PlacedStream stream(file.parse_buffer(), size, &place);
  JsonTreeBuilder builder(tree, stream, place, depth, nodes);
  Reader reader;
  if (!builder.StartArray()) return tree;
  while (stream.skip_blanks(), stream.Tell() < size) {
    const std::size_t begin = stream.Tell();
    const rapidjson::ParseResult result =
        reader.Parse<kFlags | rapidjson::kParseStopWhenDoneFlag>(stream, builder);
    if (!result.IsError()) continue;
    JsonFault fault;
    fault.code = result.Code();
    fault.offset = builder.take_place_of_error(result.Offset());
    fault.string_begin = std::max(place.string_begin, begin);
    fault.open = builder.depth() - 1;
    fault.too_deep = builder.at_deepest();
    SyntaxError error = describe(fault, file.text());
    builder.close_all(error.offset, 1);
    stream.skip_line(error.offset);
    const bool out_of_nodes = tree.nodes_.size() >= nodes;
    if (!tree.error_) tree.error_ = std::move(error);
    if (out_of_nodes) break;
  }
  builder.end_lines(size);
  return tree;
}

}  // namespace emrlint

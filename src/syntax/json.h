// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_JSON_H_
#define EMRLINT_SYNTAX_JSON_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "source/source_file.h"
#include "syntax/json_node.h"
#include "syntax/syntax_error.h"

namespace emrlint {

class JsonTree;
class TolerantTree;

// A handle on a node, valid while its tree stays where it is. A missing one is falsy and answers
// every question with nothing, so that paths can be chained: value["a"]["b"].text().
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const JsonTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}

  explicit operator bool() const { return tree_ != nullptr; }
  JsonKind kind() const;
  bool is_object() const { return tree_ != nullptr && kind() == JsonKind::kObject; }
  bool is_array() const { return tree_ != nullptr && kind() == JsonKind::kArray; }
  bool is_string() const { return tree_ != nullptr && kind() == JsonKind::kString; }
  std::string_view key() const;
  JsonValue operator[](std::string_view key) const;  // Member; the first of that name.
  JsonValue first() const;                           // First child.
  JsonValue next() const;                            // Next sibling.
  Text text() const;            // Of strings, numbers and literals; empty for others.
  std::string_view str() const { return text().value; }
  std::optional<bool> boolean() const;
  std::optional<double> number() const;
  std::optional<int> integer() const;
  bool broken() const;  // A container that an error cut off: what it holds is not all.
  Span span() const;
  Span key_span() const;

 private:
  const JsonNode& node() const;

  const JsonTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

// Parses in place in the file's parse buffer, iteratively, with exact offsets. A file is parsed
// once: its buffer is changed by it. After an error the nodes read so far stay, with error() set;
// containers that were open end where the error is.
class JsonTree {
 public:
  // `depth` and `nodes` are limits; going over one is an error like any other, with `limit` set.
  static JsonTree parse(SourceFile& file, std::uint32_t file_index, std::uint32_t depth,
                        std::uint32_t nodes);
  // Parses a text of several values, one a line (NDJSON). The root is an array of them, whatever
  // their number. A line with an error ends where it is; the lines behind it are read. error() is
  // the first one.
  static JsonTree parse_lines(SourceFile& file, std::uint32_t file_index, std::uint32_t depth,
                              std::uint32_t nodes);

  // Behind the only error of a text: adds the members and items of what the error cut off that
  // `tolerant` shows to be whole, and returns their number. What was cut off stays broken, since
  // nobody knows what is missing. Adds nothing where it is not certain what belongs where.
  std::size_t read_behind(SourceFile& file, const TolerantTree& tolerant, std::uint32_t depth,
                          std::uint32_t nodes);

  JsonValue root() const { return nodes_.empty() ? JsonValue() : JsonValue(this, 0); }
  const std::optional<SyntaxError>& error() const { return error_; }
  std::uint32_t file() const { return file_; }
  std::size_t size() const { return nodes_.size(); }

 private:
  friend class JsonParser;
  friend class JsonValue;

  static JsonTree prepare(SourceFile& file, std::uint32_t file_index, std::uint32_t nodes);

  std::vector<JsonNode> nodes_;
  std::optional<SyntaxError> error_;
  const char* buffer_ = nullptr;  // Decoded texts begin where their source does.
  std::uint32_t file_ = 0;
  std::uint32_t stopped_ = 0;  // How far the parser came: the buffer behind is as it was.
};

// Readers ask millions of these: inline.
inline const JsonNode& JsonValue::node() const { return tree_->nodes_[index_]; }

inline JsonKind JsonValue::kind() const { return tree_ == nullptr ? JsonKind::kNull : node().kind; }

inline std::string_view JsonValue::key() const {
  if (tree_ == nullptr) return {};
  return {tree_->buffer_ + node().key_begin, node().key_size};
}

inline JsonValue JsonValue::first() const {
  if (!is_object() && !is_array()) return {};
  // Nodes lie in document order: what follows a container is its first child, if it has any.
  return node().size == 0 ? JsonValue() : JsonValue(tree_, index_ + 1);
}

inline JsonValue JsonValue::next() const {
  if (tree_ == nullptr || node().next == 0) return {};
  return {tree_, node().next};
}

inline JsonValue JsonValue::operator[](std::string_view key) const {
  if (!is_object()) return {};
  for (JsonValue member = first(); member; member = member.next()) {
    if (member.key() == key) return member;
  }
  return {};
}

inline Text JsonValue::text() const {
  if (tree_ == nullptr || is_object() || is_array()) return {};
  return {{tree_->buffer_ + node().begin, node().size}, span()};
}

inline bool JsonValue::broken() const { return tree_ != nullptr && node().broken; }

inline Span JsonValue::span() const {
  if (tree_ == nullptr) return {};
  return {tree_->file_, node().begin, node().end};
}

inline Span JsonValue::key_span() const {
  if (tree_ == nullptr) return {};
  return {tree_->file_, node().key_begin, node().key_end};
}

// for (JsonValue item : children(value)): members of an object or items of an array.
struct JsonChildren {
  struct Iterator {
    JsonValue value;
    JsonValue operator*() const { return value; }
    Iterator& operator++() {
      value = value.next();
      return *this;
    }
    bool operator!=(const Iterator&) const { return static_cast<bool>(value); }
  };
  JsonValue parent;
  Iterator begin() const { return {parent ? parent.first() : JsonValue()}; }
  Iterator end() const { return {}; }
};
inline JsonChildren children(JsonValue value) { return {value}; }

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_JSON_H_

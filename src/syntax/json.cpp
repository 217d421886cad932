// SPDX-License-Identifier: Apache-2.0
#include "syntax/json.h"

#include <charconv>

namespace emrlint {
namespace {

template <typename T>
std::optional<T> parse_number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

const JsonNode& JsonValue::node() const { return tree_->nodes_[index_]; }

JsonKind JsonValue::kind() const { return tree_ == nullptr ? JsonKind::kNull : node().kind; }

std::string_view JsonValue::key() const {
  if (tree_ == nullptr) return {};
  return {tree_->buffer_ + node().key_begin, node().key_size};
}

JsonValue JsonValue::first() const {
  if (!is_object() && !is_array()) return {};
  // Nodes lie in document order: what follows a container is its first child, if it has any.
  return node().size == 0 ? JsonValue() : JsonValue(tree_, index_ + 1);
}

JsonValue JsonValue::next() const {
  if (tree_ == nullptr || node().next == 0) return {};
  return {tree_, node().next};
}

JsonValue JsonValue::operator[](std::string_view key) const {
  if (!is_object()) return {};
  for (JsonValue member = first(); member; member = member.next()) {
    if (member.key() == key) return member;
  }
  return {};
}

Text JsonValue::text() const {
  if (tree_ == nullptr || is_object() || is_array()) return {};
  return {{tree_->buffer_ + node().begin, node().size}, span()};
}

std::optional<bool> JsonValue::boolean() const {
  if (tree_ == nullptr) return std::nullopt;
  if (kind() == JsonKind::kTrue) return true;
  if (kind() == JsonKind::kFalse) return false;
  return std::nullopt;
}

std::optional<double> JsonValue::number() const {
  if (kind() != JsonKind::kNumber) return std::nullopt;
  return parse_number<double>(str());
}

std::optional<int> JsonValue::integer() const {
  if (kind() != JsonKind::kNumber) return std::nullopt;
  return parse_number<int>(str());
}

bool JsonValue::broken() const { return tree_ != nullptr && node().broken; }

Span JsonValue::span() const {
  if (tree_ == nullptr) return {};
  return {tree_->file_, node().begin, node().end};
}

Span JsonValue::key_span() const {
  if (tree_ == nullptr) return {};
  return {tree_->file_, node().key_begin, node().key_end};
}

}  // namespace emrlint

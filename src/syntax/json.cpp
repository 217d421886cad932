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

}  // namespace emrlint

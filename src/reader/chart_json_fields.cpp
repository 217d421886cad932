// SPDX-License-Identifier: Apache-2.0
#include "reader/chart_json_fields.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/nearest.h"
#include "reader/chart_json_tables.h"

namespace emrlint::chart_json {

std::optional<Located<std::uint8_t>> word(Context& context, JsonValue value,
                                          const Enumeration& enumeration) {
  if (value.kind() == JsonKind::kNull) return std::nullopt;
  if (!value.is_string()) {
    context.wrong_kind(value, "字符串", "a string");
    return std::nullopt;
  }
  const auto less = [](const auto& entry, std::string_view id) { return entry.first < id; };
  const auto found = std::lower_bound(enumeration.sorted.begin(), enumeration.sorted.end(),
                                      value.str(), less);
  if (found != enumeration.sorted.end() && found->first == value.str()) {
    return Located<std::uint8_t>{found->second, value.span()};
  }
  const std::string_view key = value.key().empty() ? enumeration.name : value.key();
  context.unknown_word("chart-json-word", value.text(), enumeration.ids,
                       fmt::format("“{}”没有这个取值", key),
                       fmt::format("not a value of \"{}\":", key));
  return std::nullopt;
}

void unknown_key(Context& context, JsonValue member, std::span<const std::string_view> known) {
  const Text key{member.key(), member.key_span()};
  context.unknown_word("chart-json-key", key, known, "未知的键", "unknown key");
}

void repeated_key(Context& context, JsonValue member) {
  context.problem("chart-json-repeated-key", member.key_span(),
                  fmt::format("键“{}”重复出现，只采用第一个", member.key()),
                  fmt::format("key \"{}\" is repeated; only the first one counts", member.key()));
}

void read(Context& context, JsonValue value, Text& target) {
  if (const auto text = context.text(value)) target = *text;
}

void read(Context& context, JsonValue value, bool& target) {
  if (const auto flag = context.flag(value)) target = flag->value;
}

void read(Context& context, JsonValue value, std::optional<bool>& target) {
  if (const auto flag = context.flag(value)) target = flag->value;
}

void read(Context& context, JsonValue value, std::optional<Located<bool>>& target) {
  if (const auto flag = context.flag(value)) target = flag;
}

void read(Context& context, JsonValue value, std::optional<Located<Time>>& target) {
  if (const auto time = context.time(value, value.key())) target = time;
}

void read(Context& context, JsonValue value, std::vector<Text>& target) {
  if (value.kind() == JsonKind::kNull) return;
  if (!value.is_array()) return context.wrong_kind(value, "数组", "an array");
  for (const JsonValue item : children(value)) {
    if (const auto text = context.text(item)) target.push_back(*text);
  }
}

void read(Context& context, JsonValue value, TimeFact& target) {
  const auto time = context.time(value, value.key());
  if (time) target.add({time->value, time->span, Origin::kChartData});
}

void read(Context& context, JsonValue value, Person& target) {
  if (value.is_object()) {
    read_members(context, value, target);
  } else if (value.is_string() || value.kind() == JsonKind::kNumber) {
    target.id = value.text();
  } else if (value.kind() != JsonKind::kNull) {
    context.wrong_kind(value, "人员编号或对象", "the id of a member of staff or an object");
  }
  context.resolve(target);
}

}  // namespace emrlint::chart_json

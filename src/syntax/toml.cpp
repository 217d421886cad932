// SPDX-License-Identifier: Apache-2.0
#include "syntax/toml.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 1
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace emrlint {
namespace {

TomlPlace place_of(const toml::source_region& region) {
  return {region.begin.line, region.begin.column};
}

TomlValue convert(const toml::node& node);

void convert_table(const toml::table& table, TomlValue& out) {
  out.kind = TomlKind::kTable;
  for (const auto& [key, value] : table) {
    out.members.push_back({std::string(key.str()), place_of(key.source()), convert(value)});
  }
  // toml++ sorts by key; errors and listings follow the file.
  std::stable_sort(out.members.begin(), out.members.end(), [](const auto& a, const auto& b) {
    if (a.place.line != b.place.line) return a.place.line < b.place.line;
    return a.place.column < b.place.column;
  });
}

template <typename Date>
void convert_date(const Date& date, TomlValue& out) {
  std::ostringstream text;
  text << date;
  out.kind = TomlKind::kDate;
  out.text = text.str();
}

TomlValue convert(const toml::node& node) {
  TomlValue out;
  out.place = place_of(node.source());
  if (const auto* table = node.as_table()) {
    convert_table(*table, out);
  } else if (const auto* array = node.as_array()) {
    out.kind = TomlKind::kArray;
    for (const toml::node& item : *array) out.items.push_back(convert(item));
  } else if (const auto* text = node.as_string()) {
    out.kind = TomlKind::kString;
    out.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    out.kind = TomlKind::kInteger;
    out.integer = integer->get();
  } else if (const auto* number = node.as_floating_point()) {
    out.kind = TomlKind::kFloat;
    out.number = number->get();
  } else if (const auto* boolean = node.as_boolean()) {
    out.kind = TomlKind::kBoolean;
    out.boolean = boolean->get();
  } else if (const auto* date = node.as_date()) {
    convert_date(date->get(), out);
  } else if (const auto* time = node.as_time()) {
    convert_date(time->get(), out);
  } else if (const auto* moment = node.as_date_time()) {
    convert_date(moment->get(), out);
  }
  return out;
}

constexpr struct {
  std::string_view zh, en;
} kKinds[] = {
    {"表", "a table"},     {"数组", "an array"},    {"文本", "a text"}, {"整数", "an integer"},
    {"小数", "a decimal"}, {"布尔值", "a boolean"}, {"日期", "a date"},
};

}  // namespace

const TomlMember* TomlValue::member(std::string_view key) const {
  const auto it = std::find_if(members.begin(), members.end(),
                               [&](const TomlMember& member) { return member.key == key; });
  return it == members.end() ? nullptr : &*it;
}

Result<TomlValue> parse_toml(std::string_view path, std::string_view text) {
  const toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    const std::string what(error.description());
    const std::string where = place_name(path, place_of(error.source()));
    return Error{where + ": TOML 语法错误：" + what, where + ": TOML syntax: " + what, {}};
  }
  TomlValue root;
  convert_table(parsed.table(), root);
  return root;
}

std::string place_name(std::string_view path, TomlPlace place) {
  return std::string(path) + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

std::string_view toml_kind_zh(TomlKind kind) { return kKinds[static_cast<std::size_t>(kind)].zh; }
std::string_view toml_kind_en(TomlKind kind) { return kKinds[static_cast<std::size_t>(kind)].en; }

}  // namespace emrlint

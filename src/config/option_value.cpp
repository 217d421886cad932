// SPDX-License-Identifier: Apache-2.0
#include "config/option_value.h"

#include <limits>
#include <sstream>

namespace emrlint {
namespace {

struct Written {
  TableReader& table;
  const OptionInfo& option;
  const TomlValue& value;
  std::deque<std::string>& texts;

  std::optional<OptionValue> wrong(const std::string& zh, const std::string& en) const {
    const std::string name(option.name);
    table.fail(value.place, name + "应为" + zh, name + " must be " + en);
    return std::nullopt;
  }

  std::optional<OptionValue> operator()(bool) const {
    if (value.kind != TomlKind::kBoolean) return wrong("true或false", "true or false");
    return value.boolean;
  }
  std::optional<OptionValue> operator()(int) const {
    const bool fits = value.integer >= 0 && value.integer <= std::numeric_limits<int>::max();
    if (value.kind != TomlKind::kInteger || !fits)
      return wrong("非负整数", "a whole number, not negative");
    return static_cast<int>(value.integer);
  }
  std::optional<OptionValue> operator()(double) const {
    if (value.kind == TomlKind::kInteger) return static_cast<double>(value.integer);
    if (value.kind != TomlKind::kFloat) return wrong("数字", "a number");
    return value.number;
  }
  std::optional<OptionValue> operator()(Duration) const {
    const auto duration =
        value.kind == TomlKind::kString ? parse_duration(value.text) : std::nullopt;
    if (!duration) return wrong("时长，如\"24h\"、\"7d\"", "a duration such as \"24h\" or \"7d\"");
    return *duration;
  }
  std::optional<OptionValue> operator()(std::string_view) const {
    if (value.kind != TomlKind::kString) return wrong("文本", "a text");
    return std::string_view(texts.emplace_back(value.text));
  }
  std::optional<OptionValue> operator()(WordList) const {
    std::string joined;
    bool good = value.kind == TomlKind::kArray;
    for (const TomlValue& item : value.items) {
      good = good && item.kind == TomlKind::kString && !item.text.empty() &&
             item.text.find('|') == std::string::npos;
      if (!joined.empty()) joined += '|';
      joined += item.text;
    }
    if (!good) return wrong("词语数组，词语中不含“|”", "an array of words without \"|\"");
    return WordList{texts.emplace_back(std::move(joined))};
  }
};

std::string duration_text(Duration duration) {
  const auto minutes = duration.count();
  if (minutes > 0 && minutes % (24 * 60) == 0 && minutes > 3 * 24 * 60) {
    return std::to_string(minutes / (24 * 60)) + 'd';
  }
  if (minutes % 60 == 0) return std::to_string(minutes / 60) + 'h';
  return std::to_string(minutes) + "min";
}

struct ToToml {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(int value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    std::ostringstream text;
    text << value;
    return text.str();
  }
  std::string operator()(Duration value) const { return '"' + duration_text(value) + '"'; }
  std::string operator()(std::string_view value) const { return quoted_toml(value); }
  std::string operator()(WordList value) const {
    std::string text;
    any_word(value, [&](std::string_view word) {
      text += (text.empty() ? "" : ", ") + quoted_toml(word);
      return false;
    });
    return '[' + text + ']';
  }
};

}  // namespace

std::optional<OptionValue> read_option_value(TableReader& table, const OptionInfo& option,
                                             const TomlValue& value,
                                             std::deque<std::string>& texts) {
  return std::visit(Written{table, option, value, texts}, option.fallback);
}

std::string to_toml(const OptionValue& value) { return std::visit(ToToml{}, value); }

std::string quoted_toml(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace emrlint

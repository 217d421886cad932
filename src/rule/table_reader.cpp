// SPDX-License-Identifier: Apache-2.0
#include "rule/table_reader.h"

#include <algorithm>
#include <limits>

#include "base/nearest.h"

namespace emrlint {
namespace {

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

}  // namespace

void TomlErrors::add(TomlPlace place, const std::string& zh, const std::string& en) {
  if (first_) return;
  const std::string where = place_name(path_, place) + ": ";
  first_ = Error{where + zh, where + en, {}};
}

const TomlValue* TableReader::find(std::string_view key) {
  asked_.push_back(key);
  const TomlMember* member = table_.member(key);
  return member == nullptr ? nullptr : &member->value;
}

bool TableReader::is(const TomlValue& value, TomlKind kind, std::string_view key) {
  if (value.kind == kind) return true;
  const std::string name = named(key);
  fail(value.place,
       name + "应为" + std::string(toml_kind_zh(kind)) + "，实为" +
           std::string(toml_kind_zh(value.kind)),
       name + " must be " + std::string(toml_kind_en(kind)) + ", not " +
           std::string(toml_kind_en(value.kind)));
  return false;
}

const TomlValue* TableReader::find(std::string_view key, TomlKind kind) {
  const TomlValue* value = find(key);
  return value != nullptr && is(*value, kind, key) ? value : nullptr;
}

const TomlValue* TableReader::require(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) {
    fail(place_, "缺少" + named(key), named(key) + " is missing");
  }
  return value;
}

std::optional<std::string_view> TableReader::text(std::string_view key) {
  const TomlValue* value = find(key, TomlKind::kString);
  if (value == nullptr) return std::nullopt;
  return value->text;
}

std::string_view TableReader::required_text(std::string_view key) {
  const TomlValue* value = require(key);
  if (value == nullptr || !is(*value, TomlKind::kString, key)) return {};
  if (value->text.empty()) {
    fail(value->place, named(key) + "不能为空", named(key) + " must not be empty");
  }
  return value->text;
}

std::optional<bool> TableReader::boolean(std::string_view key) {
  const TomlValue* value = find(key, TomlKind::kBoolean);
  if (value == nullptr) return std::nullopt;
  return value->boolean;
}

std::optional<int> TableReader::integer(std::string_view key) {
  const TomlValue* value = find(key, TomlKind::kInteger);
  if (value == nullptr) return std::nullopt;
  if (value->integer < 0 || value->integer > std::numeric_limits<int>::max()) {
    fail(value->place, named(key) + "超出范围", named(key) + " is out of range");
    return std::nullopt;
  }
  return static_cast<int>(value->integer);
}

std::optional<double> TableReader::number(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind == TomlKind::kInteger) return static_cast<double>(value->integer);
  if (!is(*value, TomlKind::kFloat, key)) return std::nullopt;
  return value->number;
}

std::optional<Duration> TableReader::duration(std::string_view key) {
  const TomlValue* value = find(key, TomlKind::kString);
  if (value == nullptr) return std::nullopt;
  const std::optional<Duration> duration = parse_duration(value->text);
  if (!duration) {
    fail(value->place, quoted(value->text) + "不是时长；应写作30min、24h、7d、2w",
         quoted(value->text) + " is no duration; write 30min, 24h, 7d or 2w");
  }
  return duration;
}

std::vector<const TomlValue*> TableReader::texts(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return {};
  if (value->kind == TomlKind::kString) return {value};
  if (!is(*value, TomlKind::kArray, key)) return {};
  std::vector<const TomlValue*> found;
  for (const TomlValue& item : value->items) {
    if (is(item, TomlKind::kString, key)) found.push_back(&item);
  }
  return found;
}

std::optional<TableReader> TableReader::table(std::string_view key) {
  const TomlValue* value = find(key, TomlKind::kTable);
  if (value == nullptr) return std::nullopt;
  const TomlMember* member = table_.member(key);
  TableReader inner(*value, member->place, errors_);
  inner.prefix_ = named(key) + ".";
  return inner;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  const TomlValue* value = find(key, TomlKind::kArray);
  std::vector<TableReader> found;
  if (value == nullptr) return found;
  for (const TomlValue& item : value->items) {
    if (is(item, TomlKind::kTable, key)) found.emplace_back(item, item.place, errors_);
  }
  return found;
}

namespace {

constexpr std::size_t kFew = 8;  // As many words as a message may list.

std::string listed(std::span<const std::string_view> words, std::string_view between) {
  std::string text;
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

}  // namespace

std::optional<std::size_t> TableReader::word(const TomlValue& value, Bilingual what,
                                             std::span<const std::string_view> vocabulary) {
  const auto it = std::find(vocabulary.begin(), vocabulary.end(), value.text);
  if (it != vocabulary.end() && !it->empty())
    return static_cast<std::size_t>(it - vocabulary.begin());
  std::string zh = did_you_mean_zh(value.text, vocabulary);
  std::string en = did_you_mean_en(value.text, vocabulary);
  if (zh.empty() && vocabulary.size() <= kFew) {
    zh = "；可用：" + listed(vocabulary, "、");
    en = "; use one of: " + listed(vocabulary, ", ");
  }
  fail(value.place, "没有名为" + quoted(value.text) + "的" + std::string(what.zh) + zh,
       "there is no " + std::string(what.en) + " " + quoted(value.text) + en);
  return std::nullopt;
}

void TableReader::finish() {
  for (const TomlMember& member : table_.members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    fail(member.place, "未知的键" + quoted(member.key) + did_you_mean_zh(member.key, asked_),
         "unknown key " + quoted(member.key) + did_you_mean_en(member.key, asked_));
    return;
  }
}

}  // namespace emrlint

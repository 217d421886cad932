// SPDX-License-Identifier: Apache-2.0
#include "rule/rule_reader.h"

#include <algorithm>

#include "rule/citation.h"

namespace emrlint {
namespace {

// All ids of an enumeration whose first value is "unknown", which nobody may ask for.
template <typename E>
std::vector<std::string_view> ids_up_to(std::size_t count) {
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back(id(static_cast<E>(i)));
  ids[0] = "";
  return ids;
}

template <typename E>
std::vector<E> words_in(TableReader& table, const std::vector<const TomlValue*>& values,
                        Bilingual what, std::size_t count) {
  std::vector<E> found;
  const auto vocabulary = ids_up_to<E>(count);
  for (const TomlValue* value : values) {
    if (const auto index = table.word(*value, what, vocabulary)) {
      found.push_back(static_cast<E>(*index));
    }
  }
  return found;
}

constexpr Bilingual kSection{"章节", "section"};

constexpr std::string_view kSeverities[] = {"error", "warning", "note"};

bool kebab_case(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

// Bit i is set when the text uses {i}; nothing when a placeholder has no argument.
std::optional<unsigned> placeholders(std::string_view text, std::size_t count) {
  unsigned used = 0;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    if (at + 2 >= text.size() || text[at + 2] != '}') return std::nullopt;
    const std::size_t index = static_cast<std::size_t>(text[at + 1] - '0');
    if (index >= count) return std::nullopt;
    used |= 1u << index;
  }
  return used;
}

}  // namespace

void RuleCard::seal() {
  info.basis = basis;
  info.core_systems = core_systems;
  info.needs = needs;
  info.messages = messages;
  info.options = options;
  info.supersedes = supersedes;
}

Bilingual RuleReader::bilingual(std::string_view key) {
  table_.require(key);
  std::optional<TableReader> both = table_.table(key);
  if (!both) return {};
  const Bilingual text{card_.keep(both->required_text("zh")),
                       card_.keep(both->required_text("en"))};
  both->finish();
  return text;
}

void RuleReader::read_card() {
  CheckInfo& info = card_.info;
  info.id = card_.keep(table_.required_text("id"));
  if (!kebab_case(info.id)) {
    table_.fail(table_.place(), "id应由小写字母、数字和连字符组成",
                "id must be of lower-case letters, digits and hyphens");
  }
  table_.required_text("kind");
  if (const TomlValue* severity = table_.require("severity")) {
    const auto index = table_.word(*severity, {"严重程度", "severity"}, kSeverities);
    if (index) info.severity = static_cast<Severity>(*index);
  }
  info.title = bilingual("title");
  info.judged = bilingual("judged");
  info.exceptions = bilingual("exceptions");
  info.advice = bilingual("advice");
  read_basis();
  read_core();
  read_needs();
  for (const TomlValue* value : table_.texts("supersedes")) {
    card_.supersedes.push_back(card_.keep(value->text));
  }
}

void RuleReader::read_basis() {
  table_.require("basis");
  for (const TomlValue* value : table_.texts("basis")) {
    const std::optional<Citation> citation = parse_citation(card_.keep(value->text));
    if (citation) {
      card_.basis.push_back(*citation);
      continue;
    }
    const std::string_view key = std::string_view(value->text).substr(0, value->text.find(' '));
    const std::vector<std::string_view> keys = source_keys();
    table_.fail(value->place, "没有以此为键的依据：" + value->text + did_you_mean_zh(key, keys),
                "no known source in \"" + value->text + "\"" + did_you_mean_en(key, keys));
  }
}

void RuleReader::read_core() {
  const TomlValue* core = table_.find("core");
  if (core == nullptr) return;
  for (const TomlValue& item : core->items) {
    if (item.kind == TomlKind::kInteger && item.integer >= 1 && item.integer <= 18) {
      card_.core_systems.push_back(static_cast<int>(item.integer));
    } else {
      table_.fail(item.place, "核心制度的编号为1至18", "a core system is a number from 1 to 18");
    }
  }
  if (core->kind != TomlKind::kArray) {
    table_.fail(core->place, "core应为数组，如[2, 15]", "core must be an array such as [2, 15]");
  }
}

void RuleReader::read_needs() {
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Source::kCount); ++i) {
    ids.push_back(id(static_cast<Source>(i)));
  }
  for (const TomlValue* value : table_.texts("needs")) {
    const auto index = table_.word(*value, {"数据来源", "source of data"}, ids);
    if (index) card_.needs.push_back(static_cast<Source>(*index));
  }
}

std::vector<DocType> RuleReader::document_types(std::string_view key) {
  return words_in<DocType>(table_, table_.texts(key), {"文书类型", "document type"}, kDocTypeCount);
}

std::vector<SectionType> RuleReader::sections(std::string_view key) {
  return words_in<SectionType>(table_, table_.texts(key), kSection, kSectionTypeCount);
}

std::vector<SectionType> RuleReader::sections_in(const TomlValue& list) {
  std::vector<const TomlValue*> values;
  for (const TomlValue& item : list.items) values.push_back(&item);
  return words_in<SectionType>(table_, values, kSection, kSectionTypeCount);
}

std::vector<Role> RuleReader::roles(std::string_view key) {
  return words_in<Role>(table_, table_.texts(key), {"签名角色", "role"},
                        static_cast<std::size_t>(Role::kInformant) + 1);
}

std::vector<Title> RuleReader::titles(std::string_view key) {
  return words_in<Title>(table_, table_.texts(key), {"职称", "title"},
                         static_cast<std::size_t>(Title::kOther) + 1);
}

std::optional<Option<Duration>> RuleReader::duration(std::string_view key, Bilingual what) {
  const std::optional<Duration> value = table_.duration(key);
  if (!value) return std::nullopt;
  const Option<Duration> option{key, *value, what.zh, what.en};
  card_.options.push_back(option);
  return option;
}

std::optional<Option<int>> RuleReader::integer(std::string_view key, Bilingual what) {
  const std::optional<int> value = table_.integer(key);
  if (!value) return std::nullopt;
  const Option<int> option{key, *value, what.zh, what.en};
  card_.options.push_back(option);
  return option;
}

std::optional<Option<WordList>> RuleReader::words(std::string_view key, Bilingual what) {
  if (!table_.has(key)) return std::nullopt;
  std::string joined;
  for (const TomlValue* value : table_.texts(key)) {
    if (value->text.empty() || value->text.find('|') != std::string::npos) {
      table_.fail(value->place, "词语不能为空，也不能含“|”",
                  "a word must not be empty or hold \"|\"");
    }
    if (!joined.empty()) joined += '|';
    joined += value->text;
  }
  const Option<WordList> option{key, {card_.keep(joined)}, what.zh, what.en};
  card_.options.push_back(option);
  return option;
}

MessageInfo RuleReader::add_message(MessageInfo message, std::size_t arguments) {
  std::optional<TableReader> overrides = table_.table("messages");
  if (std::optional<TableReader> both = overrides ? overrides->table(message.id) : std::nullopt) {
    message.zh = card_.keep(both->required_text("zh"));
    message.en = card_.keep(both->required_text("en"));
    both->finish();
    const auto zh = placeholders(message.zh, arguments);
    if (!zh || zh != placeholders(message.en, arguments)) {
      const std::string last = '{' + std::to_string(arguments - (arguments > 0)) + '}';
      table_.fail(both->place(), "中英文须使用相同的占位符，最大为" + last,
                  "both languages must use the same placeholders, up to " + last);
    }
  }
  card_.messages.push_back(message);
  return message;
}

}  // namespace emrlint

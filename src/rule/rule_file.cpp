// SPDX-License-Identifier: Apache-2.0
#include "rule/rule_file.h"

#include <algorithm>

namespace emrlint {
namespace {

const Kind* read_kind(TableReader& table) {
  const TomlValue* value = table.find("kind");
  if (value == nullptr || value->kind != TomlKind::kString) return nullptr;
  std::vector<std::string_view> ids;
  for (const Kind& kind : rule_kinds()) ids.push_back(kind.id);
  const auto index = table.word(*value, {"规则种类", "kind of rule"}, ids);
  return index ? &rule_kinds()[*index] : nullptr;
}

// An override of a sentence that the kind does not have would never be said.
void check_messages(TableReader& table, const RuleCard& card) {
  const TomlValue* messages = table.find("messages");
  if (messages == nullptr) return;
  std::vector<std::string_view> ids;
  for (const MessageInfo& message : card.messages) ids.push_back(message.id);
  for (const TomlMember& member : messages->members) {
    if (std::find(ids.begin(), ids.end(), member.key) != ids.end()) continue;
    table.fail(member.place, "此规则没有消息" + member.key + did_you_mean_zh(member.key, ids),
               "the rule has no message " + member.key + did_you_mean_en(member.key, ids));
  }
}

Rule read_rule(const TomlValue& value, TomlErrors& errors) {
  Rule rule;
  rule.card = std::make_unique<RuleCard>();
  rule.place = value.place;
  RuleReader reader(TableReader(value, value.place, errors), *rule.card);
  reader.read_card();
  if (const Kind* kind = read_kind(reader.table())) {
    rule.kind = kind->id;
    rule.run = kind->read(reader);
    check_messages(reader.table(), *rule.card);
    reader.table().finish();
  }
  rule.card->seal();
  return rule;
}

}  // namespace

Result<std::vector<Rule>> read_rule_file(std::string path, std::string_view text) {
  const Result<TomlValue> root = parse_toml(path, text);
  if (!root) return root.error();
  TomlErrors errors(std::move(path));
  TableReader file(*root, root->place, errors);
  std::vector<Rule> rules;
  if (const TomlValue* list = file.require("rule")) {
    for (const TomlValue& item : list->items) {
      if (item.kind == TomlKind::kTable) rules.push_back(read_rule(item, errors));
    }
    if (rules.empty()) {
      file.fail(list->place, "规则应写作[[rule]]", "rules are written as [[rule]]");
    }
  }
  file.finish();
  if (errors.first()) return *errors.first();
  return rules;
}

}  // namespace emrlint

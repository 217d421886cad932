// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_RULE_READER_H_
#define EMRLINT_RULE_RULE_READER_H_

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "rule/table_reader.h"

namespace emrlint {

// The card of a rule: owns the texts and lists that its CheckInfo points to. Not movable once
// `info` was sealed, so the catalog keeps cards behind pointers.
struct RuleCard {
  std::deque<std::string> texts;
  std::vector<Citation> basis;
  std::vector<int> core_systems;
  std::vector<Source> needs;
  std::vector<MessageInfo> messages;
  std::vector<OptionInfo> options;
  std::vector<std::string_view> supersedes;
  CheckInfo info;

  std::string_view keep(std::string_view text) { return texts.emplace_back(text); }
  void seal();  // Points `info` at the lists.
};

// Reads one [[rule]] table: the card first, then what its kind asks for. Numbers, durations and
// word lists become options of the check under the name of their key.
class RuleReader {
 public:
  RuleReader(TableReader table, RuleCard& card) : table_(std::move(table)), card_(card) {}

  // The keys that every rule has; `kind` is read and returned for the caller to look up.
  void read_card();

  TableReader& table() { return table_; }
  // The same card, another table of it ("applies").
  RuleReader with(TableReader table) { return {std::move(table), card_}; }

  std::vector<DocType> document_types(std::string_view key);
  std::vector<SectionType> sections(std::string_view key);
  std::vector<SectionType> sections_in(const TomlValue& list);  // Of a list inside a list.
  std::vector<Role> roles(std::string_view key);
  std::vector<Title> titles(std::string_view key);

  // `what` describes the option in the documentation.
  std::optional<Option<Duration>> duration(std::string_view key, Bilingual what);
  std::optional<Option<int>> integer(std::string_view key, Bilingual what);
  std::optional<Option<WordList>> words(std::string_view key, Bilingual what);
  // An error unless the key is there.
  template <typename T>
  T required(std::optional<T> value, std::string_view key) {
    if (!value) table_.require(key);
    return value.value_or(T{});
  }

  // A sentence of the kind, or what the rule says instead under [rule.messages.<id>].
  template <typename... Args>
  MessageInfo message(const Message<Args...>& standard) {
    return add_message(standard, sizeof...(Args));
  }

 private:
  MessageInfo add_message(MessageInfo message, std::size_t arguments);
  Bilingual bilingual(std::string_view key);
  void read_basis();
  void read_core();
  void read_needs();

  TableReader table_;
  RuleCard& card_;
};

// Arguments of a message that is known only at run time.
template <typename... Args>
std::vector<Argument> arguments(const Args&... values) {
  return {to_argument(values)...};
}

}  // namespace emrlint

#endif  // EMRLINT_RULE_RULE_READER_H_

// SPDX-License-Identifier: Apache-2.0
#include "coverage/law.h"

#include <algorithm>
#include <charconv>

#include "check/core_systems.h"

namespace emrlint {
namespace {

Sentence sentence(TableReader& table) {
  return {std::string(table.required_text("zh")), std::string(table.required_text("en"))};
}

Sentence required_sentence(TableReader& table, std::string_view key) {
  table.require(key);
  std::optional<TableReader> both = table.table(key);
  if (!both) return {};
  Sentence read = sentence(*both);
  both->finish();
  return read;
}

// A sentence of its own, or the name of one that many clauses share.
Reason reason(TableReader& table, std::string_view key, const Reasons& reasons) {
  const TomlValue* const value = table.find(key);
  if (value == nullptr) return {};
  if (value->kind != TomlKind::kString) {
    return {required_sentence(table, key)};
  }
  std::vector<std::string_view> names;
  for (const auto& [name, text] : reasons) names.push_back(name);
  const auto index = table.word(*value, {"理由", "reason"}, names);
  return index ? reasons.find(names[*index])->second : Reason{};
}

std::vector<int> systems(TableReader& table) {
  std::vector<int> numbers;
  const TomlValue* const list = table.find("systems");
  if (list == nullptr) return numbers;
  for (const TomlValue& item : list->items) {
    if (item.kind == TomlKind::kInteger && item.integer >= 1 && item.integer <= kCoreSystems) {
      numbers.push_back(static_cast<int>(item.integer));
    } else {
      table.fail(item.place, "核心制度的编号为1至18", "a core system is a number from 1 to 18");
    }
  }
  if (list->kind != TomlKind::kArray) {
    table.fail(list->place, "systems应为数组，如[2, 15]",
               "systems must be an array such as [2, 15]");
  }
  return numbers;
}

Remark remark(TableReader& table, const Reasons& reasons) {
  Remark read;
  for (const TomlValue* value : table.texts("checks")) {
    read.checks.push_back({value->text, value->place});
  }
  read.systems = systems(table);
  read.unseen = reason(table, "unseen", reasons);
  read.open = reason(table, "open", reasons);
  return read;
}

// The tables of [[key]].
std::vector<const TomlValue*> tables(TableReader& file, std::string_view key) {
  std::vector<const TomlValue*> found;
  const TomlValue* const list = file.require(key);
  if (list == nullptr) return found;
  for (const TomlValue& item : list->items) {
    if (item.kind == TomlKind::kTable) found.push_back(&item);
  }
  if (found.empty()) {
    const std::string name = "[[" + std::string(key) + "]]";
    file.fail(list->place, "应写作" + name, "it is written as " + name);
  }
  return found;
}

void read_series(TableReader& file, Law& law) {
  for (const TomlValue* value : tables(file, "series")) {
    TableReader table(*value, value->place, file.errors());
    ClauseSeries& series = law.series.emplace_back();
    series.title = required_sentence(table, "title");
    table.require("numbers");
    for (const TomlValue* text : table.texts("numbers")) {
      for (std::string& number : counted_numbers(text->text)) {
        series.clauses.push_back({std::move(number), {}, {}, {}});
      }
    }
    table.finish();
  }
}

void read_names(TableReader& file, Law& law) {
  std::optional<TableReader> table = file.table("names");
  if (!table) return;
  for (const TomlMember& member : table->value().members) {
    law.names[member.key] = std::string(table->required_text(member.key));
  }
}

// The clauses that the series count, each filled by the next [[clause]].
void read_clauses(TableReader& file, Law& law, const Reasons& reasons) {
  const std::vector<const TomlValue*> given = tables(file, "clause");
  std::size_t next = 0;
  for (ClauseSeries& series : law.series) {
    for (Clause& clause : series.clauses) {
      if (next == given.size()) {
        file.fail(file.place(), "缺少第" + clause.number + "条",
                  "clause " + clause.number + " is missing");
        return;
      }
      const TomlValue& value = *given[next++];
      TableReader table(value, value.place, file.errors());
      const std::string_view number = table.required_text("number");
      if (number != clause.number) {
        table.fail(value.place, "此处应为" + clause.number + "，实为" + std::string(number),
                   "clause " + clause.number + " is expected here, not " + std::string(number));
        return;
      }
      clause.place = value.place;
      clause.title = required_sentence(table, "title");
      clause.remark = remark(table, reasons);
      table.finish();
    }
  }
  if (next < given.size()) {
    file.fail(given[next]->place, "此条不在series所列之中", "no series counts this clause");
  }
}

}  // namespace

std::vector<std::string> counted_numbers(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == text.npos) return {std::string(text)};
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t begin = dots;
  while (begin > 0 && digit(text[begin - 1])) --begin;
  std::size_t end = dots + 2;
  while (end < text.size() && digit(text[end])) ++end;
  int first = 0, last = -1;
  std::from_chars(text.data() + begin, text.data() + dots, first);
  std::from_chars(text.data() + dots + 2, text.data() + end, last);
  std::vector<std::string> numbers;
  for (int number = first; number <= last; ++number) {
    numbers.push_back(std::string(text.substr(0, begin)) + std::to_string(number) +
                      std::string(text.substr(end)));
  }
  return numbers;
}

const Clause* Law::clause(std::string_view number) const {
  for (const ClauseSeries& one : series) {
    for (const Clause& clause : one.clauses) {
      if (clause.number == number) return &clause;
    }
  }
  return nullptr;
}

bool Law::counts_inside(std::string_view number) const {
  const std::string inside = std::string(number) + "(";
  for (const ClauseSeries& one : series) {
    for (const Clause& clause : one.clauses) {
      if (clause.number.starts_with(inside)) return true;
    }
  }
  return false;
}

const Clause* Law::find(std::string_view article) const {
  if (const Clause* const found = clause(article)) return found;
  for (const auto& [name, full] : names) {
    if (!article.starts_with(name) || article.starts_with(full)) continue;
    if (const Clause* found = clause(full + std::string(article.substr(name.size())))) return found;
  }
  // "45(3)" is a passage of 45, unless such passages are clauses of their own.
  const std::size_t open = article.rfind('(');
  if (open == article.npos || open == 0 || !article.ends_with(')')) return nullptr;
  const std::string_view whole = article.substr(0, open);
  return counts_inside(whole) ? nullptr : find(whole);
}

Result<Reasons> read_reasons(std::string path, std::string_view text) {
  const Result<TomlValue> root = parse_toml(path, text);
  if (!root) return root.error();
  TomlErrors errors(std::move(path));
  TableReader file(*root, root->place, errors);
  Reasons reasons;
  for (const TomlMember& member : root->members) {
    std::optional<TableReader> table = file.table(member.key);
    if (!table) continue;
    reasons[member.key] = {sentence(*table), table->boolean("alone").value_or(false)};
    table->finish();
  }
  if (errors.first()) return *errors.first();
  return reasons;
}

Result<Law> read_law(std::string key, std::string path, std::string_view text,
                     const Reasons& reasons) {
  const Result<TomlValue> root = parse_toml(path, text);
  if (!root) return root.error();
  TomlErrors errors(path);
  TableReader file(*root, root->place, errors);
  Law law{std::move(key), std::move(path), {}, {}};
  read_series(file, law);
  read_names(file, law);
  read_clauses(file, law, reasons);
  file.finish();
  if (errors.first()) return *errors.first();
  return law;
}

Result<std::vector<Remark>> read_system_remarks(std::string path, std::string_view text,
                                                const Reasons& reasons) {
  const Result<TomlValue> root = parse_toml(path, text);
  if (!root) return root.error();
  TomlErrors errors(std::move(path));
  TableReader file(*root, root->place, errors);
  std::vector<Remark> remarks;
  for (const TomlValue* value : tables(file, "system")) {
    TableReader table(*value, value->place, errors);
    table.require("number");
    const int expected = static_cast<int>(remarks.size()) + 1;
    if (table.integer("number") != expected) {
      table.fail(value->place, "此处应为核心制度" + std::to_string(expected),
                 "core system " + std::to_string(expected) + " is expected here");
    }
    remarks.push_back(remark(table, reasons));
    table.finish();
  }
  if (remarks.size() != kCoreSystems) {
    file.fail(file.place(), "核心制度共18项", "there are 18 core systems");
  }
  file.finish();
  if (errors.first()) return *errors.first();
  return remarks;
}

}  // namespace emrlint

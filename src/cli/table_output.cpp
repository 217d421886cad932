// SPDX-License-Identifier: Apache-2.0
#include "cli/table_output.h"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <vector>

#include "cli/files.h"

namespace emrlint {
namespace {

using Tables = std::initializer_list<const Table*>;

std::vector<std::string> words_of(const std::string& forms) {
  std::vector<std::string> words;
  std::istringstream in(forms);
  for (std::string word; std::getline(in, word, '|');) words.push_back(word);
  return words;
}

bool for_people(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [](const TableColumn& column) {
    return column.reader != TableColumn::Reader::kProgram;
  });
}

void write_for_people(std::ostream& out, Tables tables, const std::string& preface, Lang lang) {
  out << preface;
  bool first = preface.empty();
  for (const Table* table : tables) {
    if (!for_people(*table)) continue;
    if (!first) out << '\n';
    first = false;
    write_text(out, *table, lang);
  }
}

void write_form(std::ostream& out, const std::string& format, Tables tables,
                const std::string& preface, Lang lang) {
  if (format == "csv") return write_csv(out, **(tables.end() - 1), lang);
  if (format == "text") return write_for_people(out, tables, preface, lang);
  for (const Table* table : tables) write_json(out, *table);
}

}  // namespace

void TableOutput::add(CLI::App& command, const Context& context, const std::string& forms) {
  const std::string group = context.say("输出", "Output");
  command
      .add_option("-f,--format", format,
                  context.say("给人看、给电子表格，或每行一个JSON对象；默认 text",
                              "for people, for spreadsheets, or a JSON object a line; default "
                              "text"))
      ->check(CLI::IsMember(words_of(forms)))
      ->option_text(forms)
      ->group(group);
  command
      .add_option(
          "--output", path,
          context.say("写入此文件；默认写到标准输出", "into this file; by default to stdout"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group);
}

int TableOutput::write(const Context& context, Tables tables, const std::string& preface) const {
  if (path.empty()) {
    write_form(std::cout, format, tables, preface, context.lang);
    std::cout.flush();
    return kExitOk;
  }
  std::ostringstream text;
  write_form(text, format, tables, preface, context.lang);
  const auto error = write_small_file(path, text.str());
  if (!error) return kExitOk;
  usage_error(context, *error);
  return kExitIncomplete;
}

Cell told(const std::string& value) {
  constexpr Word kUntold = {"", {"（未注明）", "(not told)"}};
  return value.empty() ? Cell(kUntold) : Cell(value);
}

}  // namespace emrlint

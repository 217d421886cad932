// SPDX-License-Identifier: Apache-2.0
#include "tables/boilerplate_rows.h"

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/embedded.h"
#include "base/nearest.h"

namespace emrlint {
namespace {

constexpr std::string_view kBuiltIn = "checks/duplication/boilerplate.csv";

std::optional<SectionType> section_of(std::string_view word) {
  for (std::size_t i = 1; i < kSectionTypeCount; ++i) {
    const auto type = static_cast<SectionType>(i);
    if (word == id(type) || word == name(type, Lang::kZh) || word == name(type, Lang::kEn)) {
      return type;
    }
  }
  return std::nullopt;
}

void unknown_section(const TableRow& row, std::string_view word, TableErrors& errors) {
  std::vector<std::string_view> known;
  for (std::size_t i = 1; i < kSectionTypeCount; ++i) {
    const auto type = static_cast<SectionType>(i);
    for (const std::string_view one : {id(type), name(type, Lang::kZh), name(type, Lang::kEn)}) {
      known.push_back(one);
    }
  }
  errors.add(row.place("section"),
             "没有章节“" + std::string(word) + "”" + did_you_mean_zh(word, known),
             "there is no section \"" + std::string(word) + "\"" + did_you_mean_en(word, known));
}

}  // namespace

void add_boilerplate(const TableRows& rows, Boilerplate& boilerplate, TableErrors& errors) {
  Tokens tokens;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TableRow row = rows[i];
    tokens.clear();
    const Text text{row.text("text"), {}};
    const TokenRange range = tokens.add({&text, 1});
    std::vector<SectionType> sections;
    for (const std::string_view word : row.list("section")) {
      if (const auto type = section_of(word)) {
        sections.push_back(*type);
      } else {
        unknown_section(row, word, errors);
      }
    }
    if (row.list("section").empty()) sections.push_back(SectionType::kUnknown);
    for (const SectionType section : sections) {
      if (boilerplate.add(tokens, range, section)) continue;
      errors.add(row.place("text"), "列text（文字）太短，应不少于4个汉字或2个西文词",
                 "column text is too short: 4 Chinese characters or 2 words at least");
      break;
    }
  }
}

std::optional<Error> read_boilerplate(const std::string& path, std::string bytes,
                                      Boilerplate& boilerplate) {
  Result<std::string> text = decoded_table(path, std::move(bytes));
  if (!text) return text.error();
  TableErrors errors(path);
  const TableRows rows = read_rows(table_info(TableKind::kBoilerplate), *text, errors);
  if (auto error = errors.all()) return error;
  add_boilerplate(rows, boilerplate, errors);
  return errors.all();
}

const Boilerplate& built_in_boilerplate() {
  static const Boilerplate built_in = [] {
    Boilerplate out;
    TableErrors errors{std::string(kBuiltIn)};
    std::string text(find_embedded_file(kBuiltIn)->text);
    add_boilerplate(read_rows(table_info(TableKind::kBoilerplate), text, errors), out, errors);
    assert(!errors.all());
    return out;
  }();
  return built_in;
}

}  // namespace emrlint

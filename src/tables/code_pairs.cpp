// SPDX-License-Identifier: Apache-2.0
#include "tables/code_pairs.h"

#include <cassert>
#include <string>

#include "base/embedded.h"

namespace emrlint {
namespace {

constexpr std::string_view kExclusions = "checks/coding/exclusions.csv";
constexpr std::string_view kCombinations = "checks/coding/combinations.csv";

void wrong_code(const TableRow& row, std::string_view column, std::string_view item,
                TableErrors& errors) {
  const std::string name(column), text(item);
  errors.add(
      row.place(column), "列" + name + "：“" + text + "”不是ICD-10编码或范围（如K81、I11-I13）",
      "column " + name + ": \"" + text + "\" is no code or range of ICD-10 such as K81 or I11-I13");
}

std::vector<CodeRange> ranges(const TableRow& row, std::string_view column, TableErrors& errors) {
  std::vector<CodeRange> out;
  for (const std::string_view item : row.list(column)) {
    const std::size_t hyphen = item.find('-');
    const std::string_view first = item.substr(0, hyphen);
    const std::string_view last = hyphen == item.npos ? first : item.substr(hyphen + 1);
    // Ends of one length: else I11-I13.9 would hold half of I13.
    if (well_formed_icd10(first) && well_formed_icd10(last) && first.size() == last.size()) {
      out.push_back({first, last});
    } else {
      wrong_code(row, column, item, errors);
    }
  }
  return out;
}

std::vector<CodePair> read_built_in(TableKind kind) {
  const std::string_view path = kind == TableKind::kCombinedCodes ? kCombinations : kExclusions;
  static std::string texts[2];  // What the rows are views of.
  std::string& text = texts[kind == TableKind::kCombinedCodes ? 1 : 0];
  text = std::string(find_embedded_file(path)->text);
  TableErrors errors{std::string(path)};
  std::vector<CodePair> out = code_pairs(kind, read_rows(table_info(kind), text, errors), errors);
  assert(!errors.all());
  return out;
}

}  // namespace

std::vector<CodePair> code_pairs(TableKind kind, const TableRows& rows, TableErrors& errors) {
  std::vector<CodePair> out;
  out.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TableRow row = rows[i];
    CodePair pair{ranges(row, "code", errors), ranges(row, "other", errors), {}, row.text("basis")};
    if (kind == TableKind::kCombinedCodes) {
      pair.instead = row.text("instead");
      if (!well_formed_icd10(pair.instead)) wrong_code(row, "instead", pair.instead, errors);
    }
    out.push_back(std::move(pair));
  }
  return out;
}

const std::vector<CodePair>& built_in_code_pairs(TableKind kind) {
  static const std::vector<CodePair> exclusions = read_built_in(TableKind::kExcludedCodes);
  static const std::vector<CodePair> combinations = read_built_in(TableKind::kCombinedCodes);
  return kind == TableKind::kCombinedCodes ? combinations : exclusions;
}

}  // namespace emrlint

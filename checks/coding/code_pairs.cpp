// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_pairs.h"

#include <cassert>
#include <string>

#include "base/embedded.h"
#include "checks/coding/code_list.h"
#include "tables/table_rows.h"

namespace emrlint::checks {
namespace {

constexpr Column kColumns[] = {{.id = "code", .required = true, .key = true},
                               {.id = "other", .required = true, .key = true},
                               {.id = "instead"},
                               {.id = "basis", .required = true},
                               {.id = "remark"}};
constexpr TableInfo kInfo{.id = "code-pairs", .columns = kColumns};

std::vector<CodeRange> ranges(std::string_view list) {
  std::vector<CodeRange> out;
  any_range(list, [&](CodeRange range) {
    out.push_back(range);
    return false;
  });
  return out;
}

// `text` holds what the pairs are views of.
std::vector<CodePair> read(std::string_view path, std::string& text) {
  text = std::string(find_embedded_file(path)->text);
  TableErrors errors{std::string(path)};
  const TableRows rows = read_rows(kInfo, text, errors);
  assert(!errors.all());
  std::vector<CodePair> out;
  out.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TableRow row = rows[i];
    out.push_back({ranges(row.text("code")), ranges(row.text("other")), row.text("instead"),
                   row.text("basis")});
  }
  return out;
}

}  // namespace

const std::vector<CodePair>& excluding_pairs() {
  static std::string text;
  static const std::vector<CodePair> pairs = read("checks/coding/exclusions.csv", text);
  return pairs;
}

const std::vector<CodePair>& combining_pairs() {
  static std::string text;
  static const std::vector<CodePair> pairs = read("checks/coding/combinations.csv", text);
  return pairs;
}

}  // namespace emrlint::checks

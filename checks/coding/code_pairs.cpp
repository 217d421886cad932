// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_pairs.h"

#include <cassert>
#include <string>
#include <utility>

#include "base/embedded.h"
#include "checks/coding/code_list.h"
#include "tables/table_rows.h"

namespace emrlint::checks {
namespace {

constexpr Column column(std::string_view id, bool required = false, bool key = false) {
  return {.id = id, .zh = {}, .text = {}, .required = required, .key = key};
}
constexpr Column kColumns[] = {column("code", true, true), column("other", true, true),
                               column("instead"), column("basis", true), column("remark")};
constexpr TableInfo kInfo{.id = "code-pairs", .title = {}, .text = {}, .columns = kColumns};

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

// "E10,E13-E14"; false where something is no code.
bool read_side(std::string_view text, std::vector<CodeRange>& out) {
  while (true) {
    const std::size_t comma = text.find(',');
    const std::string_view item = text.substr(0, comma);
    const std::size_t hyphen = item.find('-');
    const std::string_view first = item.substr(0, hyphen);
    const std::string_view last = hyphen == item.npos ? first : item.substr(hyphen + 1);
    // Ends of one length: else I11-I13.9 would hold half of I13.
    if (!well_formed_icd10(first) || !well_formed_icd10(last) || first.size() != last.size()) {
      return false;
    }
    out.push_back({first, last});
    if (comma == text.npos) return true;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

std::optional<std::vector<CodePair>> pairs_of(WordList option) {
  std::vector<CodePair> out;
  const bool wrong = any_word(option, [&](std::string_view word) {
    CodePair pair;
    const std::size_t slash = word.find('/');
    const std::size_t sign = word.find('=');
    if (slash == word.npos || (sign != word.npos && sign < slash)) return true;
    if (sign != word.npos) {
      pair.instead = word.substr(sign + 1);
      if (!well_formed_icd10(pair.instead)) return true;
    }
    if (!read_side(word.substr(0, slash), pair.codes)) return true;
    const std::string_view others = word.substr(0, sign).substr(slash + 1);
    if (!read_side(others, pair.others)) return true;
    out.push_back(std::move(pair));
    return false;
  });
  if (wrong) return std::nullopt;
  return out;
}

Bilingual basis_of(const CodePair& pair) {
  if (pair.basis.empty()) return {"本院规定", "a rule of the hospital"};
  return {pair.basis, pair.basis};
}

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

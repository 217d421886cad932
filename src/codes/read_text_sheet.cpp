// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "codes/sheet_import.h"

namespace emrlint {
namespace {

constexpr std::size_t kHeadLines = 50;

std::string_view first_lines(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) {
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  }
  return text.substr(0, at);
}

bool digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "00001 A00     0 Cholera                       Cholera": number, code, whether billable, the
// short and the long title, at fixed places.
constexpr std::size_t kOrderCode = 6, kOrderFlag = 14, kOrderShort = 16, kOrderLong = 77;

bool order_line(std::string_view line) {
  return line.size() > kOrderLong && digits(line.substr(0, 5)) && line[5] == ' ' &&
         line[kOrderFlag - 1] == ' ' && (line[kOrderFlag] == '0' || line[kOrderFlag] == '1') &&
         line[kOrderShort - 1] == ' ';
}

ReadSheet read_order_file(std::string_view text, std::uint32_t line) {
  ReadSheet read;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view one = text.substr(at, end - at);
    at = end + 1;
    if (trim_blanks(one).empty()) continue;
    if (!order_line(one)) {
      read.sheet.drop_row({line, 1, {"不是序列文件的行", "is no line of an order file"}});
      continue;
    }
    const auto add = [&](std::size_t from, std::size_t size) {
      read.sheet.cells.push_back(
          {trim_blanks(one.substr(from, size)), static_cast<std::uint32_t>(from + 1)});
    };
    add(kOrderCode, kOrderFlag - kOrderCode);
    add(kOrderFlag, 1);
    add(kOrderShort, kOrderLong - kOrderShort);
    add(kOrderLong, one.npos);
    read.sheet.end_row(line);
  }
  ColumnMap& columns = read.columns.emplace();
  constexpr CodeColumn kOrder[] = {CodeColumn::kCode, CodeColumn::kBillable, CodeColumn::kSynonyms,
                                   CodeColumn::kNameEn};
  for (std::size_t i = 0; i < std::size(kOrder); ++i) {
    columns.places[static_cast<std::size_t>(kOrder[i])].push_back(i);
  }
  return read;
}

bool code_of_any(std::string_view text) {
  const auto systems = coding_systems();
  return std::any_of(systems.begin(), systems.end(), [&](const CodingSystem& system) {
    return well_formed(system.system, CanonicalCode(system, text).code());
  });
}

// How many rows begin with a code and go on.
std::size_t coded_rows(const Sheet& sheet) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < std::min(sheet.rows(), kHeadLines); ++i) {
    const auto row = sheet.row(i);
    count += row.size() >= 2 && code_of_any(row[0].text);
  }
  return count;
}

}  // namespace

std::optional<ColumnMap> columns_by_codes(const Sheet& sheet) {
  if (coded_rows(sheet) * 2 < std::min(sheet.rows(), kHeadLines) || sheet.rows() == 0) {
    return std::nullopt;
  }
  ColumnMap map;
  map.places[static_cast<std::size_t>(CodeColumn::kCode)].push_back(0);
  map.places[static_cast<std::size_t>(CodeColumn::kName)].push_back(1);
  return map;
}

ReadSheet read_text_sheet(std::string_view text, std::uint32_t first_line) {
  const std::string_view head = first_lines(text, kHeadLines);
  if (order_line(first_lines(text, 1))) return read_order_file(text, first_line);
  constexpr std::array<char, 4> kDelimiters = {'\t', ',', ';', ' '};
  char best = '\0';
  std::size_t most = 0;
  for (const char delimiter : kDelimiters) {
    if (head.find(delimiter) == head.npos && delimiter != ' ') continue;
    const Sheet sheet = split_text(head, delimiter);
    if (auto columns = columns_by_heading(sheet)) {
      return {split_text(text, delimiter, first_line), std::move(columns)};
    }
    const std::size_t coded = coded_rows(sheet);
    if (coded > most) best = delimiter, most = coded;
  }
  if (best != '\0') {
    Sheet sheet = split_text(text, best, first_line);
    auto columns = columns_by_codes(sheet);
    return {std::move(sheet), std::move(columns)};
  }
  // For columns that the user names.
  const auto count = [&](char c) { return std::count(head.begin(), head.end(), c); };
  best = *std::max_element(kDelimiters.begin(), kDelimiters.end() - 1,
                           [&](char a, char b) { return count(a) < count(b); });
  return {split_text(text, count(best) > 0 ? best : ' ', first_line), std::nullopt};
}

const CodingSystem* system_of(const Sheet& sheet, const ColumnMap& columns) {
  const auto systems = coding_systems();
  std::vector<std::size_t> fits(systems.size());
  std::size_t rows = 0;
  bool chinese = false;
  for (std::size_t i = columns.first_row; i < sheet.rows(); ++i) {
    const SheetCell* const code = columns.cell(sheet.row(i), CodeColumn::kCode);
    if (code == nullptr || code->text.empty()) continue;
    ++rows;
    for (std::size_t k = 0; k < systems.size(); ++k) {
      fits[k] += well_formed(systems[k].system, CanonicalCode(systems[k], code->text).code());
    }
    const SheetCell* const name = columns.cell(sheet.row(i), CodeColumn::kName);
    chinese = chinese || (name != nullptr && std::any_of(name->text.begin(), name->text.end(),
                                                         [](char c) { return (c & 0x80) != 0; }));
  }
  const CodingSystem* found = nullptr;
  std::size_t most = 0;
  bool several = false;
  for (std::size_t k = 0; k < systems.size(); ++k) {
    // The American systems have no Chinese names, TCM no others.
    const CodeSystem system = systems[k].system;
    const bool american = system == CodeSystem::kIcd10Cm || system == CodeSystem::kIcd10Pcs;
    if (chinese ? american : system == CodeSystem::kTcm) continue;
    if (fits[k] * 5 < rows * 4 || fits[k] == 0 || fits[k] < most) continue;
    several = fits[k] == most && found != nullptr;
    most = fits[k];
    found = &systems[k];
  }
  // A code of ICD-10 has the form of one of TCM too, never the other way round.
  if (several && chinese && fits[0] == most) return &systems[0];
  return several ? nullptr : found;
}

}  // namespace emrlint

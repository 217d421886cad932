// SPDX-License-Identifier: Apache-2.0
#include "codes/sheet_import.h"

#include <algorithm>
#include <charconv>

#include "codes/code_file.h"
#include "codes/search_index.h"
#include "text/fold.h"

namespace emrlint {
namespace {

constexpr std::size_t kLongestName = 2000;  // Bytes.

// Runs of blanks and line ends are one blank. Empty for what is no text.
std::optional<std::string> clean_name(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint point = decode_point(text, at);
    const char32_t c = point.point;
    if (c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == U'\u3000' || c == U'\u00A0') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c < 0x20 || c == 0x7F || c == 0xFFFD) {
      return std::nullopt;
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

bool has_ideograph(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint point = decode_point(text, at);
    if (ideograph(point.point)) return true;
    at += point.length;
  }
  return false;
}

bool one_of(std::string_view text, std::string_view list) {
  std::string wanted = "|";
  wanted.append(text).append("|");
  return list.find(wanted) != list.npos;
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Calls `visit` for each part of a list.
template <typename Visit>
bool each_part(std::string_view text, std::string_view delimiters, Visit visit) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(delimiters, at), text.size());
    const std::string_view part = trim_blanks(text.substr(at, end - at));
    if (!part.empty() && !visit(part)) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

std::optional<std::chrono::sys_days> parse_code_day(std::string_view text) {
  int parts[3] = {};
  std::size_t count = 0;
  if (text.size() == 8 && whole_number(text)) {
    return parse_code_day(std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2)) +
                          '-' + std::string(text.substr(6)));
  }
  const bool numbers = each_part(text, "-/.", [&](std::string_view part) {
    const auto number = whole_number(part);
    if (!number || count == 3) return false;
    parts[count++] = *number;
    return true;
  });
  if (!numbers || count != 3 || parts[0] < 1900) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                        std::chrono::month(static_cast<unsigned>(parts[1])),
                                        std::chrono::day(static_cast<unsigned>(parts[2]))};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days(day);
}

std::string_view SheetImport::text(CodeColumn column) const {
  const SheetCell* const cell = columns_.cell(cells_, column);
  return cell == nullptr ? std::string_view() : cell->text;
}

std::string SheetImport::place(CodeColumn column) const {
  const SheetCell* const cell = columns_.cell(cells_, column);
  return name_ + ':' + sheet_.place(line_, cell == nullptr ? 1 : cell->column);
}

bool SheetImport::fail(CodeColumn column, const std::string& zh, const std::string& en) {
  out_.add_fault(place(column), zh, en);
  return false;
}

void SheetImport::run() {
  for (const SheetFault& fault : sheet_.faults) {
    out_.add_fault(name_ + ':' + sheet_.place(fault.line, fault.column), std::string(fault.text.zh),
                   std::string(fault.text.en));
  }
  out_.options_.edition.rows +=
      static_cast<std::uint32_t>(sheet_.faults.size() + sheet_.rows() - columns_.first_row);
  const bool edits = columns_.has(CodeColumn::kEditType) && columns_.has(CodeColumn::kEditSystem);
  for (std::size_t i = columns_.first_row; i < sheet_.rows(); ++i) {
    cells_ = sheet_.row(i);
    line_ = sheet_.lines[i];
    edits ? read_edit(i) : read_row(i);
  }
}

void SheetImport::read_row(std::size_t number) {
  (void)number;
  CodeRow row;
  if (!read_code(row) || !read_names(row) || !read_links(row) || !read_limits(row)) return;
  add_headings(line_);
  out_.add_row(std::move(row), place(CodeColumn::kCode), line_);
}

bool SheetImport::read_code(CodeRow& row) {
  const SheetCell* const cell = columns_.cell(cells_, CodeColumn::kCode);
  if (cell == nullptr || cell->text.empty()) {
    return fail(CodeColumn::kCode, "没有编码", "there is no code");
  }
  const std::string written(cell->text);
  if (cell->number) {
    return fail(CodeColumn::kCode,
                "编码" + written + "在表中是数字，末尾的0可能已丢失；请设为文本格式",
                "the code " + written +
                    " is a number in the sheet and may have lost zeros at its end; format the "
                    "cells as text");
  }
  const CodingSystem& system = *out_.options_.edition.system;
  const CanonicalCode code(system, written);
  if (!well_formed(system.system, code.code())) {
    return fail(CodeColumn::kCode, "“" + written + "”不是" + std::string(system.name.zh) + "的形式",
                "\"" + written + "\" has not the form of " + std::string(system.name.en));
  }
  row.code = code.code();
  row.sign = code.sign();
  return add_links(row, code.companion(), CodeColumn::kCode);
}

bool SheetImport::add_name(CodeRow& row, const SheetCell& cell, bool synonym) {
  std::optional<std::string> name = clean_name(cell.text);
  if (!name || name->size() > kLongestName) {
    out_.add_fault(name_ + ':' + sheet_.place(line_, cell.column),
                   name ? "名称过长" : "名称中有不是文字的字节",
                   name ? "the name is too long" : "the name holds bytes that are no text");
    return false;
  }
  std::string& own = has_ideograph(*name) ? row.name_zh : row.name_en;
  if (!synonym && own.empty()) {
    own = *std::move(name);
  } else {
    row.add_synonym(*std::move(name));
  }
  return true;
}

bool SheetImport::read_names(CodeRow& row) {
  for (const CodeColumn column : {CodeColumn::kName, CodeColumn::kNameEn, CodeColumn::kSynonyms}) {
    for (const std::size_t at : columns_.places[static_cast<std::size_t>(column)]) {
      if (at >= cells_.size() || cells_[at].text.empty()) continue;
      if (column != CodeColumn::kSynonyms) {
        if (!add_name(row, cells_[at], false)) return false;
        continue;
      }
      // Short titles of American files hold semicolons and commas; bars part lists everywhere.
      const bool whole = each_part(cells_[at].text, "|", [&](std::string_view part) {
        return add_name(row, {part, cells_[at].column, false}, true);
      });
      if (!whole) return false;
    }
  }
  if (!row.name_zh.empty() || !row.name_en.empty()) return true;
  return fail(columns_.has(CodeColumn::kName) ? CodeColumn::kName : CodeColumn::kNameEn,
              "编码" + row.code + "没有名称", "the code " + row.code + " has no name");
}

bool SheetImport::add_links(CodeRow& row, std::string_view text, CodeColumn column) {
  const CodingSystem& system = *out_.options_.edition.system;
  return each_part(text, "|;, ", [&](std::string_view part) {
    CanonicalCode link(system, part);
    if (!well_formed(system.system, link.code())) {
      const CanonicalCode morphology(coding_system(CodeSystem::kMorphology), part);
      if (!well_formed(CodeSystem::kMorphology, morphology.code())) {
        return fail(column, "附加编码“" + std::string(part) + "”不是编码的形式",
                    "the code \"" + std::string(part) + "\" beside it has not the form of a code");
      }
      link = morphology;
    }
    row.add_link(link.code());
    return true;
  });
}

bool SheetImport::read_links(CodeRow& row) {
  if (!add_links(row, text(CodeColumn::kLink), CodeColumn::kLink)) return false;
  const std::string_view parent = text(CodeColumn::kParent);
  if (!parent.empty()) row.parent = CanonicalCode(*out_.options_.edition.system, parent).code();
  const std::string_view billable = text(CodeColumn::kBillable);
  if (billable.empty()) return true;
  if (one_of(billable, "|1|是|可|Y|y|yes|true|Yes|True|TRUE|")) {
    row.billable = true;
  } else if (one_of(billable, "|0|否|不可|N|n|no|false|No|False|FALSE|")) {
    row.billable = false;
  } else {
    return fail(CodeColumn::kBillable, "“" + std::string(billable) + "”应为是或否",
                "\"" + std::string(billable) + "\" should be yes or no");
  }
  return true;
}

bool SheetImport::read_day(CodeColumn column, std::optional<std::chrono::sys_days>& day) {
  const std::string_view written = text(column);
  if (written.empty()) return true;
  day = parse_code_day(written);
  const std::optional<int> serial = whole_number(written);
  if (!day && columns_.cell(cells_, column)->number && serial && *serial > 20000 &&
      *serial < 80000) {
    // A spreadsheet counts days since 1899-12-30.
    day = std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(*serial);
  }
  if (day) return true;
  return fail(column, "“" + std::string(written) + "”应为日期，如2024-01-31",
              "\"" + std::string(written) + "\" should be a date such as 2024-01-31");
}

bool SheetImport::read_age(CodeColumn column, std::optional<int>& age) {
  const std::string_view written = text(column);
  if (written.empty()) return true;
  age = whole_number(written);
  if (age && *age >= 0 && *age < code_file::kNoAge) return true;
  return fail(column, "“" + std::string(written) + "”应为周岁数",
              "\"" + std::string(written) + "\" should be an age in years");
}

bool SheetImport::read_limits(CodeRow& row) {
  const std::string_view sex = text(CodeColumn::kSex);
  if (one_of(sex, "|男|男性|M|m|male|Male|1|")) {
    row.sex = Sex::kMale;
  } else if (one_of(sex, "|女|女性|F|f|female|Female|2|")) {
    row.sex = Sex::kFemale;
  } else if (!sex.empty() && !one_of(sex, "|不限|无|-|both|any|0|")) {
    return fail(CodeColumn::kSex, "“" + std::string(sex) + "”应为男或女",
                "\"" + std::string(sex) + "\" should be male or female");
  }
  std::optional<int> from, to;
  if (!read_age(CodeColumn::kAgeFrom, from) || !read_age(CodeColumn::kAgeTo, to)) return false;
  if (from || to) row.ages = AgeLimits{from.value_or(0), to.value_or(code_file::kNoAge - 1)};
  if (row.ages && row.ages->from > row.ages->to) {
    return fail(CodeColumn::kAgeTo, "年龄上限低于下限", "the upper age is below the lower");
  }
  if (!read_day(CodeColumn::kValidFrom, row.validity.from) ||
      !read_day(CodeColumn::kValidTo, row.validity.to)) {
    return false;
  }
  if (row.validity.from && row.validity.to && *row.validity.to < *row.validity.from) {
    return fail(CodeColumn::kValidTo, "停用日期早于启用日期", "the last day is before the first");
  }
  return true;
}

// 类目 and 亚目 that stand on each row below them.
void SheetImport::add_headings(std::uint32_t line) {
  constexpr std::pair<CodeColumn, CodeColumn> kAbove[] = {
      {CodeColumn::kCategory, CodeColumn::kCategoryName},
      {CodeColumn::kSubcategory, CodeColumn::kSubcategoryName}};
  const CodingSystem& system = *out_.options_.edition.system;
  for (const auto& [code_column, name_column] : kAbove) {
    const SheetCell* const name = columns_.cell(cells_, name_column);
    const CanonicalCode code(system, text(code_column));
    if (name == nullptr || !well_formed(system.system, code.code())) continue;
    if (out_.find(code.code()) != nullptr) continue;
    CodeRow row;
    row.code = code.code();
    row.level = CodeLevel::kHeading;
    if (add_name(row, *name, false)) out_.add_row(std::move(row), place(code_column), line);
  }
}

namespace {

struct EditType {
  std::string_view name;
  Sex sex = Sex::kUnknown;
  std::optional<AgeLimits> ages;
  std::optional<CodeEdit> edit;
};
// Ages by the manual of the Medicare Code Editor, version 37: completed years.
constexpr EditType kEditTypes[] = {
    {"Newborn_Only", Sex::kUnknown, AgeLimits{0, 0}, std::nullopt},
    {"Pediatric_Only", Sex::kUnknown, AgeLimits{0, 17}, std::nullopt},
    {"Maternity_Only", Sex::kUnknown, AgeLimits{9, 64}, std::nullopt},
    {"Adult_Only", Sex::kUnknown, AgeLimits{15, 124}, std::nullopt},
    {"Female_Only", Sex::kFemale, std::nullopt, std::nullopt},
    {"Male_Only", Sex::kMale, std::nullopt, std::nullopt},
    {"Principal_Manifestation", Sex::kUnknown, std::nullopt, CodeEdit::kManifestation},
    {"Principal_Unacceptable", Sex::kUnknown, std::nullopt, CodeEdit::kUnacceptablePrincipal},
    {"Principal_Questionable_Admit", Sex::kUnknown, std::nullopt, CodeEdit::kQuestionableAdmission},
};

}  // namespace

void SheetImport::read_edit(std::size_t) {
  const CodeSystem system = out_.options_.edition.system->system;
  const bool procedure = text(CodeColumn::kEditSystem) == "P";
  const auto* const type =
      std::find_if(std::begin(kEditTypes), std::end(kEditTypes),
                   [&](const EditType& one) { return one.name == text(CodeColumn::kEditType); });
  if (procedure != (system == CodeSystem::kIcd10Pcs) || type == std::end(kEditTypes)) {
    ++out_.other_rows_;
    return;
  }
  CodeRow row;
  if (!read_code(row) || !read_names(row)) return;
  row.sex = type->sex;
  row.ages = type->ages;
  if (type->edit) row.edits.push_back(*type->edit);
  out_.edits_.push_back(std::move(row));
  out_.edit_places_.push_back(place(CodeColumn::kCode));
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "codes/columns.h"

#include <algorithm>
#include <charconv>

#include "base/nearest.h"
#include "source/utf8.h"
#include "text/fold.h"

namespace emrlint {
namespace {

constexpr std::size_t kHeadingRows = 20;

constexpr std::string_view kIds[kCodeColumnCount] = {
    "code",     "name",          "name-en",     "synonyms",         "link",       "parent",
    "billable", "sex",           "age-from",    "age-to",           "valid-from", "valid-to",
    "category", "category-name", "subcategory", "subcategory-name", "edit-type",  "edit-system"};

// Headings as they are after folding, with | before and behind each.
constexpr std::string_view kCodeHeadings =
    "|code|icdcode|编码|代码|诊断编码|诊断代码|疾病编码|疾病代码|疾病诊断编码|疾病诊断代码|"
    "主要编码|主编码|主要代码"
    "|手术编码|手术代码|手术操作编码|手术操作代码|操作编码|操作代码|icd10编码|icd10代码|icd10|"
    "icd9编码|icd9cm3编码|"
    "icd9cm3|形态学编码|肿瘤形态学编码|病证编码|病证代码|疾病编码icd10|icd编码|icd代码|标准编码|"
    "标准代码|";
constexpr std::string_view kNameHeadings =
    "|name|title|icddesc|description|名称|诊断名称|疾病名称|疾病诊断名称|手术名称|手术操作名称|"
    "操作名称|中文名称|"
    "标准名称|病证名称|形态学名称|术语|";
constexpr std::string_view kHeadings[kCodeColumnCount] = {
    kCodeHeadings,
    kNameHeadings,
    "|nameen|englishname|english|英文名称|英文名|英文|long|longdescription|longtitle|",
    "|synonym|synonyms|别名|同义词|又名|short|shortdescription|shorttitle|abbreviation|简称|俗称|",
    "|link|asterisk|附加编码|附加代码|星号编码|星号代码|伴随编码|",
    "|parent|parentcode|上级编码|上级代码|父编码|父级编码|上位编码|",
    "|billable|valid|leaf|可用|可编码|末级|是否末级|是否可用|",
    "|sex|gender|性别|适用性别|性别限制|",
    "|agefrom|minage|年龄下限|最小年龄|",
    "|ageto|maxage|年龄上限|最大年龄|",
    "|validfrom|effectivefrom|启用日期|生效日期|",
    "|validto|validuntil|effectiveto|停用日期|失效日期|",
    "|category|类目编码|类目代码|",
    "|categoryname|类目名称|",
    "|subcategory|亚目编码|亚目代码|",
    "|subcategoryname|亚目名称|",
    "|mceedittype|",
    "|icdcodetype|",
};

std::string folded(std::string_view text) {
  std::string out;
  fold(text, [&](char32_t c, std::size_t) { append_utf8(out, c); });
  return out;
}

std::optional<std::size_t> column_of(std::string_view heading) {
  if (heading.empty()) return std::nullopt;
  std::string wanted = "|";
  wanted.append(folded(heading)).append("|");
  if (wanted.size() <= 2) return std::nullopt;
  for (std::size_t i = 0; i < kCodeColumnCount; ++i) {
    if (kHeadings[i].find(wanted) != std::string_view::npos) return i;
  }
  return std::nullopt;
}

Error no_column(const std::string& what) {
  return {"--columns：没有列" + what, "--columns: there is no column " + what, {}};
}

// By a number or by letters.
std::optional<std::size_t> column_place(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) number = column_number(text);
  if (number == 0) return std::nullopt;
  return number - 1;
}

// The row, and the cell in it, that is this heading.
std::optional<std::pair<std::size_t, std::size_t>> heading_place(const Sheet& sheet,
                                                                 const std::string& text) {
  for (std::size_t i = 0; i < std::min(sheet.rows(), kHeadingRows); ++i) {
    const auto row = sheet.row(i);
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (row[k].text == text) return std::pair(i, k);
    }
  }
  return std::nullopt;
}

}  // namespace

std::span<const std::string_view> code_column_ids() { return kIds; }

const SheetCell* ColumnMap::cell(std::span<const SheetCell> row, CodeColumn column) const {
  const auto& where = places[static_cast<std::size_t>(column)];
  return where.empty() || where.front() >= row.size() ? nullptr : &row[where.front()];
}

std::optional<ColumnMap> columns_by_heading(const Sheet& sheet) {
  for (std::size_t i = 0; i < std::min(sheet.rows(), kHeadingRows); ++i) {
    ColumnMap map;
    map.first_row = i + 1;
    const auto row = sheet.row(i);
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (const auto column = column_of(row[k].text)) map.places[*column].push_back(k);
    }
    const bool named = map.has(CodeColumn::kName) || map.has(CodeColumn::kNameEn) ||
                       map.has(CodeColumn::kSynonyms);
    if (map.has(CodeColumn::kCode) && named) return map;
  }
  return std::nullopt;
}

Result<ColumnMap> columns_by_choice(const Sheet& sheet, const ColumnChoices& choices) {
  ColumnMap map;
  for (const auto& [id, place] : choices) {
    const auto* const known = std::find(std::begin(kIds), std::end(kIds), id);
    if (known == std::end(kIds)) {
      return Error{"--columns：" + id + "不是列的名称" + did_you_mean_zh(id, kIds),
                   "--columns: " + id + " is no name of a column" + did_you_mean_en(id, kIds),
                   {}};
    }
    std::optional<std::size_t> cell;
    if (const auto heading = heading_place(sheet, place)) {
      map.first_row = std::max(map.first_row, heading->first + 1);
      cell = heading->second;
    } else {
      cell = column_place(place);
    }
    if (!cell) return no_column(place);
    map.places[static_cast<std::size_t>(known - std::begin(kIds))].push_back(*cell);
  }
  if (!map.has(CodeColumn::kCode)) return no_column("code");
  return map;
}

}  // namespace emrlint

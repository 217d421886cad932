// SPDX-License-Identifier: Apache-2.0
#include "cli/table_files.h"

#include "tables/cell_value.h"

namespace emrlint {
namespace {

constexpr std::string_view kIntroduction = R"(# 参考表 / Reference tables

每张表是一个CSV文件：首行为列名（中英文均可），其后每行一条。编码为UTF-8或GB18030（Excel所存的即可）。
不需要的列可以不写；只有列名的表视为尚未载入。在emrlint.toml的[tables]中写明路径后生效。

Each table is a CSV file: the first line names the columns (by either name), then a row a line, in
UTF-8 or GB18030. Columns that are not needed may be left out; a table with a heading only counts as
not loaded. A table is in force once [tables] of emrlint.toml names its path.
)";

void add_table(std::string& page, const TableInfo& info) {
  page.append("\n## ").append(info.id).append(" ").append(info.title.zh).append("\n\n");
  page.append(info.text.zh).append("。\n").append(info.text.en).append(".\n\n");
  page += "| 列 / column | 内容 | what it holds | 值 / value |\n|---|---|---|---|\n";
  for (const Column& column : info.columns) {
    page.append("| ").append(column.zh).append(" / ").append(column.id);
    page.append(column.required ? " * | " : " | ").append(column.text.zh).append(" | ");
    page.append(column.text.en).append(" | ").append(expected(column, Lang::kZh)).append(" / ");
    page.append(expected(column, Lang::kEn)).append(" |\n");
  }
}

}  // namespace

std::string empty_table(const TableInfo& info, Lang lang) {
  std::string header = "\xEF\xBB\xBF";  // Excel takes a file without the mark for GBK.
  for (const Column& column : info.columns) {
    if (&column != info.columns.data()) header += ',';
    header += lang == Lang::kZh ? column.zh : column.id;
  }
  return header + "\r\n";
}

std::string table_guide() {
  std::string page(kIntroduction);
  for (std::size_t i = 0; i < kTableCount; ++i) {
    add_table(page, table_info(static_cast<TableKind>(i)));
  }
  page += "\n\\* 必填 / never blank\n";
  return page;
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "output/xlsx.h"

#include <sstream>

#include "output/xlsx_support.h"

namespace emrlint {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::unique_ptr<XlsxBook> book_of(XlsxBook::Memory memory,
                                  std::uint32_t most_rows = XlsxBook::kMostRows) {
  Result<std::unique_ptr<XlsxBook>> book = XlsxBook::make(memory, "病历质控", most_rows);
  REQUIRE_MESSAGE(book.ok(), book.error().en);
  return *std::move(book);
}

std::string bytes_of(XlsxBook& book) {
  std::ostringstream out;
  const auto error = book.write(out);
  REQUIRE_MESSAGE(!error, error->en);
  return out.str();
}

std::string sample(XlsxBook::Memory memory) {
  const auto book = book_of(memory);
  book->begin_table(book->name_for("问题"), {{"病历", 12}, {"说明", 60}, {"扣分", 8}});
  const std::vector<XlsxCell> first{
      {.text = "ZY1"}, {.text = "缺入院记录"}, {.look = XlsxLook::kNumber, .number = 2.5}};
  const std::vector<XlsxCell> second{{.text = "=1+1"}, {.text = "两行\n<&>"}, {.text = "007"}};
  book->row(first);
  book->row(second);
  return bytes_of(*book);
}

TEST_CASE("what a table holds is read back as it was written") {
  for (const auto memory : {XlsxBook::Memory::kInOrder, XlsxBook::Memory::kWhole}) {
    const std::string bytes = sample(memory);
    const std::vector<BookSheet> sheets = read_workbook(bytes);
    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].name == "问题");
    CHECK(sheets[0].rows == Rows{{"病历", "说明", "扣分"},
                                 {"ZY1", "缺入院记录", "2.5"},
                                 {"=1+1", "两行\n<&>", "007"}});
    const std::string sheet = zip_part(bytes, "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<f>") == sheet.npos);  // No text is a formula.
    CHECK(sheet.find("ySplit=\"1\"") != sheet.npos);
    CHECK(sheet.find("<autoFilter ref=\"A1:C3\"/>") != sheet.npos);
  }
}

TEST_CASE("the same table is the same file, whenever it is written") {
  for (const auto memory : {XlsxBook::Memory::kInOrder, XlsxBook::Memory::kWhole}) {
    const std::string bytes = sample(memory);
    CHECK(bytes == sample(memory));
    const std::string core = zip_part(bytes, "docProps/core.xml");
    CHECK(core.find("1980-01-01T00:00:00Z") != core.npos);
    CHECK(core.find("病历质控") != core.npos);
  }
}

TEST_CASE("a table longer than a worksheet goes on in the next one") {
  const auto book = book_of(XlsxBook::Memory::kInOrder, 3);
  book->begin_table(book->name_for("问题"), {{"病历", 12}});
  for (const char* text : {"1", "2", "3"}) {
    const std::vector<XlsxCell> cells{{.text = text}};
    book->row(cells);
  }
  const std::vector<BookSheet> sheets = read_workbook(bytes_of(*book));
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0].rows == Rows{{"病历"}, {"1"}, {"2"}});
  CHECK(sheets[1].name == "问题 (2)");
  CHECK(sheets[1].rows == Rows{{"病历"}, {"3"}});
}

TEST_CASE("a form merges cells along rows and down columns, and leads to other sheets") {
  const auto book = book_of(XlsxBook::Memory::kWhole);
  const std::string other = book->name_for("ZY1");
  const std::vector<double> widths{10, 20, 30};
  book->begin_form(book->name_for("总表"), widths);
  const std::vector<XlsxCell> title{{.text = "评分表", .look = XlsxLook::kTitle, .across = 3}};
  const std::vector<XlsxCell> first{{}, {.text = "ZY1", .look = XlsxLook::kLink, .link = other}};
  const std::vector<XlsxCell> second{{}, {.text = "b"}, {.text = "c"}};
  book->row(title, 30);
  book->freeze();
  book->row(first);
  book->row(second);
  book->merge_down(0, 2, {.text = "病案首页", .look = XlsxLook::kStrong});
  CHECK(book->rows() == 3);
  book->begin_form(other, widths);
  const std::string bytes = bytes_of(*book);
  CHECK(read_workbook(bytes)[0].rows ==
        Rows{{"评分表", "", ""}, {"病案首页", "ZY1"}, {"", "b", "c"}});
  const std::string sheet = zip_part(bytes, "xl/worksheets/sheet1.xml");
  CHECK(sheet.find("<mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/>") != sheet.npos);
  CHECK(sheet.find("location=\"'ZY1'!A1\"") != sheet.npos);
  CHECK(sheet.find("fitToHeight=\"0\"") != sheet.npos);
}

TEST_CASE("names of worksheets are such as a spreadsheet takes") {
  const auto book = book_of(XlsxBook::Memory::kWhole);
  CHECK(book->name_for("a/b:[c]?") == "a_b__c__");
  CHECK(book->name_for("ZY1") == "ZY1");
  CHECK(book->name_for("zy1") == "zy1 (2)");
  CHECK(book->name_for("") == "_");
  std::string wide, cut;
  for (int i = 0; i < 40; ++i) wide += "病";
  for (int i = 0; i < 31; ++i) cut += "病";
  CHECK(book->name_for(wide) == cut);
  CHECK(book->name_for(wide) == cut.substr(0, 27 * 3) + " (2)");
}

TEST_CASE("what a cell cannot hold is replaced or cut") {
  const auto book = book_of(XlsxBook::Memory::kInOrder);
  book->begin_table(book->name_for("t"), {{"x", 5}});
  const std::vector<XlsxCell> broken{{.text = "a\x01\xFF\xEF\xBF\xBF\tb\r\nc"}};
  const std::string much(40'000, 'x');
  const std::vector<XlsxCell> wide{{.text = much}};
  book->row(broken);
  book->row(wide);
  const std::vector<BookSheet> sheets = read_workbook(bytes_of(*book));
  CHECK(sheets[0].rows[1][0] == "a\uFFFD\uFFFD\uFFFD b\nc");
  CHECK(sheets[0].rows[2][0] == std::string(32'766, 'x') + "…");
}

}  // namespace
}  // namespace emrlint

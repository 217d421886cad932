// SPDX-License-Identifier: Apache-2.0
#include "codes/workbook.h"

#include <zlib.h>

#include "codes/codes_support.h"

namespace emrlint {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

void put(std::string& out, std::uint64_t value, int bytes) {
  for (; bytes > 0; --bytes, value >>= 8) out += static_cast<char>(value & 0xFF);
}

// A zip archive whose parts are stored as they are (APPNOTE 4.3).
std::string zipped(const Parts& parts) {
  std::string out, directory;
  for (const auto& [name, text] : parts) {
    const std::size_t at = out.size();
    std::string entry;
    put(entry, 20, 2), put(entry, 0, 8);  // Version, flags, method, time, date.
    put(entry,
        crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())), 4);
    put(entry, text.size(), 4), put(entry, text.size(), 4);
    put(entry, name.size(), 2), put(entry, 0, 2);
    out += "PK\x03\x04" + entry + name + text;
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    directory += entry;
    put(directory, 0, 10), put(directory, at, 4);
    directory += name;
  }
  const std::size_t at = out.size();
  out += directory + "PK\x05\x06";
  put(out, 0, 4), put(out, parts.size(), 2), put(out, parts.size(), 2);
  put(out, directory.size(), 4), put(out, at, 4), put(out, 0, 2);
  return out;
}

Parts workbook() {
  return {{"xl/workbook.xml",
           "<workbook xmlns:r='r'><sheets><sheet name='说明' sheetId='1' r:id='rId1'/>"
           "<sheet name='诊断' sheetId='2' r:id='rId2'/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"
           "<Relationship Id='rId2' Target='/xl/worksheets/sheet2.xml'/></Relationships>"},
          {"xl/sharedStrings.xml",
           "<sst><si><t>疾病编码</t></si><si><t>疾病名称</t></si><si><r><t>古典</t></r><r><t>霍乱"
           "</t></r><rPh><t>x</t></rPh></si></sst>"},
          {"xl/worksheets/sheet1.xml",
           "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>说明</t></is></c>"
           "</row></sheetData></worksheet>"},
          {"xl/worksheets/sheet2.xml",
           "<worksheet><sheetData>"
           "<row r='2'><c r='B2' t='s'><v>0</v></c><c r='D2' t='s'><v>1</v></c></row>"
           "<row r='3'><c r='B3' t='inlineStr'><is><t>A00.000</t></is></c>"
           "<c r='D3' t='s'><v>2</v></c></row>"
           "<row r='5'><c r='B5'><v>45.1</v></c><c r='D5' t='str'><v>肠切除</v></c></row>"
           "<row r='6'><c r='B6' t='str'><v>A0</v></c><c r='D6' t='s'><v>9</v></c></row>"
           "</sheetData></worksheet>"}};
}

std::string failure(const Parts& parts, const std::string& only = {}) {
  Workbook book;
  const auto error = book.read(zipped(parts), only);
  return error ? error->en : "";
}

TEST_CASE("the sheets of a workbook are read as they show") {
  Workbook book;
  REQUIRE(!book.read(zipped(workbook()), {}));
  REQUIRE(book.sheets().size() == 2);
  const Sheet& sheet = book.sheets()[1];
  REQUIRE(sheet.rows() == 4);
  REQUIRE(sheet.row(1).size() == 4);
  CHECK(sheet.row(1)[1].text == "A00.000");
  CHECK(sheet.row(1)[3].text == "古典霍乱");
  CHECK(!sheet.row(1)[1].number);
  CHECK(sheet.row(2)[1].number);
  CHECK(sheet.lines[2] == 5);
  CHECK(sheet.place(5, 2) == "诊断!B5");
  CHECK(column_letters(28) == "AB");
  CHECK(column_number("ab") == 28);
}

TEST_CASE("a code list is imported from the sheet that has one") {
  ImportOptions options;
  options.edition.system = &coding_system(CodeSystem::kIcd10);
  CodeImport import(options);
  REQUIRE(!import.add("list.xlsx", zipped(workbook())));
  const Result<std::string> bytes = import.finish(false);
  REQUIRE(bytes.ok());
  CHECK(CodeTable::of(*bytes, "x")->find("A00.000")->name_zh() == "古典霍乱");
  REQUIRE(import.faults().size() == 2);
  CHECK(import.faults()[0].place == "list.xlsx:诊断!B5");
  CHECK(import.faults()[0].en.find("45.1 is a number in the sheet") != std::string::npos);
  CHECK(import.faults()[1].place == "list.xlsx:诊断!B6");
}

TEST_CASE("one sheet can be named") {
  CHECK(failure(workbook(), "诊断").empty());
  CHECK(failure(workbook(), "手术") == "there is no sheet \"手术\"; there are: 说明, 诊断");
  ImportOptions options;
  options.sheet = "说明";
  CodeImport import(options);
  CHECK(import.add("list.xlsx", zipped(workbook()))->en.find("--columns") != std::string::npos);
}

TEST_CASE("what is no workbook, or a damaged one, is an error") {
  CHECK(failure({{"a.txt", "x"}}).find("is no XLSX workbook") == 0);
  Parts parts = workbook();
  parts[0].second = "<workbook>";
  CHECK(failure(parts).find("is no XLSX workbook") == 0);
  parts = workbook();
  parts.pop_back();
  CHECK(failure(parts) == "the sheet \"诊断\" is damaged");
  const std::string whole = zipped(workbook());
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    Workbook book;
    CHECK(book.read(std::string_view(whole).substr(0, size), {}));
  }
}

}  // namespace
}  // namespace emrlint

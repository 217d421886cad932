// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_OUTPUT_XLSX_SUPPORT_H_
#define EMRLINT_TESTS_OUTPUT_XLSX_SUPPORT_H_

#include <doctest/doctest.h>
#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codes/workbook.h"

namespace emrlint {

// A worksheet as its name and its rows of texts.
struct BookSheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;
};

// The worksheets of an XLSX file, as the importer of code tables reads them.
inline std::vector<BookSheet> read_workbook(std::string_view bytes) {
  Workbook book;
  const auto error = book.read(bytes, "");
  REQUIRE_MESSAGE(!error, error->en);
  std::vector<BookSheet> sheets;
  for (const Sheet& sheet : book.sheets()) {
    BookSheet& read = sheets.emplace_back();
    read.name = sheet.name;
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
      std::vector<std::string>& texts = read.rows.emplace_back();
      for (const SheetCell& cell : sheet.row(row)) texts.emplace_back(cell.text);
    }
  }
  return sheets;
}

// A part of a zip archive, "xl/worksheets/sheet1.xml"; "" for one that it has not.
inline std::string zip_part(std::string_view bytes, std::string_view name) {
  const auto number = [&](std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = size - 1; i >= 0; --i) {
      value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
    }
    return value;
  };
  for (std::size_t at = bytes.find("PK\x01\x02"); at != bytes.npos;
       at = bytes.find("PK\x01\x02", at + 4)) {
    if (bytes.substr(at + 46, number(at + 28, 2)) != name) continue;
    const std::size_t local = number(at + 42, 4);
    const std::size_t begin = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    std::string text(number(at + 24, 4), '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + begin));
    stream.avail_in = number(at + 20, 4);
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int end = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    REQUIRE(end == Z_STREAM_END);
    return text;
  }
  return {};
}

}  // namespace emrlint

#endif  // EMRLINT_TESTS_OUTPUT_XLSX_SUPPORT_H_

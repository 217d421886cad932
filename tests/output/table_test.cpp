// SPDX-License-Identifier: Apache-2.0
#include "output/table.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "tables/csv.h"

namespace emrlint {
namespace {

Table sample() {
  Table table;
  table.type = "row";
  table.columns = {{"name", {"名称", "name"}},
                   {"count", {"数量", "count"}},
                   {"share", {"比例", "share"}},
                   {"state", {"状态", "state"}},
                   {"key", {"键", "key"}, TableColumn::Reader::kProgram},
                   {"short", {"短", "short"}, TableColumn::Reader::kPerson},
                   {"text", {"说明", "text"}}};
  const Word word{"new", {"待审核", "new one"}};
  table.rows = {{"心内科", std::uint64_t{7}, Share{0.5}, word, "k1", "s", "一，二"},
                {"x", std::uint64_t{1234}, Cell(), Cell(), Cell(), Cell(), "=1+\"a\"\nb"}};
  return table;
}

template <typename Write>
std::string written(Write write) {
  std::ostringstream out;
  write(out);
  return std::move(out).str();
}

TEST_CASE("table: columns for people") {
  CHECK(written([](std::ostream& out) { write_text(out, sample(), Lang::kZh); }) ==
        "名称    数量   比例  状态    短  说明\n"
        "心内科     7  50.0%  待审核  s   一，二\n"
        "x       1234                     =1+\"a\" b\n");
}

TEST_CASE("table: a sheet for spreadsheets, read back") {
  std::string text = written([](std::ostream& out) { write_csv(out, sample(), Lang::kEn); });
  CHECK(text ==
        "\xEF\xBB\xBFname,count,share,state,key,text\r\n"
        "心内科,7,0.5,new one,k1,一，二\r\n"
        "x,1234,,,,\"'=1+\"\"a\"\"\nb\"\r\n");
  text.erase(0, 3);
  Csv csv;
  REQUIRE_FALSE(split_csv(text, csv));
  REQUIRE(csv.rows() == 3);
  CHECK(without_guard(csv.row(2)[5].text) == "=1+\"a\"\nb");
  CHECK(without_guard("'quoted'") == "'quoted'");
  CHECK(without_guard("'-3") == "-3");
}

TEST_CASE("table: lines for programs") {
  CHECK(written([](std::ostream& out) { write_json(out, sample()); }) ==
        "{\"type\":\"row\",\"name\":\"心内科\",\"count\":7,\"share\":0.5,\"state\":\"new\","
        "\"key\":\"k1\",\"text\":\"一，二\"}\n"
        "{\"type\":\"row\",\"name\":\"x\",\"count\":1234,\"text\":\"=1+\\\"a\\\"\\nb\"}\n");
}

}  // namespace
}  // namespace emrlint

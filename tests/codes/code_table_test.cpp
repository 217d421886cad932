// SPDX-License-Identifier: Apache-2.0
#include "codes/code_table.h"

#include <cstring>
#include <filesystem>
#include <fstream>

#include "codes/code_bytes.h"
#include "codes/code_file.h"
#include "codes/code_search.h"
#include "codes/codes_support.h"

namespace emrlint {
namespace {

// Asks a table everything; the sum keeps the answers from being left out.
std::size_t walk(const CodeTable& table) {
  std::size_t sum = table.source().size() + table.edition().size() + table.name().zh.size();
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    const CodeEntry entry = table[i];
    sum += entry.code().size() + entry.name(Lang::kZh).size() + entry.name(Lang::kEn).size();
    for (const std::string_view text : entry.synonyms()) sum += text.size();
    for (const std::string_view text : entry.links()) sum += text.size();
    for (std::size_t k = 0; k < entry.child_count(); ++k) sum += entry.child(k).code().size();
    if (const auto parent = entry.parent()) sum += entry.below(*parent);
    sum += entry.billable() + (entry.ages() ? 1 : 0) + entry.has(CodeEdit::kManifestation);
  }
  table.names().scan("伤寒性肝炎，特发性高血压，肠热病，typhoid", [&](const NameMatch& match) {
    for (const std::uint32_t entry : table.codes_named(match.name))
      sum += table[entry].code().size();
  });
  for (const char* query : {"A01", "伤寒", "gxy", "cholera", "高"}) {
    for (const CodeEntry& entry : search_codes(table, query, 5)) sum += entry.code().size();
  }
  return sum;
}

TEST_CASE("a code is found however a record writes it") {
  const CodeTable table = table_of(kIcd10);
  CHECK(table.size() == 9);
  for (const char* written : {"A01.001+K77.0*", "A01.001", "a01001", "Ａ０１．００１†"}) {
    const auto entry = table.find(written);
    REQUIRE_MESSAGE(entry, written);
    CHECK(entry->name_zh() == "伤寒性肝炎");
  }
  CHECK(!table.find("A01.002"));
  CHECK(!table.find(""));
  CHECK(!table.find("伤寒"));
  CHECK(table.find_exact("A01.001"));
  CHECK(!table.find_exact("A01001"));
}

TEST_CASE("a category that a table does not list is known by what begins with it") {
  const CodeTable table = table_of(kIcd10);
  CHECK(table.divides("I10"));
  CHECK(table.divides("ｏ１４"));
  CHECK(table.divides("A01.000"));
  CHECK(!table.divides("A01.000x004"));
  CHECK(!table.divides("A0"));
  CHECK(!table.divides("Z99"));
  CHECK(!table.divides(""));
}

TEST_CASE("an entry tells its place, its limits and its names") {
  const CodeTable table = table_of(kIcd10);
  const CodeEntry base = *table.find("A01.000"), category = *table.find("A01");
  CHECK(base.parent()->code() == "A01.0");
  CHECK(base.below(category));
  CHECK(!category.below(base));
  CHECK(category.child_count() == 1);
  CHECK(base.child(0).code() == "A01.000x004");
  CHECK(!category.billable());
  CHECK(category.level() == CodeLevel::kHeading);
  CHECK(base.billable());  // Of the national editions each code of six digits may be used.
  CHECK(base.synonyms().size() == 2);
  CHECK(*base.synonyms().begin() == "肠热病");
  const CodeEntry dagger = *table.find("A01.001");
  CHECK(dagger.sign() == CodeSign::kDagger);
  REQUIRE(dagger.links().size() == 1);
  CHECK(*dagger.links().begin() == "K77.0");
  CHECK(table.find("N40.x00")->sex() == Sex::kMale);
  CHECK(table.find("O14.900")->sex() == Sex::kFemale);
  CHECK(base.sex() == Sex::kUnknown);
  CHECK(!base.ages());
}

TEST_CASE("names and synonyms are found in a text, with the codes that have them") {
  const CodeTable table = table_of(kIcd10);
  const std::string_view text = "入院诊断：伤寒性肝炎、肠热病，特发性高血压（高血压病）。";
  std::string all;
  table.names().scan(text, [&](const NameMatch& match) {
    all.append(text.substr(match.from, match.to - match.from));
    for (const std::uint32_t entry : table.codes_named(match.name)) {
      all.append(" ").append(table[entry].code());
    }
    all += "; ";
  });
  CHECK(all == "伤寒性肝炎 A01.001; 肠热病 A01.000; 特发性高血压 I10.x00; 高血压病 I10.x00; ");
  CHECK(table.codes_named(kNoName).empty());
}

TEST_CASE("the same list gives the same bytes, whatever its order") {
  CHECK(table_bytes(kIcd10) == table_bytes(kIcd10));
  const std::string a = "A00.000 霍乱\nA01.000 伤寒\n", b = "A01.000 伤寒\nA00.000 霍乱\n";
  const std::string first = table_bytes(a), second = table_bytes(b);
  // The hash of the source differs.
  CHECK(first.size() == second.size());
  CHECK(table_of(a)[1].code() == table_of(b)[1].code());
}

TEST_CASE("a table is mapped from a file") {
  const auto path = std::filesystem::temp_directory_path() / "emrlint-code-table-test.codes";
  const std::string bytes = table_bytes(kIcd10);
  REQUIRE(!write_code_file(path.string(), bytes));
  const Result<CodeTable> table = CodeTable::open(path.string());
  REQUIRE(table.ok());
  CHECK(walk(*table) == walk(table_of(kIcd10)));
  std::ofstream(path, std::ios::trunc).close();
  CHECK(!CodeTable::open(path.string()).ok());
  std::filesystem::remove(path);
  CHECK(CodeTable::open(path.string()).error().en.find("cannot read") == 0);
  CHECK(write_code_file("/nonexistent/folder/x.codes", bytes));
}

TEST_CASE("a file that is no code table says so") {
  CHECK(CodeTable::of("编码,名称\n", "x").error().en ==
        "x: is no code table (emrlint codes import makes them)");
  std::string bytes = table_bytes(kIcd10);
  bytes[offsetof(code_file::Header, version)] = 9;
  CHECK(CodeTable::of(bytes, "x").error().en.find("another version") != std::string::npos);
}

TEST_CASE("a table that was cut short or changed is refused") {
  const std::string bytes = table_bytes(kIcd10);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_MESSAGE(!CodeTable::of(bytes.substr(0, size), "x").ok(), size);
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    CHECK_MESSAGE(!CodeTable::of(changed, "x").ok(), i);
  }
}

// What a checksum does not notice: a file that somebody made so.
TEST_CASE("a forged table is refused or answers from inside itself") {
  const std::string bytes = table_bytes(kIcd10);
  std::size_t refused = 0, read = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ flip);
      const std::uint64_t checksum = code_file_checksum(changed);
      std::memcpy(changed.data() + offsetof(code_file::Header, checksum), &checksum,
                  sizeof(checksum));
      const Result<CodeTable> table = CodeTable::of(changed, "x");
      refused += !table.ok();
      if (table.ok()) read += walk(*table) > 0;
    }
  }
  CHECK(refused > 100);
  CHECK(read > 100);
}

}  // namespace
}  // namespace emrlint

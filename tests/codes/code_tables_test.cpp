// SPDX-License-Identifier: Apache-2.0
#include "codes/code_tables.h"

#include "codes/codes_support.h"

namespace emrlint {
namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;

CodeTable edition(const char* id, const char* publisher, const char* from, const char* to,
                  const char* region = "") {
  ImportOptions options;
  options.edition.id = id;
  options.edition.publisher = publisher;
  options.edition.region = region;
  options.edition.validity = {parse_code_day(from), parse_code_day(to)};
  return table_of("A00.000 霍乱\n", std::move(options));
}

std::string_view in_force(const CodeTables& tables, std::optional<sys_days> day,
                          std::string_view region = "") {
  const CodeTable* const table = tables.in_force(CodeSystem::kIcd10, day, region);
  return table == nullptr ? "none" : table->edition();
}

TEST_CASE("the edition in force follows the day") {
  CodeTables tables;
  tables.add(edition("one", "NHC", "2011-01-01", "2019-12-31"));
  tables.add(edition("two", "NHC", "2019-07-01", ""));
  CHECK(in_force(tables, 2010y / 12 / 31) == "none");
  CHECK(in_force(tables, 2019y / 6 / 30) == "one");
  CHECK(in_force(tables, 2019y / 7 / 1) == "two");
  CHECK(in_force(tables, 2024y / 1 / 1) == "two");
  CHECK(in_force(tables, std::nullopt) == "none");
  CHECK(tables.in_force(CodeSystem::kIcd9Cm3, 2024y / 1 / 1) == nullptr);
  CHECK(tables.has(CodeSystem::kIcd10));
  CHECK(!tables.has(CodeSystem::kIcd9Cm3));
}

TEST_CASE("of two publishers the one named first counts") {
  CodeTables tables;
  tables.add(edition("clinical", "NHC", "2011-01-01", ""));
  tables.add(edition("insurance", "NHSA", "2021-01-01", ""));
  CHECK(in_force(tables, 2024y / 1 / 1) == "clinical");
}

TEST_CASE("a table of the region counts before one of everywhere") {
  CodeTables tables;
  tables.add(edition("national", "NHC", "", ""));
  tables.add(edition("zhejiang", "NHC", "", "", "CN-ZJ"));
  CHECK(in_force(tables, 2024y / 1 / 1, "CN-ZJ") == "zhejiang");
  CHECK(in_force(tables, 2024y / 1 / 1, "CN-ZJ-HZ") == "zhejiang");
  CHECK(in_force(tables, 2024y / 1 / 1, "CN-ZJX") == "national");
  CHECK(in_force(tables, 2024y / 1 / 1, "CN-SH") == "national");
  CHECK(in_force(tables, std::nullopt, "CN-SH") == "national");
  tables.set_region("CN-ZJ");
  CHECK(tables.in_force(CodeSystem::kIcd10, std::nullopt)->edition() == "zhejiang");
}

}  // namespace
}  // namespace emrlint

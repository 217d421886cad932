// SPDX-License-Identifier: Apache-2.0
#include "check/coding_edition.h"

#include "codes/codes_support.h"
#include "tables/tables.h"

namespace emrlint {
namespace {

CodeTable edition(const char* id, const char* from, const char* to) {
  ImportOptions options;
  options.edition.id = id;
  options.edition.validity = {parse_code_day(from), parse_code_day(to)};
  return table_of("A00.000 霍乱\n", std::move(options));
}

std::string_view edition_of(const Chart& chart, const Tables& tables, Clock clock = {}) {
  const Report report(clock, &tables);
  const CodeTable* const table = coding_edition(chart, report, CodeSystem::kIcd10);
  return table == nullptr ? "none" : table->edition();
}

TEST_CASE("codes are judged by the edition of the day of discharge") {
  CodeTables codes;
  codes.add(edition("old", "", "2023-12-31"));
  codes.add(edition("new", "2024-01-01", ""));
  Tables tables;
  tables.set_codes(std::move(codes));
  Chart chart;
  CHECK(edition_of(chart, tables) == "none");
  Clock clock;
  clock.as_of = parse_iso_time("2023-05-01T10:00");
  CHECK(edition_of(chart, tables, clock) == "old");
  chart.encounter.discharged.add({*parse_iso_time("2024-01-01T00:30")});
  CHECK(edition_of(chart, tables, clock) == "new");
  Chart vague;
  vague.encounter.discharged.add({*parse_iso_time("2023")});
  CHECK(edition_of(vague, tables) == "none");
  CHECK(edition_of(chart, Tables::none()) == "none");
}

TEST_CASE("an edition that is not there is named") {
  CHECK(missing_codes(CodeSystem::kIcd10).id == "codes-icd-10");
  for (const CodingSystem& one : coding_systems()) {
    CHECK(missing_codes(one.system).id == "codes-" + std::string(one.id));
  }
}

}  // namespace
}  // namespace emrlint

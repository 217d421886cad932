// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/categories.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "checks/coding/tumour_reports.h"
#include "checks/imported_tables.h"

namespace emrlint::checks {
namespace {

using categories::Categories;

bool has_form(CodeSystem system, std::string_view code) {
  return system == CodeSystem::kIcd9Cm3 ? well_formed_icd9(code) : well_formed_icd10(code);
}

struct TumourCodes {
  std::string_view malignant, benign, last;
};
constexpr TumourCodes kTumours[] = {
#define EMRLINT_TUMOUR_SITE(words, malignant, benign, last) {malignant, benign, last},
#include "checks/coding/tumour_sites.def"
#undef EMRLINT_TUMOUR_SITE
};

// The ends of all ranges of a system, each with the name of its list.
struct ListedCode {
  std::string_view list, code;
};
std::vector<ListedCode> listed_codes(CodeSystem system) {
  std::vector<ListedCode> codes;
  for (const Categories& list : categories::kAll) {
    if (list.system != system) continue;
    for (const CodeRange& range : list.ranges) {
      codes.push_back({list.name, range.first});
      codes.push_back({list.name, range.last});
    }
  }
  for (const TumourCodes& row : kTumours) {
    if (system != CodeSystem::kIcd10 || row.malignant == "-") continue;
    for (const std::string_view code : {row.malignant, row.benign, row.last}) {
      codes.push_back({"tumour sites", code});
    }
  }
  return codes;
}

TEST_CASE("categories of the coding checks: every code is well-formed and every range goes up") {
  for (const Categories& list : categories::kAll) {
    CAPTURE(list.name);
    CHECK(!list.source.empty());
    for (const CodeRange& range : list.ranges) {
      CHECK(has_form(list.system, range.first));
      CHECK(has_form(list.system, range.last));
      CHECK(range.first <= range.last);
    }
  }
  for (const TumourCodes& row : kTumours) {
    if (row.malignant == "-") continue;
    CAPTURE(row.malignant);
    CHECK(well_formed_icd10(row.malignant));
    CHECK(row.benign <= row.last);
    CHECK(in_ranges(categories::kPrimaryNeoplasms, row.malignant));
    CHECK(in_ranges(categories::kBenignNeoplasms, row.benign));
    CHECK(in_ranges(categories::kBenignNeoplasms, row.last));
  }
}

TEST_CASE("categories of the coding checks: a code of a tumour is of one site") {
  REQUIRE(sited("C16.900").has_value());
  CHECK(sited("C16.900")->malignant);
  REQUIRE(sited("D13.100").has_value());
  CHECK(sited("D13.100")->site == sited("C16.900")->site);
  CHECK_FALSE(sited("D13.100")->malignant);
  CHECK(sited("D12.600")->site == sited("C18.700")->site);
  CHECK(sited("D12.800")->site == sited("C20.x00")->site);
  CHECK_FALSE(sited("D12.900").has_value());
  CHECK_FALSE(sited("C78.700").has_value());
}

TEST_CASE("categories of the coding checks: every code is in the imported tables") {
  for (const CodeSystem system : {CodeSystem::kIcd10, CodeSystem::kIcd9Cm3}) {
    const std::vector<CodeTable> tables = imported_tables(system);
    if (tables.empty()) {
      MESSAGE("not compared: EMRLINT_CODE_TABLES names no folder with a table of this system");
      continue;
    }
    for (const CodeTable& table : tables) {
      for (const ListedCode& one : listed_codes(system)) {
        const auto found = table.beginning_with(one.code);
        CHECK_MESSAGE(found.first < found.second,
                      table.source() << " has no " << one.code << " of " << one.list);
      }
    }
  }
}

}  // namespace
}  // namespace emrlint::checks

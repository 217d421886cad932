// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/categories.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "checks/coding/operation_groups.h"
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
  const auto add = [&](std::string_view list, std::span<const CodeRange> ranges) {
    for (const CodeRange& range : ranges) {
      codes.push_back({list, range.first});
      codes.push_back({list, range.last});
    }
  };
  for (const Categories& list : categories::kAll) {
    if (list.system != system) continue;
    add(list.name, list.ranges);
  }
  for (const TumourCodes& row : kTumours) {
    if (system != CodeSystem::kIcd10 || row.malignant == "-") continue;
    for (const std::string_view code : {row.malignant, row.benign, row.last}) {
      codes.push_back({"tumour sites", code});
    }
  }
  if (system == CodeSystem::kIcd10) {
    for (const DiseaseGroup& group : disease_groups()) add(group.name.en, group.codes);
  } else {
    for (const OperationGroup& group : operation_groups()) add(group.name.en, group.codes);
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

bool apart(std::string_view disease, std::string_view operation) {
  const DiseaseGroup* const of_disease = disease_group(disease);
  const OperationGroup* const of_operation = operation_group(operation);
  REQUIRE(of_disease != nullptr);
  REQUIRE(of_operation != nullptr);
  return foreign(*of_disease, *of_operation);
}

TEST_CASE("categories of the coding checks: what treats a disease is not foreign to it") {
  const struct {
    std::string_view disease, operation;
  } kFit[] = {{"H25.900", "13.4100"}, {"H70.000", "20.4100"}, {"C73.x00", "06.4x00"},
              {"C50.900", "85.4300"}, {"C50.900", "65.6100"}, {"C34.900", "32.4100"},
              {"C16.900", "43.9900"}, {"C18.700", "45.7600"}, {"K35.900", "47.0100"},
              {"K40.900", "53.0000"}, {"K80.100", "51.2300"}, {"K64.800", "49.4600"},
              {"N20.000", "55.4x00"}, {"N40.x00", "60.2900"}, {"D25.900", "68.4100"},
              {"O82.000", "74.1x00"}, {"S72.000", "79.3500"}, {"S72.000", "81.5200"},
              {"M17.900", "81.5400"}};
  for (const auto& pair : kFit) {
    CAPTURE(pair.disease);
    CAPTURE(pair.operation);
    CHECK_FALSE(apart(pair.disease, pair.operation));
  }
  CHECK(apart("H25.900", "45.7600"));
  CHECK(apart("K80.100", "81.5400"));
  CHECK(apart("M17.900", "13.4100"));
}

TEST_CASE("categories of the coding checks: groups do not overlap") {
  for (const DiseaseGroup& group : disease_groups()) {
    for (const CodeRange& range : group.codes) CHECK(disease_group(range.first) == &group);
  }
  for (const OperationGroup& group : operation_groups()) {
    for (const CodeRange& range : group.codes) CHECK(operation_group(range.first) == &group);
  }
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

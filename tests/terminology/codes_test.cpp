// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "terminology/data_elements.h"
#include "terminology/loinc.h"
#include "terminology/oids.h"
#include "terminology/value_sets.h"

namespace emrlint {
namespace {

TEST_CASE("data elements have names and a form") {
  CHECK(data_element_name("DE04.01.119.00") == "主诉");
  CHECK(data_element_name("DE09.00.119.00") == "注意事项");
  CHECK(data_element_name("DE04.01.999.00").empty());
  CHECK(data_element_name("").empty());
  CHECK(data_element_count() == 1593);
  CHECK(is_data_element_id("DE04.01.119.00"));
  for (const std::string_view bad : {"DE02.10.28.00", "DE06.0.319.00", "DE056.00.124.00",
                                     "de04.01.119.00", "DE04.01.119.00 ", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(is_data_element_id(bad));
  }
}

TEST_CASE("a dictionary is known by its OID, its ids by their form") {
  CHECK(id_system("2.16.156.10011.2.2.1") == IdSystem::kDataElements);
  CHECK(id_system("2.16.156.10011.2.2.4") == IdSystem::kFrontPageSet);
  for (const std::string_view other : {"2.16.156.10011.2.2.2", "2.16.840.1.113883.6.1", ""}) {
    CAPTURE(other);
    CHECK(id_system(other) == IdSystem::kOther);
  }
  CHECK(has_id_form(IdSystem::kFrontPageSet, "HDSD00.11.142"));
  for (const std::string_view bad :
       {"HSDB05.10.130", "HDSD00.11.14", "HDSD00.11.142 ", "DE05.10.130.00", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(has_id_form(IdSystem::kFrontPageSet, bad));
  }
}

TEST_CASE("LOINC codes of documents and sections") {
  CHECK(doc_type_from_loinc("11488-4") == DocType::kConsultationRecord);
  CHECK(doc_type_from_loinc("34133-9") == DocType::kCcd);
  CHECK(doc_type_from_loinc("18842-5") == DocType::kDischargeRecord);
  CHECK(doc_type_from_loinc("34117-2") == DocType::kHistoryAndPhysical);
  CHECK(doc_type_from_loinc("11504-8") == DocType::kOperationRecord);
  CHECK(doc_type_from_loinc("10154-3") == DocType::kUnknown);
  CHECK(section_type_from_loinc("10154-3") == SectionType::kChiefComplaint);
  CHECK(section_type_from_loinc("55109-3") == SectionType::kComplication);
  CHECK(section_type_from_loinc("8648-8") == SectionType::kTreatmentCourse);
  CHECK(section_type_from_loinc("59776-5") == SectionType::kFindingsAndHandling);
  CHECK(section_type_from_loinc("0-0") == SectionType::kUnknown);
  CHECK(section_type_from_loinc("") == SectionType::kUnknown);
  CHECK(loinc_name("8716-3") == "Vital signs");
  CHECK(loinc_name("34117-2") == "History and physical note");
}

TEST_CASE("OIDs that are known") {
  for (const std::string_view known :
       {oids::kStayNumber, oids::kDataElements, oids::kLoinc,
        std::string_view("2.16.156.10011.2.1.1.54"), std::string_view("2.16.156.10011.2.3.1.258"),
        std::string_view("2.16.156.10011.2.3.3.11.5")}) {
    CAPTURE(known);
    CHECK(is_known_oid(known));
    CHECK_FALSE(oid_name(known).empty());
    CHECK(nearest_known_oid(known).empty());
  }
  for (const std::string_view unknown : {"", "2.16.156.10011.2.1.1.74", "2.16.156.10011.2.1.1.054",
                                         "2.16.156.10011.2.1.1.", "2.16.165.10011.1.12", "1.2.3"}) {
    CAPTURE(unknown);
    CHECK_FALSE(is_known_oid(unknown));
  }
  CHECK(oid_name("2.16.156.10011.2.3.1.258") == "手术级别代码表");
  CHECK(is_icd10_oid("2.16.156.10011.2.3.3.11.3"));
  CHECK(is_icd10_oid("2.16.156.10011.2.3.3.11"));
  CHECK_FALSE(is_icd10_oid("2.16.156.10011.2.3.3.12"));
}

TEST_CASE("a misprinted OID has exactly one known neighbour") {
  struct Case {
    std::string_view misprint;
    std::string_view expected;
  };
  const Case cases[] = {
      {"2.16.165.10011.1.12", "2.16.156.10011.1.12"},     // two digits swapped
      {"2.16.156.1001.2.2.1", "2.16.156.10011.2.2.1"},    // one missing
      {"2.16.156.100111.2.2.1", "2.16.156.10011.2.2.1"},  // one too many
      {"2.16.840.1.113863.6.1", "2.16.840.1.113883.6.1"},
      {"2.16.156.10011..2.4", ""},   // a dot too many, or a 2 missing
      {"2.16.156.10011.1.120", ""},  // several are one digit off
      {"2.16.156.10012.1.13", "2.16.156.10011.1.13"},
      {"1.2.840.10008.2.6.1", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.misprint);
    CHECK(nearest_known_oid(c.misprint) == c.expected);
  }
  CHECK(nearest_known_oid(std::string(10000, '1')).empty());
}

TEST_CASE("two swapped characters are found wherever they stand") {
  for (const std::string_view known : {oids::kStayNumber, oids::kDataElements, oids::kLoinc}) {
    std::size_t swapped = 0;
    for (std::size_t i = 0; i + 1 < known.rfind('.'); ++i) {
      std::string misprint(known);
      std::swap(misprint[i], misprint[i + 1]);
      if (misprint == known) continue;
      ++swapped;
      CAPTURE(misprint);
      CHECK(nearest_known_oid(misprint) == known);
    }
    CHECK(swapped > 8);
  }
}

TEST_CASE("value sets") {
  const ValueSet* level = value_set("2.16.156.10011.2.3.1.258");
  REQUIRE(level != nullptr);
  CHECK(level->title() == "手术级别代码表");
  CHECK(level->size() == 4);
  CHECK(level->contains("4"));
  CHECK(level->meaning("4") == "四级手术");
  CHECK(level->code_of("四级手术") == "4");
  CHECK_FALSE(level->contains("04"));
  CHECK_FALSE(level->contains("5"));
  CHECK_FALSE(level->contains(""));
  CHECK(level->code_of("五级手术").empty());
  const ValueSet* sex = value_set("2.16.156.10011.2.3.3.4");
  REQUIRE(sex != nullptr);
  CHECK(sex->meaning("2") == "女性");
  CHECK(value_set("2.16.156.10011.2.3.3.11") == nullptr);
  CHECK(value_set("") == nullptr);
}

}  // namespace
}  // namespace emrlint

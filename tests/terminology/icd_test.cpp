// SPDX-License-Identifier: Apache-2.0
#include "terminology/icd.h"

#include <doctest/doctest.h>

#include <string>

#include "terminology/sex_limited.h"

namespace emrlint {
namespace {

TEST_CASE("icd-10 forms of all editions are well-formed") {
  for (const char* code : {"A00", "A00.0", "I10.x00", "I10.x00x002", "K80.100", "E11.2†", "N08.3*",
                           "A01.001+K77.0*", "u07.1"}) {
    CHECK_MESSAGE(well_formed_icd10(code), code);
  }
}

TEST_CASE("what is no icd-10 code is not well-formed") {
  for (const char* code : {"", "1", "01", "I639", "A0", "K80.", "K80.1000", "K80.100x1", "高血压",
                           "A01.001+", "Ｉ10.x00", "K80 .1"}) {
    const bool trailing_sign = std::string(code) == "A01.001+";
    CHECK_MESSAGE(well_formed_icd10(code) == trailing_sign, code);
  }
}

TEST_CASE("icd-10 codes are repaired where the meaning is plain") {
  CHECK(repaired_icd10("I639") == "I63.9");
  CHECK(repaired_icd10("i10.x00") == "I10.x00");
  CHECK(repaired_icd10("Ｋ８０．１００") == "K80.100");
  CHECK(repaired_icd10("I10.×00") == "I10.x00");
  CHECK(repaired_icd10("高血压").empty());
  CHECK(repaired_icd10("01").empty());
}

TEST_CASE("icd-9-cm-3 forms") {
  for (const char* code : {"51.23", "51.2300", "51.2300x001", "17.912A0", "00.5", "99"}) {
    CHECK_MESSAGE(well_formed_icd9(code), code);
  }
  for (const char* code : {"", "5123", "5", "51.", "51.23001x", "K80.1", "腹腔镜"}) {
    CHECK_MESSAGE(!well_formed_icd9(code), code);
  }
  CHECK(repaired_icd9("512300") == "51.2300");
}

TEST_CASE("icd-10-cm forms") {
  CHECK(well_formed_icd10cm("S72.001A"));
  CHECK(well_formed_icd10cm("E11"));
  CHECK(well_formed_icd10cm("C4A.0"));
  CHECK(!well_formed_icd10cm("44054006"));
  CHECK(!well_formed_icd10cm("E11."));
}

TEST_CASE("ranges hold both ends and what is below them") {
  constexpr CodeRange kRanges[] = {{"C51", "C58"}, {"D07.0", "D07.3"}};
  CHECK(in_ranges(kRanges, "C51.9"));
  CHECK(in_ranges(kRanges, "C58.x00"));
  CHECK(in_ranges(kRanges, "D07.3"));
  CHECK(!in_ranges(kRanges, "D07.4"));
  CHECK(!in_ranges(kRanges, "C50.9"));
  CHECK(!in_ranges(kRanges, "D07"));
  CHECK(in_ranges(kRanges, "c53.900"));
  CHECK(!in_ranges(kRanges, ""));
}

TEST_CASE("sex limits of diagnoses") {
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "N40.x00") == Sex::kMale);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "C53.900") == Sex::kFemale);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "C50.900") == Sex::kUnknown);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "M81.0") == Sex::kFemale);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10Cm, "M81.0") == Sex::kUnknown);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "F52.500") == Sex::kFemale);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "F52.600") == Sex::kUnknown);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "F52.9") == Sex::kUnknown);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "P54.600") == Sex::kFemale);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10, "Z32.100") == Sex::kFemale);
  CHECK(sex_of_diagnosis(CodeSystem::kIcd10Cm, "Z32.3") == Sex::kUnknown);
}

TEST_CASE("diagnoses that leave the sex in doubt") {
  for (const char* code : {"Q56.400", "Q96.0", "Q99.900", "E25.000", "E34.5", "F64.0"}) {
    CHECK_MESSAGE(leaves_sex_in_doubt(code), code);
  }
  for (const char* code : {"Q53.900", "E28.200", "E34.400", "N40"}) {
    CHECK_MESSAGE(!leaves_sex_in_doubt(code), code);
  }
}

TEST_CASE("sex limits of procedures") {
  CHECK(sex_of_procedure("60.2100") == Sex::kMale);
  CHECK(sex_of_procedure("74.1x01") == Sex::kFemale);
  CHECK(sex_of_procedure("64.5x00") == Sex::kUnknown);
  CHECK(sex_of_procedure("51.2300") == Sex::kUnknown);
}

}  // namespace
}  // namespace emrlint

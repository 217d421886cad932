// SPDX-License-Identifier: Apache-2.0
#include "codes/coding_system.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint {
namespace {

std::string canonical(CodeSystem system, std::string_view text) {
  return std::string(CanonicalCode(coding_system(system), text).code());
}

TEST_CASE("codes are compared as they were meant") {
  const auto icd10 = [](std::string_view text) { return canonical(CodeSystem::kIcd10, text); };
  CHECK(icd10("I639") == "I63.9");
  CHECK(icd10("ｉ１０．Ｘ００") == "I10.x00");
  CHECK(icd10("I10.×00×002") == "I10.x00x002");
  CHECK(icd10(" K80 . 1 ") == "K80.1");
  CHECK(icd10("A00") == "A00");
  CHECK(icd10("高血压").empty());
  CHECK(icd10(std::string(60, 'A')).empty());
  CHECK(canonical(CodeSystem::kIcd10Cm, "s72001a") == "S72.001A");
  CHECK(canonical(CodeSystem::kIcd10Cm, "T36.0x1a") == "T36.0X1A");
  CHECK(canonical(CodeSystem::kIcd9Cm3, "512300X001") == "51.2300x001");
  CHECK(canonical(CodeSystem::kIcd9Cm3, "17.912a0") == "17.912A0");
  CHECK(canonical(CodeSystem::kMorphology, "8140/3") == "M8140/3");
  CHECK(canonical(CodeSystem::kTcm, "a01.02.03") == "A01.02.03");
  CHECK(canonical(CodeSystem::kIcd10Pcs, "0ty10z2") == "0TY10Z2");
}

TEST_CASE("signs are taken off a code and kept apart") {
  const CodingSystem& system = coding_system(CodeSystem::kIcd10);
  const CanonicalCode both(system, "A01.001＋K77.0*");
  CHECK(both.code() == "A01.001");
  CHECK(both.sign() == CodeSign::kDagger);
  CHECK(both.companion() == "K77.0*");
  CHECK(CanonicalCode(system, "A17.0†").sign() == CodeSign::kDagger);
  CHECK(CanonicalCode(system, "K77.0*").sign() == CodeSign::kAsterisk);
  CHECK(CanonicalCode(system, "K77.0").sign() == CodeSign::kNone);
  CHECK(CanonicalCode(system, "K77.0*1").code().empty());
}

TEST_CASE("each system has its forms") {
  CHECK(well_formed(CodeSystem::kTcm, "BNP010"));
  CHECK(well_formed(CodeSystem::kTcm, "A01.02.03"));
  CHECK(!well_formed(CodeSystem::kTcm, "A01."));
  CHECK(well_formed(CodeSystem::kIcd10Pcs, "0TY10Z2"));
  CHECK(!well_formed(CodeSystem::kIcd10Pcs, "0TYO0Z2"));
  CHECK(!well_formed(CodeSystem::kOther, "A00"));
  for (const CodingSystem& one : coding_systems()) {
    CHECK(find_coding_system(one.id) == &one);
    CHECK(&coding_system(one.system) == &one);
  }
}

}  // namespace
}  // namespace emrlint

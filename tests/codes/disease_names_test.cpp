// SPDX-License-Identifier: Apache-2.0
#include "codes/disease_names.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace emrlint {
namespace {

bool related(std::string_view a, std::string_view b) {
  const DiseaseNames& names = DiseaseNames::get();
  const auto of_a = names.rows_in(a), of_b = names.rows_in(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](DiseaseNames::Row row) {
    return std::find(of_b.begin(), of_b.end(), row) != of_b.end();
  });
}

bool coded(std::string_view name, std::string_view code) {
  const DiseaseNames& names = DiseaseNames::get();
  const auto rows = names.rows_in(name);
  return std::any_of(rows.begin(), rows.end(),
                     [&](DiseaseNames::Row row) { return names.covers(row, code); });
}

TEST_CASE("abbreviations and everyday names stand for diseases") {
  CHECK(related("AECOPD", "慢性阻塞性肺疾病急性加重"));
  CHECK(related("高血压病3级", "原发性高血压"));
  CHECK(related("T2DM", "2型糖尿病"));
  CHECK(related("房颤", "持续性心房颤动"));
  CHECK(!related("高血压", "糖尿病"));
  CHECK(!related("肺炎", "胃炎"));
  CHECK(coded("高血压病3级（极高危）", "I10.x00"));
  CHECK(coded("慢阻肺", "J44.100"));
  CHECK(!coded("慢阻肺", "J18.900"));
}

TEST_CASE("a code belongs to the rows that name what begins it") {
  const DiseaseNames& names = DiseaseNames::get();
  CHECK(names.rows_of_code("I10.x00x002") == names.rows_in("高血压"));
  CHECK(names.rows_of_code("E10.100").size() == 2);
  CHECK(names.rows_of_code("").empty());
  CHECK(names.rows_of_code("ZZZ").empty());
}

}  // namespace
}  // namespace emrlint

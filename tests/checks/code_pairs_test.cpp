// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_pairs.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace emrlint::checks {
namespace {

bool holds(const std::vector<CodePair>& pairs, std::string_view one, std::string_view other) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const CodePair& pair) {
    return in_ranges(pair.codes, one) && in_ranges(pair.others, other);
  });
}

TEST_CASE("code pairs: those built in") {
  CHECK(holds(excluding_pairs(), "K81.000", "K80.000"));
  CHECK_FALSE(holds(excluding_pairs(), "K81.000", "K80.200"));
  CHECK(holds(combining_pairs(), "K80.200", "K81.000"));
  for (const CodePair& pair : excluding_pairs()) {
    CHECK(pair.instead.empty());
    CHECK_FALSE(pair.basis.empty());
  }
  for (const CodePair& pair : combining_pairs()) {
    CHECK(well_formed_icd10(pair.instead));
    CHECK_FALSE(pair.basis.empty());
  }
}

TEST_CASE("code pairs: of an option") {
  const auto none = pairs_of({});
  REQUIRE(none.has_value());
  CHECK(none->empty());
  const auto pairs = pairs_of({"J02,J03/J04-J05|N20.0/N20.1=N20.2"});
  REQUIRE(pairs.has_value());
  REQUIRE(pairs->size() == 2);
  CHECK(holds(*pairs, "J03.900", "J05.000"));
  CHECK_FALSE(holds(*pairs, "J02.900", "J03.900"));
  CHECK(pairs->front().instead.empty());
  CHECK(pairs->back().instead == "N20.2");
  CHECK(basis_of(pairs->front()).en == "a rule of the hospital");
}

TEST_CASE("code pairs: an option of another form is refused") {
  for (const std::string_view wrong :
       {"E10", "E10/", "/E10", "E10=E11/E12", "E10/E11=", "E10/糖尿病", "E10/E11,", "I11-I13.9/I10",
        "E10/E11|E12"}) {
    CAPTURE(wrong);
    CHECK_FALSE(pairs_of({wrong}).has_value());
  }
}

}  // namespace
}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "base/number.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace emrlint {
namespace {

TEST_CASE("shortest: no digit more than reads back") {
  const struct {
    double value;
    const char* text;
  } cases[] = {{0, "0"},
               {64, "64"},
               {0.92, "0.92"},
               {0.1 + 0.2, "0.30000000000000004"},
               {1.0 / 3, "0.3333333333333333"},
               {-2.5, "-2.5"},
               {1e30, "1e+30"}};
  for (const auto& one : cases) {
    CHECK(shortest(one.value) == one.text);
    CHECK(decimal_of(one.text) == one.value);
  }
  for (const double value :
       {std::numeric_limits<double>::max(), -std::numeric_limits<double>::denorm_min()}) {
    CHECK(decimal_of(shortest(value)) == value);
  }
  CHECK(decimal_of("") == 0);
  CHECK(decimal_of("none") == 0);
}

}  // namespace
}  // namespace emrlint

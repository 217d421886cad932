// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "ledger/finding_rows.h"

namespace emrlint::ledger {
namespace {

TEST_CASE("ledger: of the arguments of a message small numbers are kept, in their places") {
  Outcome outcome;
  outcome.args = {{"3", "3"},
                  {"张三", "Zhang"},
                  {"", ""},
                  {"33010119800101123", "33010119800101123"},
                  {"12", "12"}};
  CHECK(numbers_of(outcome) == "3||||12");
  const std::vector<Argument> args = numbered_args("3||||12");
  REQUIRE(args.size() == 5);
  CHECK(args[0].en == "3");
  CHECK(args[1].en == "");
  CHECK(args[4].en == "12");
  CHECK(numbered_args("").empty());
}

}  // namespace
}  // namespace emrlint::ledger

// SPDX-License-Identifier: Apache-2.0
#include "base/nearest.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

TEST_CASE("a mistyped word finds the one that was meant") {
  constexpr std::string_view kWords[] = {"deadline", "frequency", "section"};
  struct Case {
    std::string_view word, meant;
  };
  for (const Case& c : {Case{"dedline", "deadline"}, Case{"sections", "section"},
                        Case{"frequnecy", "frequency"}, Case{"phrase", ""}, Case{"", ""}}) {
    CAPTURE(c.word);
    CHECK(nearest(c.word, kWords) == c.meant);
  }
}

}  // namespace
}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "check/message.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

TEST_CASE("message: a surgery is told by name and start, as far as known") {
  Surgery surgery;
  CHECK(to_argument(surgery).zh == "手术");
  CHECK(to_argument(surgery).en == "the surgery");
  surgery.code.value = "51.2300";
  CHECK(to_argument(surgery).zh == "“51.2300”");
  surgery.name.value = "胆囊切除术";
  surgery.start.add({*parse_iso_time("2024-03-03T09:05"), {}, Origin::kChartData});
  CHECK(to_argument(surgery).zh == "“胆囊切除术”（2024-03-03 09:05）");
  CHECK(to_argument(surgery).en == "“胆囊切除术” (2024-03-03 09:05)");
  CHECK_FALSE(to_argument(surgery).personal);
}

}  // namespace
}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "terminology/front_page.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

TEST_CASE("front page: an item by its data element, its name or both") {
  const struct {
    std::string_view element, name;
    FrontPageItem item;
  } kCases[] = {
      {"DE06.00.310.00", "实际住院天数", FrontPageItem::kActualDays},
      {"DE06.00.310.00", "", FrontPageItem::kActualDays},
      {"", "DE06.00.310.00", FrontPageItem::kActualDays},
      {"DE04.10.019.00", "新生儿入院体重(g)", FrontPageItem::kAdmissionWeight},
      {"DE04.10.019.00", "出生体重", FrontPageItem::kBirthWeight},
      {"", "新生儿出生体重（克）", FrontPageItem::kBirthWeight},
      {"DE05.01.025.00", "出院诊断-主要诊断名称", FrontPageItem::kUnknown},
      {"DE05.01.025.00", "病理诊断名称", FrontPageItem::kPathologyDiagnosis},
      {"", "门(急)诊诊断", FrontPageItem::kOutpatientDiagnosis},
      {"", "其他费用", FrontPageItem::kCostOtherService},
      {"", "其他费", FrontPageItem::kCostOther},
      {"", "病房", FrontPageItem::kUnknown},
      {"", "", FrontPageItem::kUnknown},
  };
  for (const auto& one : kCases) {
    CAPTURE(one.element);
    CAPTURE(one.name);
    CHECK(front_page_item(one.element, one.name) == one.item);
  }
}

}  // namespace
}  // namespace emrlint

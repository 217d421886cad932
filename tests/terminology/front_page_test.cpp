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

TEST_CASE("front page: the mode of discharge by code and in words") {
  CHECK(disposition_of("5") == Disposition::kDeath);
  CHECK(disposition_of("死亡") == Disposition::kDeath);
  CHECK(disposition_of("医嘱转社区卫生服务机构/乡镇卫生院") == Disposition::kCommunity);
  CHECK(disposition_of("非医嘱离院") == Disposition::kAgainstAdvice);
  CHECK(disposition_of("7") == Disposition::kUnknown);
  CHECK(disposition_of("") == Disposition::kUnknown);
}

}  // namespace
}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "check/record_half.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

constexpr Time kMorning{};

void sign(Document& record, Role role, int minutes) {
  Signature& signature = record.signatures.emplace_back();
  signature.role = role;
  Time time = kMorning;
  time.earliest += std::chrono::minutes(minutes);
  signature.at = Located<Time>{time, {}};
}

TEST_CASE("the heading tells which side wrote a handover or transfer record") {
  struct Case {
    std::string_view title;
    IsHalf out, in;
  };
  for (const auto& [title, out, in] :
       {Case{"转出记录", IsHalf::kYes, IsHalf::kNo}, Case{"转入记录", IsHalf::kNo, IsHalf::kYes},
        Case{"交班记录", IsHalf::kYes, IsHalf::kNo}, Case{"接班记录", IsHalf::kNo, IsHalf::kYes},
        Case{"交接班记录", IsHalf::kUnknown, IsHalf::kUnknown},
        Case{"转科记录", IsHalf::kUnknown, IsHalf::kUnknown},
        Case{"转出转入记录", IsHalf::kYes, IsHalf::kYes}}) {
    const auto& shown_title = title;
    CAPTURE(shown_title);
    Document record;
    record.title.value = title;
    CHECK(is_half(record, Half::kOut) == out);
    CHECK(is_half(record, Half::kIn) == in);
  }
}

TEST_CASE("the type element comes before the heading") {
  Document record;
  record.title.value = "转出记录";
  Element& type = record.elements.emplace_back();
  type.id.value = "DE06.00.314.00";
  type.display.value = "转入记录";
  CHECK(is_half(record, Half::kIn) == IsHalf::kYes);
  type.display.value = "";
  type.value.value = "2";
  CHECK(is_half(record, Half::kOut) == IsHalf::kYes);
}

TEST_CASE("a record that both sign is completed for each side by its own signature") {
  Document record;
  record.title.value = "交接班记录";
  sign(record, Role::kOutgoing, 10);
  sign(record, Role::kIncoming, 90);
  record.completed = record.signatures[1].at;
  CHECK(is_half(record, Half::kOut) == IsHalf::kYes);
  CHECK(is_half(record, Half::kIn) == IsHalf::kYes);
  CHECK(completed_half(record, Half::kOut)->value == record.signatures[0].at->value);
  CHECK(completed_half(record, Half::kIn)->value == record.signatures[1].at->value);
  record.signatures.erase(record.signatures.begin());
  CHECK(is_half(record, Half::kOut) == IsHalf::kNo);
}

TEST_CASE("sections tell where nothing else does") {
  Document record;
  record.sections.push_back({.type = SectionType::kTransferInPlan, .texts = {0, 1}});
  record.texts.push_back({"继续抗凝治疗", {}});
  CHECK(is_half(record, Half::kIn) == IsHalf::kYes);
  CHECK(is_half(record, Half::kOut) == IsHalf::kNo);
}

}  // namespace
}  // namespace emrlint

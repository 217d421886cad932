// SPDX-License-Identifier: Apache-2.0
#include "check/record_half.h"
#include "text/find_word.h"

#include <algorithm>

namespace emrlint {
namespace {

constexpr std::string_view kTransferType = "DE06.00.314.00";

struct Signs {
  bool out = false, in = false;
};

// "交接班" and "转出转入" name both.
Signs signs_in(std::string_view text) {
  const bool both = holds(text, "交接班") || holds(text, "交（接）班");
  return {!both && (holds(text, "转出") || holds(text, "交班")),
          !both && (holds(text, "转入") || holds(text, "接班"))};
}

Signs named(const Document& record) {
  if (const Element* type = record.element(kTransferType)) {
    const Signs signs = signs_in(type->display.value);
    if (signs.out || signs.in) return signs;
    if (type->value.value == "1") return {.in = true};  // 转科记录类型代码表: 1 转入, 2 转出
    if (type->value.value == "2") return {.out = true};
  }
  return signs_in(record.title.value);
}

Signs signers(const Document& record) {
  return {record.signature(Role::kOutgoing) != nullptr,
          record.signature(Role::kIncoming) != nullptr};
}

Signs sections(const Document& record) {
  return {
      record.has_text(SectionType::kTransferPurpose),
      record.has_text(SectionType::kTransferInPlan) || record.has_text(SectionType::kHandoverPlan)};
}

}  // namespace

IsHalf is_half(const Document& record, Half half) {
  const bool out = half == Half::kOut;
  for (const Signs& signs : {named(record), signers(record), sections(record)}) {
    if (signs.out && signs.in) return IsHalf::kYes;
    if (signs.out || signs.in) return signs.out == out ? IsHalf::kYes : IsHalf::kNo;
  }
  return IsHalf::kUnknown;
}

const std::optional<Located<Time>>& completed_half(const Document& record, Half half) {
  const Signature* writer =
      record.signature(half == Half::kOut ? Role::kOutgoing : Role::kIncoming);
  return writer != nullptr ? writer->at : record.completed;
}

}  // namespace emrlint

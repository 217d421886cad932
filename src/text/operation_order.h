// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_OPERATION_ORDER_H_
#define EMRLINT_TEXT_OPERATION_ORDER_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.h"

// What the words of an order say of an operation: 拟于明日在全麻下行腹腔镜下胆囊切除术,
// 今日08:00行阑尾切除术, 取消明日手术. What is no operation (换药, 胃镜检查, 胸腔穿刺术), what only
// belongs to one (术前禁食, 术后护理常规), what is past and what is left open (必要时行) plans
// none.
namespace emrlint {

enum class OperationIntent : std::uint8_t { kNone, kPlans, kPostpones, kCancels };

struct OperationOrder {
  OperationIntent intent = OperationIntent::kNone;
  std::string_view name;        // Inside the text; empty where it says no more than 手术.
  std::optional<Time> planned;  // As precise as the words are.
  bool emergency = false;       // 急诊手术, 急诊行
};

// `surgical`: the order is one of surgery by its kind, so that a name is enough (阑尾切除术);
// otherwise the words themselves have to plan it (拟行, 明日行). `given`: when it was ordered,
// which tells what 明日 and 3月5日 are.
OperationOrder operation_order(std::string_view text, bool surgical,
                               const std::optional<Time>& given);

// Whether two names may well be of one operation: one holds the other, or both end alike. Coarse,
// for those who would rather take two for one than one for two.
bool may_be_one_operation(std::string_view a, std::string_view b);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_OPERATION_ORDER_H_

// SPDX-License-Identifier: Apache-2.0
#include "checks/tcm/kinds.h"

#include <algorithm>
#include <string_view>

#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kSyndromeWord = "证";

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool figure(char c) { return c >= '0' && c <= '9'; }

TcmKind kind_of_code(std::string_view code) {
  if (code.size() < 3) return TcmKind::kUnknown;
  if (code[0] == 'Z' && upper(code[1])) return TcmKind::kSyndrome;
  if (code[0] == 'B') {
    if (upper(code[1])) return TcmKind::kDisease;
    if (figure(code[1])) return TcmKind::kSyndrome;
  }
  return code[0] == 'A' && figure(code[1]) ? TcmKind::kDisease : TcmKind::kUnknown;
}

// A name in two parts: 胸痹 气虚血瘀证, 胸痹-气虚血瘀, 胸痹（气虚血瘀证）.
bool two_parts(std::string_view name) {
  constexpr std::string_view kParts[] = {" ", "（", "(", "-", "—", "、", "，", ",", "·", "/", "　"};
  return std::any_of(std::begin(kParts), std::end(kParts), [&](std::string_view part) {
    const std::size_t at = name.find(part);
    return at != name.npos && at > 0;
  });
}

}  // namespace

TcmKind tcm_kind(const Diagnosis& diagnosis) {
  const std::string_view name = diagnosis.name.value;
  // 血证, 痹证, 郁证 are diseases: four characters are the least for a syndrome.
  const bool named = name.ends_with(kSyndromeWord) && name.size() >= 12;
  const bool holds = name.find(kSyndromeWord) != name.npos;
  if (two_parts(name) && (holds || !diagnosis.syndrome)) return TcmKind::kBoth;
  if (diagnosis.syndrome) return *diagnosis.syndrome ? TcmKind::kSyndrome : TcmKind::kDisease;
  const TcmKind coded = kind_of_code(diagnosis.code.value);
  if (coded != TcmKind::kUnknown) return coded;
  return named ? TcmKind::kSyndrome : TcmKind::kUnknown;
}

bool treated_by_tcm(const Chart& chart, WordList words) {
  if (chart.has(DocType::kTcmPrescription)) return true;
  return std::any_of(chart.orders.begin(), chart.orders.end(), [&](const Order& order) {
    return !order.cancelled &&
           (holds_any(order.content.value, words) || holds_any(order.kind.value, words));
  });
}

}  // namespace emrlint::checks

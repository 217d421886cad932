// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/operation_values.h"

#include <algorithm>
#include <string_view>

#include "text/find_word.h"
#include "text/narrative.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

using Words = std::span<const std::string_view>;
constexpr std::string_view kFluid[] = {"出血", "失血", "渗血", "积血", "积液", "腹水",
                                       "胸水", "尿",   "脓",   "羊水", "胆汁", "血性"};
constexpr std::string_view kThing[] = {"大小", "直径", "肿",     "瘤",   "结石",
                                       "囊肿", "息肉", "结节",   "病灶", "缺损",
                                       "阑尾", "子宫", "胆囊约", "穿孔", "裂口"};
constexpr std::string_view kStandard[] = {"切口", "套管", "戳孔", "距", "补片", "网片", "引流管"};
constexpr std::string_view kLasting[] = {"历时", "用时", "时间", "阻断", "缺血", "持续", "共"};

constexpr std::string_view kVolumes[] = {"毫升", "ml", "mL", "ML"};
constexpr std::string_view kLengths[] = {"厘米", "毫米", "cm", "mm"};

bool any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return holds(text, word); });
}

bool is_one(std::string_view unit, Words words) {
  return std::find(words.begin(), words.end(), unit) != words.end();
}

bool of_patient(std::string_view clause, std::string_view behind, const Quantity& quantity) {
  const std::string_view unit =
      quantity.unit.empty() ? behind.substr(0, kVolumes[0].size()) : quantity.unit;
  if (is_one(unit, kVolumes)) return any(clause, kFluid);
  if (is_one(unit, kLengths)) return any(clause, kThing) && !any(clause, kStandard);
  const bool short_time = quantity.time == TimeUnit::kMinute || quantity.time == TimeUnit::kHour;
  return short_time && any(clause, kLasting);
}

}  // namespace

int any_values(std::span<const Text> pieces) {
  int count = 0;
  for (const Text& piece : pieces) {
    for (std::size_t at = 0; const auto quantity = next_quantity(piece.value, at);) {
      at = quantity->to;
      ++count;
    }
  }
  return count;
}

int operation_values(std::span<const Text> pieces) {
  int count = 0;
  for (const Text& piece : pieces) {
    const std::string_view text = piece.value;
    const Narrative narrative(text);
    std::size_t at = 0;
    while (const auto quantity = next_quantity(text, at)) {
      const std::string_view gap = text.substr(at, quantity->from - at);
      const bool further = at > 0 && (gap == "×" || gap == "*" || gap == "x" || gap == "X");
      at = quantity->to;
      if (further) continue;
      const std::size_t from = narrative.clause_begin(quantity->from);
      const std::size_t to = narrative.clause_end(quantity->from);
      if (of_patient(text.substr(from, to - from), text.substr(quantity->to), *quantity)) ++count;
    }
  }
  return count;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/lasting.h"

#include <algorithm>

#include "check/words.h"

namespace emrlint::checks {
namespace {

struct Hours {
  double least = 0;
  double most = 0;
};

constexpr double hours_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMinute:
      return 1.0 / 60;
    case TimeUnit::kHour:
      return 1;
    case TimeUnit::kDay:
      return 24;
    case TimeUnit::kWeek:
      return 7 * 24;
    case TimeUnit::kMonth:
      return 30.4 * 24;
    case TimeUnit::kYear:
      return 365.25 * 24;
    default:
      return 0;
  }
}

// 20余年 is less than 30 years, 3+天 less than 4 days.
Hours hours_of(const Quantity& lasting) {
  const double unit = hours_in(lasting.time);
  const double least = std::min(lasting.value, lasting.upto);
  double most = std::max(lasting.value, lasting.upto);
  if (lasting.more) most += std::max(1.0, most / 2);
  return {least * unit, most * unit};
}

bool short_unit(const Quantity& lasting) {
  return lasting.time == TimeUnit::kMinute || lasting.time == TimeUnit::kHour;
}

constexpr WordList kOtherTimes{
    "昨|前日|前天|前晚|今晨|今早|今日|今天|今年|去年|前年|凌晨|上午|中午|下午|傍晚|当日|当天|次日|"
    "翌日|同日|上周|上月|月初|月底|年初|年底|数日|数天|数周|数月|数年|数小时|几天|几日|几年|"
    "多年|多日|多天|多月|长期|自幼|幼时|儿时|出生|生后|岁|末次|停经|孕|不详|月1|月2|月3|月4|月5|"
    "月6|"
    "月7|月8|月9"};

}  // namespace

std::optional<Quantity> next_lasting(std::string_view text, std::size_t at) {
  while (const std::optional<Quantity> found = next_quantity(text, at)) {
    if (hours_in(found->time) > 0 && !found->ordinal && !found->slash) return found;
    at = std::max(found->to, at + 1);
  }
  return std::nullopt;
}

bool may_agree(const Quantity& a, const Quantity& b) {
  const Hours one = hours_of(a);
  const Hours other = hours_of(b);
  double slack = 24 + std::max(one.most, other.most) / 5;
  if (short_unit(a) && short_unit(b)) slack = 1 + std::max(one.most, other.most) / 5;
  return one.least <= other.most + slack && other.least <= one.most + slack;
}

bool tells_other_times(std::string_view text) {
  if (holds_any(text, kOtherTimes)) return true;
  for (std::size_t at = 0; at + 4 < text.size(); ++at) {  // A year in figures: 2024年, 2024-03.
    const bool begins = (text.substr(at).starts_with("19") || text.substr(at).starts_with("20")) &&
                        (at == 0 || digit_at(text, at - 1) < 0);
    if (begins && digit_at(text, at + 2) >= 0 && digit_at(text, at + 3) >= 0) return true;
  }
  for (std::size_t at = 0; const std::optional<Quantity> found = next_lasting(text, at);) {
    if (text.substr(found->to).starts_with("后")) return true;  // 3天后: added to another.
    at = found->to;
  }
  return false;
}

}  // namespace emrlint::checks

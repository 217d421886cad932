// SPDX-License-Identifier: Apache-2.0
#include "check/age.h"

#include <charconv>

namespace emrlint {
namespace {

int day_number(Instant instant, int offset) {
  const auto local = instant + std::chrono::minutes{offset};
  return static_cast<int>(std::chrono::floor<std::chrono::days>(local).time_since_epoch().count());
}

}  // namespace

std::optional<Age> stated_age(std::string_view age, std::string_view unit) {
  int number = 0;
  const auto [end, error] = std::from_chars(age.data(), age.data() + age.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  const std::string_view rest = age.substr(static_cast<std::size_t>(end - age.data()));
  if (unit.empty()) unit = rest;
  if (unit == "天" || unit == "日" || unit == "d") return Age{number, number};
  if (unit == "月" || unit == "个月" || unit == "mo") return Age{number * 30, number * 31 + 31};
  if (!unit.empty() && unit != "岁" && unit != "a" && unit != "周岁") return std::nullopt;
  return Age{number * 365, (number + 1) * 366 - 1};
}

std::optional<Age> age_at_admission(const Chart& chart) {
  const auto& birth = chart.patient.birth;
  if (!birth || !chart.encounter.admitted) {
    return stated_age(chart.patient.age.value, chart.patient.age_unit.value);
  }
  const Time& born = birth->value;
  const Time& admitted = chart.encounter.admitted.value();
  const Age age{day_number(admitted.earliest, admitted.offset) -
                    day_number(born.latest(), born.offset),
                day_number(admitted.latest(), admitted.offset) -
                    day_number(born.earliest, born.offset)};
  if (age.most_days < 0) return std::nullopt;  // Born after admission: said by other checks.
  return Age{age.least_days < 0 ? 0 : age.least_days, age.most_days};
}

}  // namespace emrlint

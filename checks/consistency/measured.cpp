// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/measured.h"

#include <algorithm>
#include <optional>

#include "checks/frontpage/page.h"

namespace emrlint::checks {

std::vector<Measured> measurements(const Chart& chart) {
  std::vector<Measured> all;
  for (const Observation& o : chart.observations) {
    if (!o.at || o.at->value.precision < Precision::kDay) continue;
    if (o.name.value.find("心率") != o.name.value.npos) continue;
    if (o.name.value.find("eart rate") != o.name.value.npos) continue;
    const VitalKind* kind = vital_of(o.code.value, o.name.value);
    const auto number = kind != nullptr ? number_in(o.value.value) : std::nullopt;
    const auto own = number ? in_own_unit(*kind, *number, o.unit.value) : std::nullopt;
    if (own) all.push_back({kind, *own, &o});
  }
  return all;
}

Nearby::Nearby(const std::vector<Measured>& all, Vital vital, const Time& note, Duration apart) {
  for (const Measured& one : all) {
    if (one.kind->vital == vital) take(one, note, apart);
  }
}

void Nearby::take(const Measured& one, const Time& note, Duration apart) {
  const Time& at = one.from->at->value;
  if (at.latest() < note.earliest - std::chrono::hours{24}) return;
  if (at.earliest > note.latest() + apart) return;
  least_ = any_ ? std::min(least_, one.value) : one.value;
  most_ = any_ ? std::max(most_, one.value) : one.value;
  any_ = true;
  if (!at.exact()) return;
  const std::chrono::seconds distance =
      at.earliest < note.earliest ? note.earliest - at.earliest : at.earliest - note.earliest;
  if (distance > apart || (nearest_ != nullptr && distance >= distance_)) return;
  nearest_ = &one;
  distance_ = distance;
}

bool Nearby::allow(double value, double tolerance) const {
  constexpr double kRounding = 1e-6;
  return value >= least_ - tolerance - kRounding && value <= most_ + tolerance + kRounding;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/vital_bounds.h"

#include <algorithm>
#include <iterator>

#include "check/words.h"

namespace emrlint::checks {
namespace {

// Wide enough for the extremes that were survived: deep hypothermia and heat stroke, obesity.
constexpr VitalKind kKinds[] = {
    {Vital::kTemperature,
     "temperature",
     {"体温", "temperature"},
     20,
     45,
     "℃",
     "DE04.10.186.00",
     "8310-5|8331-1|8332-9|8333-7",
     "体温|体温(°C)|体温(℃)"},
    {Vital::kPulse,
     "pulse",
     {"脉率", "pulse"},
     0,
     350,
     "次/min",
     "DE04.10.118.00",
     "8867-4",
     "脉搏|脉率|心率|脉率(次/min)|心率(次/min)"},
    {Vital::kBreathing,
     "breathing",
     {"呼吸频率", "respiratory rate"},
     0,
     150,
     "次/min",
     "DE04.10.082.00|DE04.10.081.00",
     "9279-1",
     "呼吸|呼吸频率|呼吸频率(次/min)"},
    {Vital::kSystolic,
     "systolic",
     {"收缩压", "systolic pressure"},
     0,
     350,
     "mmHg",
     "DE04.10.174.00",
     "8480-6",
     "收缩压|收缩压(mmHg)"},
    {Vital::kDiastolic,
     "diastolic",
     {"舒张压", "diastolic pressure"},
     0,
     250,
     "mmHg",
     "DE04.10.176.00",
     "8462-4",
     "舒张压|舒张压(mmHg)"},
    {Vital::kWeight,
     "weight",
     {"体重", "weight"},
     0.2,
     650,
     "kg",
     "DE04.10.188.00",
     "29463-7",
     "体重|体重(kg)"},
    {Vital::kHeight,
     "height",
     {"身高", "height"},
     20,
     275,
     "cm",
     "DE04.10.167.00",
     "8302-2",
     "身高|身高(cm)"},
};

struct UnitRow {
  std::string_view units;
  double factor;
  double offset;
};

std::optional<double> convert(const UnitRow* begin, const UnitRow* end, double value,
                              std::string_view unit) {
  const UnitRow* const row =
      std::find_if(begin, end, [&](const UnitRow& r) { return lists({r.units}, unit); });
  if (row == end) return std::nullopt;
  return (value + row->offset) * row->factor;
}

constexpr UnitRow kTemperatures[] = {{"℃|°C|C|Cel|摄氏度|度", 1, 0},
                                     {"℉|°F|F|[degF]|degF", 5.0 / 9, -32}};
constexpr UnitRow kRates[] = {
    {"次/min|次/分|次/分钟|bpm|/min|min|{beats}/min|{breaths}/min|beats/minute|/分", 1, 0}};
constexpr UnitRow kPressures[] = {{"mmHg|mm[Hg]|mmhg|毫米汞柱", 1, 0}, {"kPa|kpa", 7.50062, 0}};
constexpr UnitRow kWeights[] = {
    {"kg|KG|Kg|公斤|千克", 1, 0}, {"g|克", 0.001, 0}, {"[lb_av]|lb|lbs", 0.45359237, 0}};
constexpr UnitRow kHeights[] = {
    {"cm|CM|厘米", 1, 0}, {"m|米", 100, 0}, {"[in_i]|in", 2.54, 0}, {"mm", 0.1, 0}};

}  // namespace

const VitalKind* vital_of(std::string_view code, std::string_view name) {
  for (const VitalKind& kind : kKinds) {
    if (lists({kind.elements}, code) || lists({kind.loinc}, code)) return &kind;
  }
  if (!code.empty()) return nullptr;
  for (const VitalKind& kind : kKinds) {
    if (lists({kind.words}, name)) return &kind;
  }
  return nullptr;
}

std::optional<double> in_own_unit(const VitalKind& kind, double value, std::string_view unit) {
  if (unit.empty()) return value;
  switch (kind.vital) {
    case Vital::kTemperature:
      return convert(std::begin(kTemperatures), std::end(kTemperatures), value, unit);
    case Vital::kPulse:
    case Vital::kBreathing:
      return convert(std::begin(kRates), std::end(kRates), value, unit);
    case Vital::kSystolic:
    case Vital::kDiastolic:
      return convert(std::begin(kPressures), std::end(kPressures), value, unit);
    case Vital::kWeight:
      return convert(std::begin(kWeights), std::end(kWeights), value, unit);
    case Vital::kHeight:
      return convert(std::begin(kHeights), std::end(kHeights), value, unit);
  }
  return std::nullopt;
}

}  // namespace emrlint::checks

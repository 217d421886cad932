// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "checks/consistency/vital_bounds.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, std::string_view, std::string_view, std::string_view, std::string_view>
    kImpossible{"impossible", "{0}记为{1}{2}，不在可能的范围{3}～{4}内。",
                "the {0} is {1} {2}; it can lie between {3} and {4} only."};
constexpr Message<std::string_view, std::string_view> kPressure{
    "pressure", "收缩压{0}不高于舒张压{1}。",
    "the systolic pressure {0} is not above the diastolic pressure {1}."};
constexpr Message<> kDiastolic{"diastolic", "舒张压", "the diastolic pressure"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"BL", "6"}, {"SY", "4"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kImpossible, kPressure, kDiastolic};

struct Value {
  const VitalKind* kind = nullptr;
  Text text, unit;
  double number = 0;  // In the unit of the bounds.
  std::optional<Time> at = {};
};

std::optional<Value> value_of(const Text& code, const Text& name, const Text& text,
                              const Text& unit) {
  const VitalKind* kind = vital_of(code.value, name.value);
  const std::optional<double> number = kind ? number_in(text.value) : std::nullopt;
  const auto own = number ? in_own_unit(*kind, *number, unit.value) : std::nullopt;
  if (!own) return std::nullopt;
  return Value{kind, text, unit, *own};
}

// "20", "0.2"
std::string shown(double bound) {
  std::string text = std::to_string(bound);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

// The values of one place, such as a document; of each vital sign the first finding is the one.
class Judge {
 public:
  Judge(Subject place, Report& report) : place_(place), report_(report) {}

  void take(const Value& value) {
    const VitalKind& kind = *value.kind;
    State& state = states_[static_cast<std::size_t>(kind.vital)];
    if (kind.vital == Vital::kSystolic) systolic_ = value;
    if (kind.vital == Vital::kDiastolic) compare(value);
    if (state == State::kFailed) return;
    if (value.number >= kind.least && value.number <= kind.most) {
      state = State::kPassed;
      return;
    }
    state = State::kFailed;
    const std::string_view unit = value.unit.value.empty() ? kind.unit : value.unit.value;
    report_.fail(kImpossible, subject(kind), value.text.span, kind.name, value.text.value, unit,
                 shown(kind.least) + std::string(kind.unit),
                 shown(kind.most) + std::string(kind.unit));
  }

  void finish() {
    for (const State& state : states_) {
      if (state == State::kPassed) return report_.pass(place_);
    }
  }

 private:
  enum class State { kNone, kPassed, kFailed };

  // The two values of a pair follow one another, the systolic first. Where the diastolic stands
  // first, what follows a systolic is the next pair.
  void compare(const Value& diastolic) {
    other_order_ |= !systolic_;
    if (other_order_) return;
    const Value systolic = *systolic_;
    systolic_.reset();
    if (systolic.at != diastolic.at) return;
    if (pressure_failed_ || systolic.number > diastolic.number || diastolic.number == 0) return;
    pressure_failed_ = true;
    Subject at = place_;
    at.detail = "blood-pressure";
    report_.fail(kPressure, at, systolic.text.span, systolic.text.value, diastolic.text.value)
        .note(kDiastolic, diastolic.text.span);
  }
  Subject subject(const VitalKind& kind) const {
    Subject at = place_;
    at.detail = kind.detail;
    return at;
  }

  Subject place_;
  Report& report_;
  State states_[7] = {};
  std::optional<Value> systolic_;
  bool pressure_failed_ = false;
  bool other_order_ = false;
};

// The measured values of a nursing record are observations of the chart as well.
bool told_by_observations(const Document& document) {
  if (document.format != Format::kWs500) return false;
  return document.type == DocType::kVitalSignsRecord ||
         document.type == DocType::kIntakeOutputRecord ||
         document.type == DocType::kGeneralNursingRecord ||
         document.type == DocType::kCriticalNursingRecord;
}

void run(const Chart& chart, const Options&, Report& report) {
  Judge observed(of_chart(), report);
  for (const Observation& o : chart.observations) {
    std::optional<Value> value = value_of(o.code, o.name, o.value, o.unit);
    if (!value) continue;
    if (o.at) value->at = o.at->value;
    observed.take(*value);
  }
  observed.finish();
  for (const Document& document : chart.documents) {
    if (told_by_observations(document)) continue;
    Judge judge(of(chart, document), report);
    for (const Element& e : document.elements) {
      if (const auto value = value_of(e.id, e.name, e.value, e.unit)) judge.take(*value);
    }
    judge.finish();
  }
}

}  // namespace

extern constinit const Check unit_range{
    {.id = "consistency-unit-range",
     .severity = Severity::kWarning,
     .title = {"生命体征的数值和单位应可能", "Vital signs have possible values and units"},
     .judged =
         {"观察数据和文书中以数据元记载的体温（20～45℃）、脉率（0～350次/min）、呼吸（0～150次/"
          "min）、"
          "收缩压（0～350mmHg）、舒张压（0～250mmHg）、体重（0."
          "2～650kg）、身高（20～275cm）在可能的"
          "范围内，收缩压高于舒张压；其他单位先换算。",
          "Observations, and data elements of documents: temperature (20 to 45 ℃), pulse (0 to 350 "
          "a minute), breathing (0 to 150 a minute), systolic (0 to 350 mmHg) and diastolic "
          "pressure (0 to 250 mmHg), weight (0.2 to 650 kg) and height (20 to 275 cm) are "
          "possible, "
          "the systolic pressure above the diastolic; other units are converted first."},
     .exceptions =
         {"不是数字、单位未知的不判；舒张压为0的（音不消失）不与收缩压比较；文字叙述中的数值和检验"
          "结"
          "果不判。同一文书、同一体征只指出第一处；观察数据按整份病历计。范围是生理极限，不是正常值"
          "，"
          "也不是条文规定。",
          "Not for what is no number or of an unknown unit, nor for narrative and laboratory "
          "results; a diastolic pressure of 0 is not compared. Of a document, and of all "
          "observations, the first of each vital sign is said. The bounds are those of life, not "
          "of health, and not law."},
     .advice = {"核对原始测量值，改正录入错误的数值或单位。",
                "Compare with the measurement and correct the value or the unit."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

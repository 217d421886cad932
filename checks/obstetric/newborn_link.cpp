// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <optional>

#include "checks/consistency/pieces.h"
#include "checks/frontpage/page.h"
#include "checks/obstetric/delivery.h"
#include "checks/obstetric/newborn_claims.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Sex, Bilingual, Sex> kSex{
    "sex", "新生儿性别：{0}为{1}，{2}为{3}。", "sex of the newborn: {1} in {0}, {3} in {2}."};
constexpr Message<Bilingual, int, Bilingual, int> kWeight{
    "weight", "新生儿出生体重：{0}为{1}克，{2}为{3}克。",
    "birth weight: {1} g in {0}, {3} g in {2}."};
constexpr Message<std::string_view, int> kChildren{
    "children", "分娩结局编码{0}为单胎，分娩记录写有{1}个新生儿。",
    "the outcome {0} is that of one child; the record of the birth has {1} newborns."};
constexpr Message<Time, Bilingual, Time> kTime{"birth-time", "胎儿娩出时间{0}与{1}{2}矛盾。",
                                               "the birth at {0} contradicts {1}, {2}."};
constexpr Message<> kThere{"there", "另一处记载", "the other statement"};

constexpr Option<int> kTolerance{"tolerance", 50, "两处体重相差多少克以内不算矛盾（条文没有数值）",
                                 "by how many g two weights may differ (not in the law)"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"HX", "10-2"}};
constexpr int kCore[] = {10};
constexpr MessageInfo kMessages[] = {kSex, kWeight, kChildren, kTime, kThere};
constexpr OptionInfo kOptions[] = {kTolerance};

constexpr Missing kOtherChart{"other-chart", "母亲或新生儿的另一份病历",
                              "the chart of the mother, or that of the newborn"};

constexpr Bilingual kPatient{"患者信息", "the patient's data"};
constexpr Bilingual kBirthDate{"患者出生日期", "the patient's date of birth"};
constexpr Bilingual kSurgeryStart{"剖宫产开始时间", "the start of the caesarean section"};
constexpr Bilingual kSurgeryEnd{"剖宫产结束时间", "the end of the caesarean section"};
constexpr Bilingual kDischarge{"出院时间", "the discharge"};

struct Limit {
  bool latest = false;  // The birth is not after it; else not before it.
  Bilingual what;
  Time value;
  Span span;
};

class Judge {
 public:
  Judge(const Chart& chart, const Options& options, Report& report)
      : chart_(chart), options_(options), report_(report) {}

  void mother(const Delivery& delivery) {
    children(delivery);
    if (delivery.children() < 2) compare(claims_of(chart_));
    if (delivery.cesarean) limits_of_surgery();
    const TimeFact& end = chart_.encounter.discharged;
    if (end) limits_.push_back({true, kDischarge, end.value(), end.span()});
    times();
    if (!judged_) report_.undecided(of_chart(), kOtherChart, delivery.span);
  }

  void newborn() {
    Claims claims = claims_of(chart_);
    const Located<Sex>& sex = chart_.patient.sex;
    if (sex.value == Sex::kMale || sex.value == Sex::kFemale) {
      claims.sexes.insert(claims.sexes.begin(), {kPatient, sex.value, Part{{{}, sex.span}, 0, 0}});
    }
    compare(claims);
    if (chart_.patient.birth) {
      const Located<Time>& birth = *chart_.patient.birth;
      limits_.push_back({true, kBirthDate, birth.value, birth.span});
      limits_.push_back({false, kBirthDate, birth.value, birth.span});
      times();
    }
    if (!judged_) report_.undecided(of_chart(), kOtherChart);
  }

 private:
  void compare(const Claims& claims) {
    const int tolerance = options_[kTolerance];
    compare("sex", claims.sexes, kSex, [](Sex a, Sex b) { return a == b; });
    compare("weight", claims.weights, kWeight,
            [tolerance](int a, int b) { return std::abs(a - b) <= tolerance; });
  }

  template <typename T, typename M, typename Same>
  void compare(std::string_view detail, const std::vector<Claim<T>>& claims, const M& message,
               Same same) {
    if (claims.size() < 2) return;
    judged_ = true;
    const Claim<T>& first = claims.front();
    for (const Claim<T>& other : claims) {
      if (same(first.value, other.value)) continue;
      report_
          .fail(message, of_chart(detail), other.part.value.span, first.where, first.value,
                other.where, other.value)
          .at(other.part)
          .note(kThere, span_of(first.part));
      return;
    }
    report_.pass(of_chart(detail));
  }

  // More newborns than the outcome counts; fewer may be told of elsewhere.
  void children(const Delivery& delivery) {
    if (delivery.children() != 1) return;
    const std::vector<Span> born = newborn_elements(chart_);
    const int count = static_cast<int>(born.size());
    if (count == 0) return;
    judged_ = true;
    if (count == 1) return report_.pass(of_chart("children"));
    const Text& code = delivery.outcome->code;
    report_.fail(kChildren, of_chart("children"), code.span, code.value, count)
        .note(kThere, born.back());
  }

  void limits_of_surgery() {
    if (chart_.surgeries.size() != 1) return;
    const TimeFact &start = chart_.surgeries[0].start, &end = chart_.surgeries[0].end;
    if (start) limits_.push_back({false, kSurgeryStart, start.value(), start.span()});
    if (end) limits_.push_back({true, kSurgeryEnd, end.value(), end.span()});
  }

  void times() {
    for (const Document& document : chart_.documents) {
      if (record_of_birth(document.type)) times_of(document);
    }
  }

  void times_of(const Document& document) {
    const Subject subject = of(chart_, document, "birth-time");
    const auto times = times_in(document, elements::kBorn);
    if (times.empty() || limits_.empty()) return;
    judged_ = true;
    for (const Located<Time>& born : times) {
      for (const Limit& limit : limits_) {
        const bool wrong = limit.latest ? certainly_after(born.value, limit.value)
                                        : certainly_before(born.value, limit.value);
        if (!wrong) continue;
        report_.fail(kTime, subject, born.span, born.value, limit.what, limit.value)
            .note(kThere, limit.span);
        return;
      }
    }
    report_.pass(subject);
  }

  const Chart& chart_;
  const Options& options_;
  Report& report_;
  std::vector<Limit> limits_;
  bool judged_ = false;
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  if (newborn_chart(chart)) return Judge(chart, options, report).newborn();
  const std::optional<Delivery> delivery = delivery_of(chart);
  if (delivery && !still_there(report)) Judge(chart, options, report).mother(*delivery);
}

}  // namespace

extern constinit const Check obstetric_newborn_link{
    {.id = "obstetric-newborn-link",
     .severity = Severity::kError,
     .title = {"母婴信息应一致", "What a chart says of mother and newborn agrees"},
     .judged =
         {"产妇病历：分娩记录、术后首程、出院记录、首页对新生儿性别、出生体重（相差不超过50克，可"
          "调）的记载相同；分娩结局为单胎的，分娩记录只有一个新生儿；胎儿娩出在剖宫产起止之间、出院"
          "之前。新生儿病历：患者性别、出生时间、首页出生体重与病历内的分娩记录相同。",
          "Mothers: record of the birth, postoperative note, discharge record and front page state "
          "the same sex and birth weight (within 50 g, an option) of the newborn; where the "
          "outcome "
          "is one child the record has one; the birth lies within the caesarean section and before "
          "the discharge. Newborns: sex, time of birth and birth weight are those of the record of "
          "the birth where it is in the chart."},
     .exceptions =
         {"只比较同一份病历内的记载；没有两处可比的无法判定，须对照母亲或新生儿的另一份病历；多胎不"
          "逐一比较性别和体重；一处写有几个不同值的不用；估计体重不算；产妇在院时不评价。",
          "What stands in one chart only is compared; undecided where no two statements are in it: "
          "the chart of the other is needed. Sex and weight of twins are not compared, nor a "
          "document that states several values, nor estimates; not while the mother is there."},
     .advice =
         {"对照分娩记录、新生儿记录和腕带，改正错误的一处。",
          "Compare with the record of the birth and the newborn's, and correct the wrong one."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

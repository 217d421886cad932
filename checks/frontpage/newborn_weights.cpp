// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/age.h"
#include "checks/coding/coded.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Bilingual> kEmpty{"empty", "{0}，首页未填写{1}。",
                                               "{0}, and the front page has no {1}."};
constexpr Message<Bilingual, std::string_view, int, int> kRange{
    "range", "首页{0}为{1}克，不在{2}～{3}克之内。",
    "the {0} on the front page is {1} g, not within {2} to {3} g."};
constexpr Message<Bilingual, std::string_view> kPrecision{
    "precision", "首页{0}为{1}克，应精确到10克。",
    "the {0} on the front page is {1} g; it is given in steps of 10 g."};

constexpr Option<int> kDays{"newborn_days", 28, "新生儿的最大年龄（天）",
                            "greatest age of a newborn, in days"};
constexpr Option<int> kLeast{"least", 300, "体重的下限（克，条文没有数值）",
                             "least weight in g (not in the law)"};
constexpr Option<int> kMost{"most", 7500, "体重的上限（克，条文没有数值）",
                            "greatest weight in g (not in the law)"};

constexpr Citation kBasis[] = {{"84", "新生儿体重"}, {"FP", "新生儿体重"}, {"SY", "3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kEmpty, kRange, kPrecision};
constexpr OptionInfo kOptions[] = {kDays, kLeast, kMost};

constexpr Bilingual kNewborn{"入院时为新生儿", "the patient is a newborn"};
constexpr Bilingual kDelivery{"本次住院分娩", "the patient gave birth"};

// Z37 alone says that a child was born: the weight stands on its mother's page too.
bool gave_birth(const Chart& chart) {
  const DischargeList list = discharge_list(chart);
  return std::any_of(list.all.begin(), list.all.end(), [&](std::uint32_t i) {
    const Diagnosis& d = chart.diagnoses[i];
    return icd_coded(chart, d) && d.code.value.starts_with("Z37");
  });
}

// In grams; a value of several children is none.
std::optional<double> grams_in(const FrontPageField& field) {
  const std::optional<double> number = number_in(field.value.value);
  const std::string_view unit = field.unit.value;
  if (!number || unit.empty() || unit == "g" || unit == "克") return number;
  if (unit == "kg" || unit == "千克" || unit == "公斤") return *number * 1000;
  return std::nullopt;
}

class Weights {
 public:
  Weights(const FrontPage& page, const Options& options, Report& report)
      : page_(page), options_(options), report_(report) {}

  void required(FrontPageItem item, Bilingual why, std::string_view detail) {
    const FrontPageField* field = page_.filled(item);
    if (field != nullptr) return value(*field, detail);
    const Span where = page_.place_of(item);
    if (const auto doubt = page_.doubt(item)) {
      return report_.undecided(of_chart(detail), *doubt, where);
    }
    report_.fail(kEmpty, of_chart(detail), where, why, name(item));
  }

 private:
  void value(const FrontPageField& field, std::string_view detail) {
    const std::optional<double> grams = grams_in(field);
    if (!grams) return;
    const int least = options_[kLeast], most = options_[kMost];
    const Bilingual what = name(field.item);
    const Span where = field.value.span;
    if (*grams < least || *grams > most) {
      report_.fail(kRange, of_chart(detail), where, what, field.value.value, least, most);
    } else if (static_cast<long>(*grams) % 10 != 0) {
      report_.fail(kPrecision, of_chart(detail), where, what, field.value.value)
          .weaker(Severity::kNote);
    } else {
      report_.pass(of_chart(detail));
    }
  }

  const FrontPage& page_;
  const Options& options_;
  Report& report_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  Weights weights(page, options, report);
  if (gave_birth(chart)) {
    weights.required(FrontPageItem::kBirthWeight, kDelivery, "birth-weight");
    return;
  }
  const std::optional<Age> age = age_at_admission(chart);
  if (!age || age->most_days > options[kDays]) return;
  weights.required(FrontPageItem::kAdmissionWeight, kNewborn, "admission-weight");
  if (age->most_days == 0) {  // Born in this stay, or on the way to it.
    weights.required(FrontPageItem::kBirthWeight, kNewborn, "birth-weight");
  }
}

}  // namespace

extern constinit const Check frontpage_newborn_weights{
    {.id = "frontpage-newborn-weights",
     .severity = Severity::kWarning,
     .title = {"新生儿及产妇的首页应填写新生儿体重",
               "The front page of a newborn, and of its mother, states the weights"},
     .judged =
         {"入院时不超过28天的患者：首页填写新生儿入院体重，当日出生的并填写出生体重；出院诊断有 "
          "Z37（分"
          "娩结局）的产妇：填写新生儿出生体重。体重在300～7500克之内；应精确到10克（提示）。",
          "Patients of 28 days or less at admission: the admission weight, and the birth weight of "
          "those born on that day; mothers with a discharge diagnosis Z37 (outcome of delivery): "
          "the birth weight. Weights are within 300 to 7500 g, in steps of 10 g (a note)."},
     .exceptions =
         {"年龄不详、患者尚在院、首页项目未载入的不判；首页数据中没有此项的无法判定；多胎写在一项中"
          "的不"
          "判数值。要求出自首页填写说明，未读到全文；范围不是条文规定。",
          "Not where the age is not known, while the patient is there, nor where the items were "
          "not loaded; undecided where the data bring no such item; several weights in one item "
          "are not judged. From the instructions of the form, of which passages only were read; "
          "the bounds are not law."},
     .advice = {"按称量结果以克填写，精确到10克。", "Fill in the weight in g, in steps of 10 g."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

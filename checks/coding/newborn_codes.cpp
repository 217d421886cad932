// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/age.h"
#include "checks/coding/categories.h"
#include "checks/coding/coded.h"
#include "checks/coding/gestation.h"
#include "checks/coding/newborn_limits.h"
#include "checks/frontpage/page.h"
#include "checks/obstetric/newborn_words.h"

namespace emrlint::checks {
namespace {

using Code = std::string_view;

constexpr Message<Code> kMother{
    "mother", "患者为新生儿，诊断编码“{0}”用于产妇。",
    "the patient is a newborn, and the diagnosis code “{0}” is for the mother."};
constexpr Message<int> kTwice{"twice", "出院诊断中有{0}个活产婴儿编码（Z38），只应有一个。",
                              "{0} discharge diagnoses are codes of liveborn infants (Z38); there "
                              "is one only."};
constexpr Message<> kNone{"no-liveborn",
                          "患儿于本次住院当日出生，出院诊断中没有活产婴儿编码（Z38）。",
                          "the child was born on the day of admission, and no discharge diagnosis "
                          "is a code of liveborn infants (Z38)."};
constexpr Message<Code, Bilingual, int> kWeight{
    "weight", "诊断编码“{0}”用于出生体重{1}，而首页出生体重为{2}克。",
    "the diagnosis code “{0}” is for a birth weight of {1}, and that of the front page is {2} g."};
constexpr Message<Code, Bilingual, int> kWeeks{
    "weeks", "诊断编码“{0}”用于{1}出生，而病历记载的胎龄为{2}周。",
    "the diagnosis code “{0}” is for a birth at {1}, and the chart states {2} weeks."};
constexpr Message<Code, int> kPriority{
    "priority",
    "诊断编码“{0}”按孕周编码，而首页出生体重为{1}克；两者均有时出生体重优先（P07.0、P07.1）。",
    "the diagnosis code “{0}” is by weeks, and the birth weight is {1} g; with both known the "
    "weight goes first (P07.0, P07.1)."};
constexpr Message<> kOther{"other", "与之不符的记载", "what it does not agree with"};

constexpr Option<int> kDays{"newborn_days", 28, "新生儿的最大年龄（天）",
                            "greatest age of a newborn, in days"};

constexpr Option<bool> kLiveborn{
    "require_liveborn", false, "出生当日入院的新生儿是否必须有活产婴儿编码（Z38）（条文没有要求）",
    "whether newborns admitted on the day of birth need a code of liveborn infants (Z38); not in "
    "the law"};

constexpr Citation kBasis[] = {
    {"SY", "3"}, {"ICD10", "卷1 第16章 P05–P08"}, {"ICD10", "卷1 第21章 Z37–Z38"}};
constexpr int kCore[] = {15};
constexpr std::string_view kSupersedes[] = {"coding-dx-age-conflict", "coding-dx-sex-conflict"};
constexpr MessageInfo kMessages[] = {kMother, kTwice, kNone, kWeight, kWeeks, kPriority, kOther};
constexpr OptionInfo kOptions[] = {kDays, kLiveborn};

constexpr Missing kBirthWeight{"birth-weight", "首页新生儿出生体重",
                               "the birth weight of the front page"};
constexpr Missing kCodes{"diagnosis-codes", "全部出院诊断的 ICD-10 编码",
                         "the ICD-10 codes of all discharge diagnoses"};
constexpr Missing kBirthWeeks{"gestation", "病历中一致的胎龄",
                              "the weeks of gestation, alike in all records"};

class Judge {
 public:
  Judge(const Chart& chart, const DischargeList& list, Report& report)
      : chart_(chart), list_(list), report_(report), page_(chart), weeks_(gestation_of(chart)) {
    field_ = page_.filled(FrontPageItem::kBirthWeight);
    if (field_ == nullptr) return;
    const auto number = number_in(field_->value.value);
    const Code unit = field_->unit.value;
    if (number) grams_ = in_grams(*number, unit.empty() ? Code("g") : unit);
  }

  void diagnosis(std::uint32_t index) {
    const Diagnosis& d = chart_.diagnoses[index];
    const Code code = d.code.value;
    const Subject subject = of_diagnosis(index);
    if (in_ranges(categories::kMotherCodes, code)) {
      report_.fail(kMother, subject, d.code.span, code);
    } else if (const NewbornLimit* weight = weight_limit(code)) {
      of_weight(*weight, subject, d.code);
    } else if (const NewbornLimit* weeks = weeks_limit(code)) {
      of_weeks(*weeks, subject, d.code);
    }
  }

  // `required`: there has to be one.
  void liveborn(bool required) {
    std::vector<const Diagnosis*> found;
    bool all_coded = true;
    for (const std::uint32_t i : list_.all) {
      const Diagnosis& d = chart_.diagnoses[i];
      all_coded &= icd_coded(chart_, d) && well_formed(d);
      if (icd_coded(chart_, d) && in_ranges(categories::kLiveborn, d.code.value))
        found.push_back(&d);
    }
    const Subject subject = of_chart("liveborn");
    if (found.empty()) {
      if (required) no_liveborn(subject, all_coded);
      return;
    }
    if (found.size() == 1) return report_.pass(subject);
    report_.fail(kTwice, subject, found[1]->code.span, static_cast<int>(found.size()))
        .note(kOther, found[0]->code.span);
  }

 private:
  void no_liveborn(Subject subject, bool all_coded) {
    const Span where = chart_.diagnoses[list_.all.front()].span;
    if (!all_coded) return report_.undecided(subject, kCodes, where);
    report_.fail(kNone, subject, where);
  }

  void of_weight(const NewbornLimit& limit, Subject subject, const Text& code) {
    if (!grams_) return report_.undecided(subject, kBirthWeight, code.span);
    if (*grams_ >= limit.from && *grams_ <= limit.to) return report_.pass(subject);
    report_.fail(kWeight, subject, code.span, code.value, limit.name, *grams_)
        .note(kOther, field_->value.span);
  }

  void of_weeks(const NewbornLimit& limit, Subject subject, const Text& code) {
    const bool unlike = weeks_ && (weeks_->weeks < limit.from || weeks_->weeks > limit.to);
    if (unlike) {
      report_.fail(kWeeks, subject, code.span, code.value, limit.name, weeks_->weeks)
          .note(kOther, weeks_->part);
    } else if (grams_ && *grams_ < 2500 && code.value.starts_with("P07") && !by_weight()) {
      report_.fail(kPriority, subject, code.span, code.value, *grams_)
          .weaker(Severity::kNote)
          .note(kOther, field_->value.span);
    } else if (!weeks_) {
      report_.undecided(subject, kBirthWeeks, code.span);
    } else {
      report_.pass(subject);
    }
  }

  bool by_weight() const {
    return std::any_of(list_.all.begin(), list_.all.end(), [&](std::uint32_t i) {
      return in_ranges(categories::kByBirthWeight, chart_.diagnoses[i].code.value);
    });
  }

  const Chart& chart_;
  const DischargeList& list_;
  Report& report_;
  FrontPage page_;
  std::optional<Gestation> weeks_;
  const FrontPageField* field_ = nullptr;
  std::optional<int> grams_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  const std::optional<Age> age = age_at_admission(chart);
  if (!age || age->most_days > options[kDays]) return;
  const DischargeList list = discharge_list(chart);
  Judge judge(chart, list, report);
  for (const std::uint32_t i : list.all) {
    if (plain_icd10(chart, chart.diagnoses[i])) judge.diagnosis(i);
  }
  const bool of_birth = age->most_days == 0 && !list.all.empty();
  judge.liveborn(of_birth && options[kLiveborn]);
}

}  // namespace

extern constinit const Check newborn_codes{
    {.id = "coding-newborn",
     .severity = Severity::kWarning,
     .title = {"新生儿的诊断编码应与体重、胎龄相符，不用产妇的编码",
               "The codes of a newborn agree with its weight and weeks and are not its mother's"},
     .judged =
         {"入院时不超过28天的已出院患者：出院诊断没有产妇的编码（O00–O99、Z32–Z37、Z39），Z38 "
          "至多一个（选项可要求出生当日入院的必有一个）；P05、P07.0、P07.1、P08.0 "
          "与首页出生体重相符，P07.2、P07.3、P08.2 "
          "与记载的胎龄相符；只按孕周编码而体重不足2500克的作提示。",
          "Patients of 28 days or less at admission, after discharge: no discharge diagnosis "
          "is a code of the mother (O00–O99, Z32–Z37, Z39), and at most one is Z38 (an option "
          "asks for one of those admitted on the day of birth); P05, "
          "P07.0, P07.1 and P08.0 agree with the birth weight, P07.2, P07.3 and P08.2 with "
          "the weeks that the chart states. A code by weeks alone below 2500 g is a note."},
     .exceptions = {"只判 ICD-10；年龄不详的不判。没有出生体重、胎龄没有记载或前后不一的无法判定。"
                    "未填写体重由 frontpage-newborn-weights 指出。",
                    "ICD-10 only; not where the age is not known. Undecided without a birth "
                    "weight, and where the weeks are not stated or differ. A weight that is not "
                    "filled in is said by frontpage-newborn-weights."},
     .advice = {"核对出生体重、胎龄和编码；产妇的诊断编入产妇的病历，对新生儿的影响用 P00–P04。",
                "Check weight, weeks and code; the mother's diagnoses belong to her chart, their "
                "effect on the child is P00–P04."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks

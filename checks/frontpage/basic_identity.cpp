// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/names.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Personal, Personal> kDiffers{
    "differs", "首页的{0}（{1}）与病历中的（{2}）不一致。",
    "the {0} on the front page ({1}) differs from the chart's ({2})."};
constexpr Message<Bilingual> kOther{"other", "病历中的{0}", "the {0} of the chart"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"BL", "3"}, {"ZJ", "病案首页1"}};
constexpr int kCore[] = {10, 15};
constexpr MessageInfo kMessages[] = {kDiffers, kOther};

Sex sex_of(std::string_view text) {
  if (text == "1" || text == "男" || text == "男性" || text == "male") return Sex::kMale;
  if (text == "2" || text == "女" || text == "女性" || text == "female") return Sex::kFemale;
  return Sex::kUnknown;
}

// The items one by one; the first that differs is the finding.
class Items {
 public:
  Items(const Chart& chart, Report& report) : chart_(chart), page_(chart), report_(report) {}

  void judge() {
    const Patient& patient = chart_.patient;
    const FrontPageField* name = page_.filled(FrontPageItem::kName);
    const bool changing =
        name != nullptr && name_in(chart_, name->value.value) != NameIs::kToCompare;
    if (!changing) compare(FrontPageItem::kName, patient.name, same_name);
    compare(FrontPageItem::kIdCard, patient.id_card, same_card);
    compare_sex();
    compare_birth();
    if (compared_ && !failed_) report_.pass(of_chart());
  }

 private:
  void compare(FrontPageItem item, const Text& there,
               bool (*same)(std::string_view, std::string_view)) {
    const FrontPageField* here = page_.filled(item);
    if (here == nullptr || there.value.empty()) return;
    if (masked(here->value.value) || masked(there.value)) return;
    compared_ = true;
    if (!same(here->value.value, there.value)) fail(item, here->value, there.value, there.span);
  }
  void compare_sex() {
    const FrontPageField* here = page_.filled(FrontPageItem::kSex);
    const Located<Sex>& there = chart_.patient.sex;
    const Sex sex = here == nullptr ? Sex::kUnknown : sex_of(here->value.value);
    if (sex == Sex::kUnknown || (there.value != Sex::kMale && there.value != Sex::kFemale)) return;
    compared_ = true;
    if (sex == there.value) return;
    fail(FrontPageItem::kSex, here->value, there.value == Sex::kMale ? "男" : "女", there.span);
  }
  void compare_birth() {
    const FrontPageField* here = page_.filled(FrontPageItem::kBirth);
    const auto& there = chart_.patient.birth;
    if (here == nullptr || !there) return;
    std::optional<Time> born = parse_iso_time(here->value.value);
    if (!born) born = parse_hl7_time(here->value.value);
    if (!born) return;
    compared_ = true;
    if (!certainly_before(*born, there->value) && !certainly_after(*born, there->value)) return;
    fail(FrontPageItem::kBirth, here->value, to_string(there->value), there->span);
  }
  void fail(FrontPageItem item, const Text& here, std::string_view there, Span where) {
    if (failed_) return;
    failed_ = true;
    report_.fail(kDiffers, of_chart(), here.span, name(item), Personal{here.value}, Personal{there})
        .note(kOther, where, name(item));
  }

  const Chart& chart_;
  FrontPage page_;
  Report& report_;
  bool compared_ = false;
  bool failed_ = false;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (FrontPage(chart)) Items(chart, report).judge();
}

}  // namespace

extern constinit const Check frontpage_basic_identity{
    {.id = "frontpage-basic-identity-error",
     .severity = Severity::kError,
     .title = {"首页的患者基本信息应正确", "The front page identifies the patient rightly"},
     .judged = {"首页项目中的姓名、身份证号、性别、出生日期与病历中患者的相同项目一致。",
                "Name, identity number, sex and birth date among the items of the front page agree "
                "with the patient of the chart."},
     .exceptions =
         {"空项、被星号遮盖的、无法识别的不比较；新生儿取名前后的姓名不比较。首页文书文档头中的信息"
          "由 "
          "consistency-patient-identity 判定；号码本身是否正确由 consistency-idcard-checksum "
          "判定。",
          "What is empty, starred out or not recognised is not compared, nor the name of a newborn "
          "before and after it got one. What stands in the header of the document is said by "
          "consistency-patient-identity; whether the number itself is right by "
          "consistency-idcard-checksum."},
     .advice = {"核对身份证件，改正首页或住院登记中录入错误的一项。",
                "Compare with the card, and correct the front page or the registration."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

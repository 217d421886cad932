// SPDX-License-Identifier: Apache-2.0
#include "check/age.h"
#include "check/report.h"
#include "text/citizen_number.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kChecksum{
    "checksum", "身份证号的校验位与前17位不符，号码有误。",
    "the last character of the identity number does not follow from the 17 digits before it."};
constexpr Message<> kDate{"date", "身份证号中的第7至14位不是可能的出生日期。",
                          "digits 7 to 14 of the identity number are no possible birth date."};
constexpr Message<Personal, Personal> kBirth{
    "birth", "身份证号中的出生日期为{0}，病历中为{1}，两者不一致。",
    "the birth date in the identity number is {0}, that of the chart {1}: they differ."};
constexpr Message<Sex, Sex> kSex{
    "sex", "身份证号表示的性别为{0}，病历中为{1}，两者不一致。",
    "by the identity number the sex is {0}, by the chart {1}: they differ."};
constexpr Message<Bilingual> kOther{"other", "病历中的{0}", "the {0} of the chart"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"BL", "3"}, {"ZJ", "病案首页1"}};
constexpr int kCore[] = {10, 15};
constexpr MessageInfo kMessages[] = {kChecksum, kDate, kBirth, kSex, kOther};

// An infant is often admitted on the card of a parent.
bool may_be_of_parent(const Chart& chart) {
  const std::optional<Age> age = age_at_admission(chart);
  return !age || age->least_days < 366;
}

bool apart(const Time& a, const Time& b) { return certainly_before(a, b) || certainly_after(a, b); }

void judge_owner(const Chart& chart, const Time& born, Report& report) {
  const Text& card = chart.patient.id_card;
  const auto& birth = chart.patient.birth;
  const Located<Sex>& sex = chart.patient.sex;
  if (birth && apart(birth->value, born)) {
    const std::string here = to_string(born), there = to_string(birth->value);
    report.fail(kBirth, of_chart(), card.span, Personal{here}, Personal{there})
        .note(kOther, birth->span, {"出生日期", "birth date"});
    return;
  }
  const bool told = sex.value == Sex::kMale || sex.value == Sex::kFemale;
  if (told && sex.value != sex_in(card.value)) {
    report.fail(kSex, of_chart(), card.span, sex_in(card.value), sex.value)
        .note(kOther, sex.span, {"性别", "sex"});
    return;
  }
  report.pass(of_chart());
}

void run(const Chart& chart, const Options&, Report& report) {
  const Text& card = chart.patient.id_card;
  if (chart.realm == Realm::kOther || !is_citizen_number(card.value)) return;
  const std::optional<Time> born = birth_in(card.value);
  const char last = card.value.back() == 'x' ? 'X' : card.value.back();
  if (!born) {
    report.fail(kDate, of_chart(), card.span);
  } else if (last != check_character(card.value)) {
    report.fail(kChecksum, of_chart(), card.span);
  } else if (may_be_of_parent(chart)) {
    report.pass(of_chart());
  } else {
    judge_owner(chart, *born, report);
  }
}

}  // namespace

extern constinit const Check idcard_checksum{
    {.id = "consistency-idcard-checksum",
     .severity = Severity::kError,
     .title = {"身份证号应正确，并与性别、出生日期相符",
               "The identity number is right and agrees with sex and birth date"},
     .judged =
         {"18位身份证号：校验位正确，第7至14位是可能的日期并与出生日期相同，第17位的奇偶与性别相符"
          "。",
          "An identity number of 18 characters: its check character is right, digits 7 to 14 are "
          "the birth date, and digit 17 is odd for men and even for women."},
     .exceptions =
         {"非18位数字（末位可为X）的证件号、被遮盖的号码不判；出生日期按其精度比较；性别未说明的不"
          "比"
          "较性别；年龄不详或入院时不满1岁的只核对号码本身（可能登记的是父母的证件）。各文书之间的"
          "号"
          "码是否一致由 consistency-patient-identity 判定。",
          "Not for numbers of another form (17 digits and a digit or X) nor starred out; a birth "
          "date as precisely as it is written; a sex that is not told is not compared. Where the "
          "age is not known or under one year only the number itself is judged: it may be that of "
          "a parent. Whether documents agree with one another is said by "
          "consistency-patient-identity."},
     .advice = {"核对身份证件，改正号码、性别或出生日期中录入错误的一项。",
                "Compare with the card and correct the number, the sex or the birth date."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

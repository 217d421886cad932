// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/age.h"
#include "check/report.h"
#include "checks/consistency/names.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, int, Duration> kDiffers{
    "differs", "记载的年龄为{0}{1}，按出生日期推算为{2}岁，相差超过{3}。",
    "the stated age is {0} {1}; by the birth date it is {2} years, which differs by more than "
    "{3}."};
constexpr Message<std::string_view, std::string_view, int, Duration> kDays{
    "differs-days", "记载的年龄为{0}{1}，按出生日期推算为{2}天，相差超过{3}。",
    "the stated age is {0} {1}; by the birth date it is {2} days, which differs by more than {3}."};
constexpr Message<> kBirth{"birth", "出生日期", "the birth date"};

constexpr Missing kBirthDate{"birth-date", "出生日期", "the birth date"};

constexpr int kDay = 24 * 60;
constexpr Option<Duration> kTolerance{"tolerance", Duration{366 * kDay},
                                      "以岁记载的年龄允许的偏差（虚岁）",
                                      "tolerance for ages in years, which some count from 1"};
constexpr Option<Duration> kInfantTolerance{"infant_tolerance", Duration{7 * kDay},
                                            "以月、天记载的年龄允许的偏差（条文没有数值）",
                                            "tolerance for ages in months or days"};

constexpr Citation kBasis[] = {{"BL", "18(1)"}, {"BL", "3"}, {"SY", "3"}};
constexpr int kCore[] = {10, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kDiffers, kDays, kBirth};
constexpr OptionInfo kOptions[] = {kTolerance, kInfantTolerance};

int days_between(const Time& born, Instant later) {
  return static_cast<int>((later - born.earliest) / std::chrono::hours{24});
}

// How old the patient can have been, from admission to when the document was written.
std::optional<Age> true_age(const Chart& chart, const Document& document, const Time& born) {
  const TimeFact& admitted = chart.encounter.admitted;
  const auto& written = document.recorded ? document.recorded : document.completed;
  if (!admitted && !written) return std::nullopt;
  const Time& from = admitted ? admitted.value() : written->value;
  const Time& to = written && certainly_after(written->value, from) ? written->value : from;
  const int imprecise = days_between(born, born.latest());
  return Age{std::max(days_between(born, from.earliest) - imprecise - 1, 0),
             days_between(born, to.latest()) + 1};
}

int in_days(Duration duration) { return static_cast<int>(duration / Duration{kDay}); }

// The same wrong age in the header of every document is one mistake: said where it stands first.
using SaidAges = std::vector<std::string_view>;

void judge(const Chart& chart, const Document& document, const Options& options, SaidAges& said,
           Report& report) {
  const HeaderClaims& header = document.header;
  if (name_in(chart, header.name.value) == NameIs::kOfRelative) return;
  const std::optional<Age> stated = stated_age(header.age.value, header.age_unit.value);
  if (!stated) return;
  const Subject subject = of(chart, document);
  const auto& birth = header.birth ? header.birth : chart.patient.birth;
  if (!birth) return report.undecided(subject, kBirthDate, header.age.span);
  const std::optional<Age> actual = true_age(chart, document, birth->value);
  if (!actual) return report.undecided(subject, missing::kAdmissionTime, header.age.span);
  if (actual->most_days < 0) return;  // Born after admission: said by consistency-event-order.
  const bool in_years = stated->most_days - stated->least_days > 300;
  const Duration tolerance = options[in_years ? kTolerance : kInfantTolerance];
  const int slack = in_days(tolerance);
  if (stated->least_days <= actual->most_days + slack &&
      stated->most_days >= actual->least_days - slack) {
    return report.pass(subject);
  }
  if (std::find(said.begin(), said.end(), header.age.value) != said.end()) return;
  said.push_back(header.age.value);
  const int years = actual->years();
  const auto& message = years > 0 ? kDiffers : kDays;
  report
      .fail(message, subject, header.age.span, header.age.value, header.age_unit.value,
            years > 0 ? years : actual->least_days, tolerance)
      .note(kBirth, birth->span);
}

void run(const Chart& chart, const Options& options, Report& report) {
  SaidAges said;
  for (const Document& document : chart.documents) judge(chart, document, options, said, report);
}

}  // namespace

extern constinit const Check age_birth{
    {.id = "consistency-age-birth",
     .severity = Severity::kError,
     .title = {"记载的年龄应与出生日期相符", "The stated age agrees with the birth date"},
     .judged =
         {"每份文书文档头中的年龄与由出生日期推算的年龄（入院至书写时）相符：以岁记载的相差不超过1"
          "岁，以月、天记载的不超过7天。",
          "The age in the header of each document agrees with that by the birth date, from "
          "admission to the time of writing: within a year for ages in years, within 7 days for "
          "ages in months or days."},
     .exceptions =
         {"没有年龄、单位不明的不判；同一错误年龄在多份文书中的只在首份指出；母亲病历中的新生儿文书"
          "不判；没有出生日期，或入院时间和书写时间都没有的，无法判定。文书的出生"
          "日期与病历不一致由 consistency-patient-identity 判定。",
          "Not where no age, or none in a known unit, is stated, nor for a newborn's document in "
          "its "
          "mother's chart; one wrong age in many headers is said once. Undecided without a birth "
          "date, or "
          "with neither admission nor time of writing. A birth date that differs from the chart's "
          "is said by consistency-patient-identity."},
     .advice = {"核对出生日期，改正年龄或出生日期。",
                "Check the birth date, and correct the age or the birth date."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

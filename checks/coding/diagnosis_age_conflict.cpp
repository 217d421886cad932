// SPDX-License-Identifier: Apache-2.0
#include "check/age.h"
#include "checks/coding/code_limits.h"
#include "checks/coding/coded.h"
#include "terminology/age_limited.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, int> kNewborn{
    "newborn", "诊断编码“{0}”用于新生儿，而患者入院时已超过{1}天。",
    "the diagnosis code “{0}” is for newborns, and the patient was more than {1} days old."};
constexpr Message<std::string_view, int> kPerinatal{
    "perinatal", "诊断编码“{0}”用于起源于围生期的情况，而患者入院时年龄约为{1}岁。",
    "the diagnosis code “{0}” is for conditions that began around birth, and the patient was about "
    "{1} years old."};
constexpr Message<std::string_view, int> kMaternity{
    "maternity", "诊断编码“{0}”用于妊娠和分娩，而患者入院时年龄约为{1}岁。",
    "the diagnosis code “{0}” is for pregnancy and birth, and the patient was about {1} years "
    "old."};
constexpr Message<std::string_view, int> kAdult{
    "adult", "诊断编码“{0}”用于成人疾病，而患者入院时年龄约为{1}岁。",
    "the diagnosis code “{0}” is for adults, and the patient was about {1} years old."};
constexpr Message<std::string_view, int, int, int> kTable{
    "table", "编码表规定诊断编码“{0}”用于{1}至{2}岁，而患者入院时年龄约为{3}岁。",
    "by the code table the diagnosis code “{0}” is for ages {1} to {2}, and the patient was about "
    "{3} years old."};
constexpr Message<> kBirth{"birth", "出生日期", "the birth date"};

constexpr Option<int> kNewbornDays{"newborn_days", 28, "新生儿诊断允许的最大年龄（天）",
                                   "greatest age for newborn diagnoses, in days"};
constexpr Option<int> kPerinatalYears{
    "perinatal_to", 17, "起源于围生期的诊断允许的最大年龄（岁）",
    "greatest age for diagnoses that began around birth, in years"};
constexpr Option<int> kLeastMaternity{"maternity_from", 9, "妊娠分娩诊断的最小年龄（岁）",
                                      "least age for pregnancy and birth, in years"};
constexpr Option<int> kMostMaternity{"maternity_to", 64, "妊娠分娩诊断的最大年龄（岁）",
                                     "greatest age for pregnancy and birth, in years"};
constexpr Option<int> kAdultFrom{"adult_from", 15, "成人诊断的最小年龄（岁）",
                                 "least age for adult diagnoses, in years"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"ICD10", "卷1 第16章"}, {"MCE", "4"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kNewborn, kPerinatal, kMaternity, kAdult, kTable, kBirth};
constexpr OptionInfo kOptions[] = {kNewbornDays, kPerinatalYears, kLeastMaternity, kMostMaternity,
                                   kAdultFrom};

// Null where the age agrees with the group.
const Message<std::string_view, int>* conflict(AgeGroup group, const Age& age,
                                               const Options& options) {
  switch (group) {
    case AgeGroup::kAny:
      break;
    case AgeGroup::kNewborn:
      return age.least_days > options[kNewbornDays] ? &kNewborn : nullptr;
    case AgeGroup::kPerinatal:
      return age.surely_above_years(options[kPerinatalYears]) ? &kPerinatal : nullptr;
    case AgeGroup::kMaternity: {
      const bool outside = age.surely_below_years(options[kLeastMaternity]) ||
                           age.surely_above_years(options[kMostMaternity]);
      return outside ? &kMaternity : nullptr;
    }
    case AgeGroup::kAdult:
      return age.surely_below_years(options[kAdultFrom]) ? &kAdult : nullptr;
  }
  return nullptr;
}

void judge_by_table(const AgeLimits& limits, const Diagnosis& d, Subject subject,
                    const std::optional<Age>& age, Report& report) {
  if (!age) return report.undecided(subject, missing::kAge, d.code.span);
  if (!age->surely_below_years(limits.from) && !age->surely_above_years(limits.to)) {
    return report.pass(subject);
  }
  report.fail(kTable, subject, d.code.span, d.code.value, limits.from, limits.to, age->years());
}

void run(const Chart& chart, const Options& options, Report& report) {
  const std::optional<Age> age = age_at_admission(chart);
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(chart, d) || !well_formed(d)) continue;
    const CodeSystem system = diagnosis_system(d.code_system.value);
    if (const auto entry = age_limited(chart, report, system, d.code.value)) {
      if (const auto limits = entry->ages()) {
        judge_by_table(*limits, d, of_diagnosis(i), age, report);
      }
      continue;
    }
    const AgeGroup group = age_group(d.code.value);
    if (group == AgeGroup::kAny) continue;
    const auto* message = conflict(group, age.value_or(Age{}), options);
    if (!age) {
      report.undecided(of_diagnosis(i), missing::kAge, d.code.span);
    } else if (message == nullptr) {
      report.pass(of_diagnosis(i));
    } else {
      const int limit = message == &kNewborn ? options[kNewbornDays] : age->years();
      Outcome& outcome = report.fail(*message, of_diagnosis(i), d.code.span, d.code.value, limit);
      if (chart.patient.birth) outcome.note(kBirth, chart.patient.birth->span);
    }
  }
}

}  // namespace

extern constinit const Check diagnosis_age_conflict{
    {.id = "coding-dx-age-conflict",
     .severity = Severity::kWarning,
     .title = {"诊断应与患者年龄相符", "A diagnosis agrees with the patient's age"},
     .judged =
         {"新生儿诊断（A33、Z38）、起源于围生期的诊断（P00–P96）、妊娠分娩诊断（O00–O99 等）和成"
          "人诊断（如 "
          "N40、H25、I25."
          "1）与入院时年龄相符；年龄界限是可调参数。所用的编码表载有年龄限制的，以表为准。",
          "Newborn (A33, Z38), perinatal (P00–P96), pregnancy (O00–O99 and others) and adult (such "
          "as N40, H25, I25.1) diagnoses agree with the age at admission; the limits are options. "
          "Where the code table in use limits codes to ages, what it says counts."},
     .exceptions =
         {"出生日期和年龄都没有时无法判定。P00–P96 可用于新生儿期以后（如 P83.5 鞘膜积液、P14 "
          "臂丛神经损伤），只在成人病历中指出。",
          "Undecided where neither a birth date nor an age is recorded. P00–P96 may be "
          "used after the newborn period (P83.5 hydrocele, P14 palsy of the plexus) and "
          "are named in charts of adults only."},
     .advice =
         {"核对出生日期和诊断编码，改正录入错误的一方。",
          "Compare the birth date and the code, and correct the one that was entered wrongly."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "check/age.h"
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, int> kNewborn{
    "newborn", "诊断编码“{0}”用于新生儿疾病，而患者入院时年龄约为{1}岁。",
    "the diagnosis code “{0}” is for newborns, and the patient was about {1} years old."};
constexpr Message<std::string_view, int> kMaternity{
    "maternity", "诊断编码“{0}”用于妊娠和分娩，而患者入院时年龄约为{1}岁。",
    "the diagnosis code “{0}” is for pregnancy and birth, and the patient was about {1} years "
    "old."};
constexpr Message<std::string_view, int> kAdult{
    "adult", "诊断编码“{0}”用于成人疾病，而患者入院时年龄约为{1}岁。",
    "the diagnosis code “{0}” is for adults, and the patient was about {1} years old."};
constexpr Message<> kBirth{"birth", "出生日期", "the birth date"};

constexpr Option<int> kNewbornDays{"newborn_days", 28, "新生儿诊断允许的最大年龄（天）",
                                   "greatest age for newborn diagnoses, in days"};
constexpr Option<int> kLeastMaternity{"maternity_from", 9, "妊娠分娩诊断的最小年龄（岁）",
                                      "least age for pregnancy and birth, in years"};
constexpr Option<int> kMostMaternity{"maternity_to", 64, "妊娠分娩诊断的最大年龄（岁）",
                                     "greatest age for pregnancy and birth, in years"};
constexpr Option<int> kAdultFrom{"adult_from", 15, "成人诊断的最小年龄（岁）",
                                 "least age for adult diagnoses, in years"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"MCE", "4"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kNewborn, kMaternity, kAdult, kBirth};
constexpr OptionInfo kOptions[] = {kNewbornDays, kLeastMaternity, kMostMaternity, kAdultFrom};

// P27 and the sequelae of the P chapter are carried beyond the newborn period.
constexpr CodeRange kNewbornCodes[] = {
    {"P00", "P26"}, {"P28", "P90"}, {"A33", "A33"}, {"Z38", "Z38"}};
constexpr CodeRange kMaternityCodes[] = {{"O00", "O99"}, {"Z32", "Z37"}, {"Z39", "Z39"}};
constexpr CodeRange kAdultCodes[] = {{"N40", "N40"}, {"I25", "I25"}, {"M80", "M81"},
                                     {"H25", "H25"}, {"F00", "F03"}, {"N95", "N95"}};

const Message<std::string_view, int>* conflict(std::string_view code, const Age& age,
                                               const Options& options, bool& limited) {
  limited = true;
  if (in_ranges(kNewbornCodes, code)) {
    return age.least_days > options[kNewbornDays] ? &kNewborn : nullptr;
  }
  if (in_ranges(kMaternityCodes, code)) {
    const bool outside = age.surely_below_years(options[kLeastMaternity]) ||
                         age.surely_above_years(options[kMostMaternity]);
    return outside ? &kMaternity : nullptr;
  }
  if (in_ranges(kAdultCodes, code)) {
    return age.surely_below_years(options[kAdultFrom]) ? &kAdult : nullptr;
  }
  limited = false;
  return nullptr;
}

void run(const Chart& chart, const Options& options, Report& report) {
  const std::optional<Age> age = age_at_admission(chart);
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(d) || !well_formed(d)) continue;
    bool limited = false;
    const auto* message = conflict(d.code.value, age.value_or(Age{}), options, limited);
    if (!limited) continue;
    if (!age) {
      report.undecided(of_diagnosis(i), missing::kAge, d.code.span);
    } else if (message == nullptr) {
      report.pass(of_diagnosis(i));
    } else {
      Outcome& outcome =
          report.fail(*message, of_diagnosis(i), d.code.span, d.code.value, age->years());
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
         {"新生儿诊断（P00–P90 除 P27，A33，Z38）、妊娠分娩诊断（O00–O99 等）和成人诊断"
          "（如 N40、I25）与入院时年龄相符；年龄界限是可调参数。",
          "Newborn (P00–P90 without P27, A33, Z38), pregnancy (O00–O99 and others) and adult "
          "(such as N40, I25) diagnoses agree with the age at admission; the limits are options."},
     .exceptions = {"出生日期和年龄都没有时无法判定。",
                    "Undecided where neither a birth date nor an age is recorded."},
     .advice =
         {"核对出生日期和诊断编码，改正录入错误的一方。",
          "Compare the birth date and the code, and correct the one that was entered wrongly."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

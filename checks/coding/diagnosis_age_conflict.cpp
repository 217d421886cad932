// SPDX-License-Identifier: Apache-2.0
#include "check/age.h"
#include "checks/coding/coded.h"

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
constexpr MessageInfo kMessages[] = {kNewborn, kPerinatal, kMaternity, kAdult, kBirth};
constexpr OptionInfo kOptions[] = {kNewbornDays, kPerinatalYears, kLeastMaternity, kMostMaternity,
                                   kAdultFrom};

constexpr CodeRange kNewbornCodes[] = {{"A33", "A33"}, {"Z38", "Z38"}};
// Chapter XVI includes what began around birth "even though death or morbidity occurs later": a
// hydrocele (P83.5) or a palsy of the plexus (P14) is operated on years after. On the chart of an
// adult such a code is that of the child.
constexpr CodeRange kPerinatalCodes[] = {{"P00", "P96"}};
constexpr CodeRange kMaternityCodes[] = {{"O00", "O99"}, {"Z32", "Z37"}, {"Z39", "Z39"}};
// Not I25.4 (aneurysms after Kawasaki disease), F02 (dementia in other diseases), M80.2-M80.9 and
// M81.2-M81.9 (osteoporosis by disuse or drugs), N95.3 (artificial menopause): children have them.
constexpr CodeRange kAdultCodes[] = {{"F00", "F01"},     {"F03", "F03"},     {"H25", "H25"},
                                     {"I25.0", "I25.1"}, {"M80.0", "M80.1"}, {"M81.0", "M81.1"},
                                     {"N40", "N40"},     {"N95.0", "N95.2"}};

const Message<std::string_view, int>* conflict(std::string_view code, const Age& age,
                                               const Options& options, bool& limited) {
  limited = true;
  if (in_ranges(kNewbornCodes, code)) {
    return age.least_days > options[kNewbornDays] ? &kNewborn : nullptr;
  }
  if (in_ranges(kPerinatalCodes, code)) {
    return age.surely_above_years(options[kPerinatalYears]) ? &kPerinatal : nullptr;
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
    if (!icd_coded(chart, d) || !well_formed(d)) continue;
    bool limited = false;
    const auto* message = conflict(d.code.value, age.value_or(Age{}), options, limited);
    if (!limited) continue;
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
          "人诊断（如 N40、H25、I25.1）与入院时年龄相符；年龄界限是可调参数。",
          "Newborn (A33, Z38), perinatal (P00–P96), pregnancy (O00–O99 and others) and adult (such "
          "as N40, H25, I25.1) diagnoses agree with the age at admission; the limits are options."},
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

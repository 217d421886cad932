// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_limits.h"
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Sex, Sex> kConflict{
    "conflict", "诊断编码“{0}”只用于{1}性患者，而患者性别为{2}。",
    "the diagnosis code “{0}” is for {1} patients only, and the patient is {2}."};
constexpr Message<> kSex{"sex", "患者性别", "the patient's sex"};

constexpr Citation kBasis[] = {{"SY", "3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kConflict, kSex};

void run(const Chart& chart, const Options&, Report& report) {
  const Sex sex = chart.patient.sex.value;
  if (sex == Sex::kUnspecified || sex_in_doubt(chart)) return;
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(chart, d) || !well_formed(d)) continue;
    const Sex only = sex_limit(chart, report, diagnosis_system(d.code_system.value), d.code.value);
    if (only == Sex::kUnknown) continue;
    if (sex == Sex::kUnknown) {
      report.undecided(of_diagnosis(i), missing::kSex, d.code.span);
    } else if (sex == only) {
      report.pass(of_diagnosis(i));
    } else {
      report.fail(kConflict, of_diagnosis(i), d.code.span, d.code.value, only, sex)
          .note(kSex, chart.patient.sex.span);
    }
  }
}

}  // namespace

extern constinit const Check diagnosis_sex_conflict{
    {.id = "coding-dx-sex-conflict",
     .severity = Severity::kWarning,
     .title = {"诊断应与患者性别相符", "A diagnosis agrees with the patient's sex"},
     .judged =
         {"编码属于只用于一种性别的类目（如 C53 宫颈、N40 前列腺、O00–O99 "
          "妊娠分娩）的每个诊断；所用的编"
          "码表载有性别限制的，以表为准。",
          "Each diagnosis coded in a category that is for one sex only (such as C53 cervix, N40 "
          "prostate, O00–O99 pregnancy and birth); where the code table in use limits codes to a "
          "sex, what it says counts."},
     .exceptions =
         {"性别为“未说明”时不判，性别缺失时无法判定；乳房（C50、N60–N64）、绝育（Z30.2）、染色体"
          "异常（Q96–Q99）不限性别。病历中有性别不清或性发育异常"
          "（Q56、Q96–Q99、E25、E29.1、E34.5）或性别认同（F64）诊断时不判。",
          "Not judged where the sex is unspecified, undecided where it is missing; breast "
          "(C50, N60–N64), sterilisation (Z30.2) and Q96–Q99 are not limited. Not judged in a "
          "chart with indeterminate sex, a disorder of sex development (Q56, Q96–Q99, E25, E29.1, "
          "E34.5) or of gender identity (F64)."},
     .advice =
         {"核对患者性别和诊断编码，改正录入错误的一方。",
          "Compare the patient's sex and the code, and correct the one that was entered wrongly."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

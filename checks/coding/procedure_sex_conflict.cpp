// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_limits.h"
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Sex, Sex> kConflict{
    "conflict", "手术操作编码“{0}”只用于{1}性患者，而患者性别为{2}。",
    "the procedure code “{0}” is for {1} patients only, and the patient is {2}."};
constexpr Message<> kSex{"sex", "患者性别", "the patient's sex"};

constexpr Citation kBasis[] = {{"SY", "3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kConflict, kSex};

void judge(const Chart& chart, const Text& code, Subject subject, Report& report) {
  const Sex sex = chart.patient.sex.value;
  if (sex == Sex::kUnspecified || !well_formed_icd9(code.value)) return;
  const Sex only = sex_limit(chart, report, CodeSystem::kIcd9Cm3, code.value);
  if (only == Sex::kUnknown) return;
  if (sex == Sex::kUnknown) {
    report.undecided(subject, missing::kSex, code.span);
  } else if (sex == only) {
    report.pass(subject);
  } else {
    report.fail(kConflict, subject, code.span, code.value, only, sex)
        .note(kSex, chart.patient.sex.span);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  if (sex_in_doubt(chart)) return;
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Procedure& p = chart.procedures[i];
    if (procedure_system(p.code_system.value) != CodeSystem::kIcd9Cm3) continue;
    judge(chart, p.code, {SubjectKind::kProcedure, static_cast<std::uint32_t>(i), {}}, report);
  }
  if (chart.realm != Realm::kChina) return;  // A surgery elsewhere is coded in another system.
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    judge(chart, chart.surgeries[i].code, of_surgery(i), report);
  }
}

}  // namespace

extern constinit const Check procedure_sex_conflict{
    {.id = "coding-proc-sex-conflict",
     .severity = Severity::kWarning,
     .title = {"手术操作应与患者性别相符", "A procedure agrees with the patient's sex"},
     .judged =
         {"编码在 ICD-9-CM-3 第 60–64 章（男性生殖器官）或 65–75 章（女性生殖器官、产科）的"
          "每个手术和操作；所用的编码表载有性别限制的，以表为准。",
          "Each surgery or procedure coded in ICD-9-CM-3 60–64 (male genital organs) or 65–75 "
          "(female genital organs, obstetrics); where the code table in use limits codes to a sex, "
          "what it says counts."},
     .exceptions =
         {"64.5（性别转换手术）不判；性别“未说明”不判，缺失时无法判定；病历中有性别不清、性发育异常"
          "（Q56、Q96–Q99、E25、E29.1、E34.5）或性别认同（F64）诊断时不判。",
          "64.5 is not judged; nor an unspecified sex; a missing sex leaves it undecided; not "
          "judged in a chart with indeterminate sex, a disorder of sex development (Q56, Q96–Q99, "
          "E25, E29.1, E34.5) or of gender identity (F64)."},
     .advice =
         {"核对患者性别和手术操作编码，改正录入错误的一方。",
          "Compare the patient's sex and the code, and correct the one that was entered wrongly."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "check/coding_edition.h"
#include "checks/coding/asterisk.h"
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kAsterisk{
    "asterisk", "主要诊断编码为“{0}”，属星号（临床表现）编码，应以剑号（病因）编码为先。",
    "the principal diagnosis is coded “{0}”, an asterisk (manifestation) code; the dagger "
    "(cause) code leads."};

constexpr Message<std::string_view> kListed{
    "listed", "主要诊断编码为“{0}”，编码表标明为临床表现编码，应以病因编码为先。",
    "the principal diagnosis is coded “{0}”, which the code table marks as a manifestation; the "
    "cause leads."};

constexpr Citation kBasis[] = {{"SY", "6"}, {"ICD10", "卷2 3.1.3"}, {"MCE", "6"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kAsterisk, kListed};

// ICD-10-CM has no asterisk; several of these categories are ordinary ones there, and others hold
// manifestations. Only a table that marks them tells.
void judge_by_table(const Chart& chart, std::uint32_t index, Report& report) {
  const Diagnosis& d = chart.diagnoses[index];
  const CodeTable* const table = coding_edition(chart, report, CodeSystem::kIcd10Cm);
  const auto entry = table == nullptr ? std::nullopt : table->find(d.code.value);
  if (!entry || !entry->has(CodeEdit::kManifestation)) return;
  report.fail(kListed, of_diagnosis(index), d.code.span, d.code.value);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const std::uint32_t i : discharge_list(chart).principal) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(chart, d) || !well_formed(d))
      continue;  // The latter is said by coding-dx-format.
    if (diagnosis_system(d.code_system.value) == CodeSystem::kIcd10Cm) {
      judge_by_table(chart, i, report);
    } else if (asterisk_code(d.code.value) != nullptr) {
      report.fail(kAsterisk, of_diagnosis(i), d.code.span, d.code.value);
    } else {
      report.pass(of_diagnosis(i));
    }
  }
}

}  // namespace

extern constinit const Check principal_asterisk{
    {.id = "coding-principal-asterisk",
     .severity = Severity::kWarning,
     .title = {"星号编码不能作主要诊断",
               "A manifestation (asterisk) code is not the principal diagnosis"},
     .judged =
         {"主要诊断的编码不在 ICD-10 的星号类目（如 G63、H36、N08）之内。",
          "The code of the principal diagnosis is in none of the asterisk categories of ICD-10 "
          "(such as G63, H36, N08)."},
     .exceptions =
         {"ICD-10-CM 没有星号编码，只按编码表标明的判断；没有标明主要诊断时不判。2010 年起 ICD-10 "
          "卷 2 允许在以临床"
          "表现为主要诊治对象时把星号编码放在前面，所以只作建议。",
          "ICD-10-CM has no asterisk codes and is judged by what its table marks alone; not judged "
          "where no diagnosis is principal. A warning only: since 2010 volume 2 of ICD-10 lets the "
          "asterisk code lead "
          "where the manifestation is the focus of care."},
     .advice =
         {"把病因（剑号）编码作主要诊断，星号编码列为其他诊断。",
          "Put the cause (dagger) code first and the asterisk code among the other diagnoses."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kAsterisk{
    "asterisk", "主要诊断编码为“{0}”，属星号（临床表现）编码，应以剑号（病因）编码为先。",
    "the principal diagnosis is coded “{0}”, an asterisk (manifestation) code; the dagger "
    "(cause) code leads."};

constexpr Citation kBasis[] = {{"SY", "6"}, {"ICD10", "卷2 3.1.3"}, {"MCE", "6"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kAsterisk};

// The asterisk categories of ICD-10, each a whole three-character category.
constexpr std::string_view kAsteriskCategories =
    "D63 D77 E35 E90 F00 F02 G01 G02 G05 G07 G13 G22 G26 G32 G46 G53 G55 G59 G63 G73 G94 G99 "
    "H03 H06 H13 H19 H22 H28 H32 H36 H42 H45 H48 H58 H62 H67 H75 H82 H94 I32 I39 I41 I43 I52 "
    "I68 I79 I98 J17 J91 J99 K23 K67 K77 K87 K93 L14 L45 L54 L62 L86 L99 M01 M03 M07 M09 M14 "
    "M36 M49 M63 M68 M73 M82 M90 N08 N16 N22 N29 N33 N37 N51 N74 N77 P75 ";

bool asterisk_category(std::string_view code) {
  std::string category(code.substr(0, 3));
  if (category[0] >= 'a' && category[0] <= 'z') category[0] = static_cast<char>(category[0] - 32);
  const std::size_t at = kAsteriskCategories.find(category);
  return at != std::string_view::npos && at % 4 == 0;
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const std::uint32_t i : discharge_list(chart).principal) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(chart, d) || !well_formed(d))
      continue;  // The latter is said by coding-dx-format.
    // ICD-10-CM has no asterisk: several of these categories are ordinary ones there.
    if (diagnosis_system(d.code_system.value) != CodeSystem::kIcd10) continue;
    if (asterisk_category(d.code.value)) {
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
         {"ICD-10-CM 没有星号编码，不判；没有标明主要诊断时不判。2010 年起 ICD-10 卷 2 允许在以临床"
          "表现为主要诊治对象时把星号编码放在前面，所以只作建议。",
          "Not judged for ICD-10-CM, which has no asterisk codes, nor where no diagnosis is "
          "principal. A warning only: since 2010 volume 2 of ICD-10 lets the asterisk code lead "
          "where the manifestation is the focus of care."},
     .advice =
         {"把病因（剑号）编码作主要诊断，星号编码列为其他诊断。",
          "Put the cause (dagger) code first and the asterisk code among the other diagnoses."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kExternal{
    "external-cause", "主要诊断编码为“{0}”，属外因附加编码，不能作主要诊断。",
    "the principal diagnosis is coded “{0}”, an external cause, which is only an additional code."};
constexpr Message<std::string_view> kMorphology{
    "morphology", "主要诊断编码为“{0}”，属肿瘤形态学编码，不能作主要诊断。",
    "the principal diagnosis is coded “{0}”, a morphology code, which is only an additional code."};
constexpr Message<std::string_view> kResistance{
    "resistance", "主要诊断编码为“{0}”，属耐药附加编码，不能作主要诊断。",
    "the principal diagnosis is coded “{0}”, a drug-resistance code, which is only additional."};

constexpr Citation kBasis[] = {{"SY", "6"}, {"SY", "10"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kExternal, kMorphology, kResistance};

// U07.1 and U07.2 (emergency use) may be principal; U80-U89 may not.
constexpr CodeRange kExternalCauses[] = {{"V01", "Y98"}};
constexpr CodeRange kExternalCausesCm[] = {{"V00", "Y99"}};
constexpr CodeRange kResistances[] = {{"U80", "U89"}};

void judge(const Diagnosis& d, Subject subject, Report& report) {
  const std::string_view code = d.code.value;
  const bool cm = diagnosis_system(d.code_system.value) == CodeSystem::kIcd10Cm;
  const std::span<const CodeRange> external =
      cm ? std::span<const CodeRange>(kExternalCausesCm) : kExternalCauses;
  if (well_formed_morphology(code)) {
    report.fail(kMorphology, subject, d.code.span, code);
  } else if (!well_formed(d)) {
    return;  // Said by coding-dx-format.
  } else if (in_ranges(external, code)) {
    report.fail(kExternal, subject, d.code.span, code);
  } else if (in_ranges(kResistances, code)) {
    report.fail(kResistance, subject, d.code.span, code);
  } else {
    report.pass(subject);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const std::uint32_t i : discharge_list(chart).principal) {
    if (icd_coded(chart, chart.diagnoses[i])) judge(chart.diagnoses[i], of_diagnosis(i), report);
  }
}

}  // namespace

extern constinit const Check principal_external_cause{
    {.id = "coding-principal-external-cause",
     .severity = Severity::kError,
     .title = {"外因、形态学等附加编码不能作主要诊断",
               "An external cause or morphology code is not the principal diagnosis"},
     .judged =
         {"主要诊断的编码不在 V01–Y98（外因）、M8000–M9989（形态学）、U80–U89（耐药）之内。",
          "The code of the principal diagnosis is outside V01–Y98 (external causes), M8000–M9989 "
          "(morphology) and U80–U89 (resistance)."},
     .exceptions =
         {"U07.1、U07.2 可作主要诊断；没有标明主要诊断时不判。",
          "U07.1 and U07.2 may be principal; not judged where no diagnosis is principal."},
     .advice =
         {"以损伤、中毒或肿瘤本身的编码作主要诊断，外因与形态学编码填入各自栏目。",
          "Code the injury, poisoning or tumour as principal; the external cause and morphology "
          "have fields of their own."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kRepeated{
    "repeated", "其他诊断的编码“{0}”与主要诊断相同。",
    "another diagnosis has the code “{0}” of the principal diagnosis."};
constexpr Message<> kPrincipal{"principal", "主要诊断", "the principal diagnosis"};

constexpr Citation kBasis[] = {{"SY", "9"}, {"MCE", "3"}};
constexpr int kCore[] = {15};
constexpr std::string_view kSupersedes[] = {"duplication-diagnosis-list"};
constexpr MessageInfo kMessages[] = {kRepeated, kPrincipal};

void run(const Chart& chart, const Options&, Report& report) {
  const DischargeList list = discharge_list(chart);
  if (list.principal.size() != 1) return;  // Said by coding-principal-missing.
  const Diagnosis& principal = chart.diagnoses[list.principal.front()];
  if (!icd_coded(chart, principal) || !well_formed(principal)) return;
  bool repeated = false;
  for (const std::uint32_t i : list.all) {
    const Diagnosis& d = chart.diagnoses[i];
    if (i == list.principal.front() || d.code.value != principal.code.value) continue;
    repeated = true;
    report.fail(kRepeated, of_diagnosis(i), d.code.span, d.code.value)
        .note(kPrincipal, principal.code.span);
  }
  if (!repeated) report.pass(of_diagnosis(list.principal.front()));
}

}  // namespace

extern constinit const Check principal_duplicate{
    {.id = "coding-principal-duplicate",
     .severity = Severity::kWarning,
     .title = {"其他诊断不应重复主要诊断", "The other diagnoses do not repeat the principal one"},
     .judged = {"同一份出院诊断清单中，其他诊断的编码与主要诊断的编码不相同。",
                "In one list of discharge diagnoses no other diagnosis has the principal code."},
     .exceptions = {"没有或有多个主要诊断、主要诊断无编码或编码格式错误时不判。",
                    "Not judged without exactly one principal diagnosis that has a code of the "
                    "right form."},
     .advice =
         {"删去重复的诊断，或改为真正的并发症、合并症。",
          "Remove the repeated entry, or code the complication or comorbidity that was meant."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kMissing{
    "missing", "有损伤、中毒诊断“{0}”，但没有外因编码（应为 {1}）。",
    "there is an injury or poisoning diagnosis “{0}” and no external cause code ({1} expected)."};

constexpr Citation kBasis[] = {{"84", "损伤、中毒的外部原因"}, {"FP", "D"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMissing};

constexpr CodeRange kInjuries[] = {{"S00", "T98"}};
constexpr CodeRange kComplications[] = {{"T80", "T88"}};
constexpr CodeRange kSequelae[] = {{"T90", "T98"}};
constexpr CodeRange kAnyCause[] = {{"V01", "Y98"}};
constexpr CodeRange kCareCause[] = {{"Y40", "Y84"}};
constexpr CodeRange kSequelaeCause[] = {{"Y85", "Y89"}};

struct Expected {
  std::span<const CodeRange> causes;
  std::string_view text;
};

Expected expected_for(std::string_view code) {
  if (in_ranges(kComplications, code)) return {kCareCause, "Y40–Y84"};
  if (in_ranges(kSequelae, code)) return {kSequelaeCause, "Y85–Y89"};
  return {kAnyCause, "V01–Y98"};
}

// ICD-10-CM folds many causes into the injury code itself, so only ICD-10 is judged.
bool judged(const Diagnosis& d) {
  return icd_coded(d) && diagnosis_system(d.code_system.value) == CodeSystem::kIcd10 &&
         well_formed(d) && in_ranges(kInjuries, d.code.value);
}

bool has_cause(const Chart& chart, std::span<const CodeRange> causes) {
  return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), [&](const Diagnosis& d) {
    return icd_coded(d) && in_ranges(causes, d.code.value);
  });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  for (const std::uint32_t i : discharge_list(chart).all) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!judged(d)) continue;
    const Expected expected = expected_for(d.code.value);
    if (has_cause(chart, expected.causes)) {
      report.pass(of_chart());
    } else if (!chart.sources.has(Source::kFrontPage)) {
      report.undecided(of_chart(), missing_source(Source::kFrontPage), d.code.span);
    } else {
      report.fail(kMissing, of_chart(), d.code.span, d.code.value, expected.text);
    }
    return;  // One external cause field, one finding: the first injury speaks for all.
  }
}

}  // namespace

extern constinit const Check injury_external_cause{
    {.id = "coding-injury-external-cause",
     .severity = Severity::kWarning,
     .title = {"损伤、中毒诊断应有外因编码",
               "Injury and poisoning come with an external cause code"},
     .judged =
         {"已出院的住院病历，出院诊断有 S00–T98 时应有外因编码：T80–T88 对应 Y40–Y84，"
          "T90–T98 对应 Y85–Y89，其余对应 V01–Y98。",
          "A stay that ended with a diagnosis in S00–T98 has an external cause code: Y40–Y84 for "
          "T80–T88, Y85–Y89 for T90–T98, else V01–Y98."},
     .exceptions = {"只判 ICD-10；没有病案首页数据时无法判定。",
                    "Judged for ICD-10 only; undecided without data of the front page."},
     .advice = {"在首页“损伤、中毒的外部原因”栏填写原因和编码。",
                "Fill in the cause and its code in the front page's field for external causes."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

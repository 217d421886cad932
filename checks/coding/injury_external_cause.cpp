// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kMissing{
    "missing", "有损伤、中毒诊断“{0}”，但没有外因编码（应为 {1}）。",
    "there is an injury or poisoning diagnosis “{0}” and no external cause code ({1} expected)."};

constexpr Message<std::string_view, std::string_view, std::string_view> kOther{
    "other-cause", "损伤、中毒诊断“{0}”的外因编码应在 {1} 之内，而病历中只有“{2}”。",
    "the external cause of the diagnosis “{0}” belongs to {1}, and the chart has only “{2}”."};

constexpr Message<> kFound{"found", "病历中的外因编码", "the external cause code of the chart"};

constexpr Citation kBasis[] = {{"84", "损伤、中毒的外部原因"}, {"FP", "D"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMissing, kOther, kFound};

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
bool judged(const Chart& chart, const Diagnosis& d) {
  return icd_coded(chart, d) && diagnosis_system(d.code_system.value) == CodeSystem::kIcd10 &&
         well_formed(d) && in_ranges(kInjuries, d.code.value);
}

// The first external cause of the ranges, or null. An entry of the field for it whose code is
// malformed counts as any: the defect is said by coding-dx-format.
const Diagnosis* find_cause(const Chart& chart, std::span<const CodeRange> causes) {
  const auto found =
      std::find_if(chart.diagnoses.begin(), chart.diagnoses.end(), [&](const Diagnosis& d) {
        if (!icd_coded(chart, d)) return false;
        return well_formed(d) ? in_ranges(causes, d.code.value)
                              : d.role == DiagnosisRole::kExternalCause;
      });
  return found == chart.diagnoses.end() ? nullptr : &*found;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  for (const std::uint32_t i : discharge_list(chart).all) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!judged(chart, d)) continue;
    const Expected expected = expected_for(d.code.value);
    if (find_cause(chart, expected.causes) != nullptr) {
      report.pass(of_chart());
    } else if (const Diagnosis* other = find_cause(chart, kAnyCause)) {
      // The front page has one field for the cause: another injury of the list may have taken it.
      report.fail(kOther, of_chart(), d.code.span, d.code.value, expected.text, other->code.value)
          .weaker(Severity::kNote)
          .note(kFound, other->code.span);
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
     .exceptions =
         {"只判 ICD-10；没有病案首页数据时无法判定。首页只有一个外因栏，已填其他外因时只作提示。",
          "Judged for ICD-10 only; undecided without data of the front page. Its field "
          "holds one cause: where another one stands there, it is a note."},
     .advice = {"在首页“损伤、中毒的外部原因”栏填写原因和编码。",
                "Fill in the cause and its code in the front page's field for external causes."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

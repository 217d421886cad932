// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kEmpty{
    "empty", "病历中有病理报告“{0}”，首页未填写病理诊断。",
    "the chart holds the pathology report “{0}”, and the front page has no pathology diagnosis."};
constexpr Message<> kNumber{"number", "首页填写了病理诊断，未填写病理号。",
                            "the front page has a pathology diagnosis and no pathology number."};
constexpr Message<> kReport{"report", "病理报告", "the pathology report"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"SY", "9"}, {"ZB", "9"}, {"FP", "病理诊断及编码"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kEmpty, kNumber, kReport};

// What was reported before the patient left; a later report may come after the front page.
const TestResult* report_in_stay(const Chart& chart) {
  const TimeFact& left = chart.encounter.discharged;
  for (const TestResult& result : chart.results) {
    if (result.kind.value != "pathology" || !result.reported || !left) continue;
    if (!certainly_after(result.reported->value, left.value())) return &result;
  }
  return nullptr;
}

// Codes of a pathology diagnosis stand in the list of diagnoses as well.
bool diagnosed(const Chart& chart, const FrontPage& page) {
  const bool item = page.filled(FrontPageItem::kPathologyDiagnosis) != nullptr ||
                    page.filled(FrontPageItem::kPathologyCode) != nullptr;
  return item ||
         std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(),
                     [](const Diagnosis& d) { return d.role == DiagnosisRole::kPathology; });
}

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  constexpr FrontPageItem kItem = FrontPageItem::kPathologyDiagnosis;
  const TestResult* found = report_in_stay(chart);
  if (diagnosed(chart, page)) {
    const FrontPageField* number = page.find(FrontPageItem::kPathologyNumber);
    if (number != nullptr && page.filled(FrontPageItem::kPathologyNumber) == nullptr) {
      report.fail(kNumber, of_chart(), page.place_of(FrontPageItem::kPathologyNumber));
      return;
    }
    return report.pass(of_chart());
  }
  if (found == nullptr) return;
  const Span where = page.place_of(kItem);
  if (const auto doubt = page.doubt(kItem)) return report.undecided(of_chart(), *doubt, where);
  report.fail(kEmpty, of_chart(), where, found->name.value).note(kReport, found->span);
}

}  // namespace

extern constinit const Check frontpage_pathology{
    {.id = "frontpage-pathology",
     .severity = Severity::kWarning,
     .title = {"有病理报告的首页应填写病理诊断",
               "The front page states the pathology diagnosis where there is a report"},
     .judged =
         {"出院前已有病理报告的：首页填写病理诊断或其编码；填写了病理诊断而病理号一项为空的，指出"
          "。",
          "With a pathology report before discharge: the front page has a pathology diagnosis or "
          "its code. A pathology number that is left empty beside a diagnosis is said."},
     .exceptions =
         {"没有病理报告、报告晚于出院或没有报告时间、患者尚在院、首页项目未载入的不判；首页数据中没"
          "有此"
          "项的无法判定；病理号不在首页数据中的不要求。",
          "Not without a report, for one after discharge or without a time, while the patient is "
          "there, nor where the items were not loaded; undecided where the data bring no such "
          "item; a number is not asked for where the data have no place for it."},
     .advice = {"按病理报告填写病理诊断、编码和病理号。",
                "Fill in diagnosis, code and number by the report."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/grades.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/risk_form.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kAsa{
    "asa", "手术风险评估表的ASA分级为{0}级，麻醉记录为{1}级。",
    "the risk assessment has ASA class {0}, the anaesthesia record "
    "{1}."};
constexpr Message<std::string_view, std::string_view> kWound{
    "wound", "手术风险评估表的切口清洁程度为{0}类，病历所载切口类别为“{1}”。",
    "the risk assessment has wound class {0}, the chart elsewhere class {1}."};
constexpr Message<int, int> kIndex{
    "index", "手术风险评估表的NNIS分级为{0}，按表中切口、ASA分级和手术时间合计为{1}。",
    "the risk assessment has the NNIS index {0}; its wound class, ASA class and duration add up to "
    "{1}."};
constexpr Message<> kOther{"other", "病历中的另一处记载", "what the chart says elsewhere"};

constexpr Missing kItems{"risk-items", "风险评估表中的切口、ASA分级和手术时间",
                         "wound class, ASA class and duration on the risk assessment"};

constexpr Citation kBasis[] = {{"SA", "3"}, {"ZJ", "围手术期相关记录2"}};
constexpr int kCore[] = {11, 12};
constexpr MessageInfo kMessages[] = {kAsa, kWound, kIndex, kOther};

void judge_asa(const Chart& chart, std::size_t index, const RiskForm& form, Report& report) {
  if (!form.asa) return;
  const Surgery& surgery = chart.surgeries[index];
  std::optional<Located<int>> other = surgery.anesthesia.asa;
  for (const Document* record : records_about(chart, index, {DocType::kAnesthesiaRecord}).all) {
    if (other) break;
    if (const Grade grade = asa_of(*record); grade.value) other = {*grade.value, record->span};
  }
  if (!other) return;
  const Subject subject = of_surgery(index, "asa");
  if (other->value == form.asa->value) return report.pass(subject);
  report.fail(kAsa, subject, form.asa->span, roman(form.asa->value), roman(other->value))
      .note(kOther, other->span);
}

// The form parts wounds into clean, clean-contaminated, contaminated and infected (I-IV), the front
// page into clean, possibly contaminated and infected (I-III): its II may be the form's II or III,
// its III the form's III or IV.
bool agree(int form, int page) {
  if (page == 0 || page == 1) return form <= 2 - (page == 1 ? 1 : 0);
  return form == page || form == page + 1;
}

void judge_wound(const Surgery& surgery, std::size_t index, const RiskForm& form, Report& report) {
  const Grade page = grade_in(surgery.incision.value);
  if (!form.wound || !page.value || *page.value > 3) return;
  const Subject subject = of_surgery(index, "wound");
  if (agree(form.wound->value, *page.value)) return report.pass(subject);
  report.fail(kWound, subject, form.wound->span, roman(form.wound->value), surgery.incision.value)
      .note(kOther, surgery.incision.span);
}

void judge_index(std::size_t index, const RiskForm& form, Report& report) {
  if (!form.index) return;
  const Subject subject = of_surgery(index, "index");
  const std::optional<int> sum = form.sum();
  if (!sum) return report.undecided(subject, kItems, form.index->span);
  if (*sum == form.index->value) return report.pass(subject);
  report.fail(kIndex, subject, form.index->span, form.index->value, *sum);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const auto forms = chart.checklists_about("surgical-risk", static_cast<std::uint32_t>(i));
    if (forms.empty()) continue;
    const RiskForm form = risk_form(*forms.back());
    judge_asa(chart, i, form, report);
    judge_wound(surgery, i, form, report);
    judge_index(i, form, report);
  }
}

}  // namespace

extern constinit const Check periop_risk_assessment_consistent{
    {.id = "periop-risk-assessment-consistent",
     .severity = Severity::kWarning,
     .title = {"手术风险评估表应与麻醉、手术记载一致",
               "The surgical risk assessment agrees with the rest of the chart"},
     .judged =
         {"手术风险评估表的ASA分级与麻醉记录相同，切口清洁程度与病历（首页）的切口类别相符，NNIS分"
          "级等"
          "于表中三项之和（切口Ⅲ、Ⅳ类，ASA≥Ⅲ级，手术超过3小时各1分）；逐项判定。",
          "On the surgical risk assessment the ASA class is that of the anaesthesia record, the "
          "wound class that of the chart (front page), and the NNIS index the sum of its three "
          "items (one point each for wound III or IV, ASA III or more, more than three hours); "
          "judged one by one."},
     .exceptions =
         {"取消的手术不判；没有评估表、表中或病历中没有该项的不判。评估表切口分四类、首页分三类，首"
          "页"
          "的Ⅱ类与表中Ⅱ、Ⅲ类，首页的Ⅲ类与表中Ⅲ、Ⅳ类都视为相符。NNIS分级缺少计分项目时无法判定。国家"
          "文件要求评估，表式和计分见于地方评分表。",
          "Not for cancelled surgery, without the form, or where it or the chart lacks the item. "
          "The form has four wound classes and the front page three: the page's II agrees with II "
          "and III, its III with III and IV. The index is undecided where an item of its sum "
          "lacks. "
          "National texts ask for the assessment; the form stems from a provincial sheet."},
     .advice = {"核对原始资料，更正有误的一处。", "Check the sources and correct the wrong one."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

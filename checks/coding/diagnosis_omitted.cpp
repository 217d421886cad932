// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/coding_edition.h"
#include "checks/coding/chart_narrative.h"
#include "checks/coding/coded.h"
#include "checks/coding/page_diagnoses.h"
#include "checks/coding/stated_diagnoses.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, std::string_view> kOmitted{
    "omitted", "{0}的诊断“{1}”，首页没有相应的诊断。",
    "the diagnosis “{1}” of the {0} has no counterpart on the front page."};

constexpr Missing kNames{"diagnosis-name", "首页各项诊断的名称",
                         "the names of all diagnoses of the front page"};

constexpr Citation kBasis[] = {{"SY", "20"}, {"SY", "5"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kOmitted};
constexpr std::string_view kSupersedes[] = {"consistency-diagnosis-across@@"};

std::string_view words_of(const Part& part) {
  return part.value.value.substr(part.from, part.to - part.from);
}

bool page_read(const Chart& chart) {
  return !chart.cut_off &&
         std::none_of(chart.documents.begin(), chart.documents.end(), [](const Document& document) {
           return document.broken &&
                  (document.type == DocType::kFrontPage || document.type == DocType::kTcmFrontPage);
         });
}

void judge(const Chart& chart, const StatedDiagnosis& stated, const PageDiagnoses& page,
           const CodeTable* table, Report& report) {
  const Subject subject = of_chart(stated.name);
  const NamedDisease disease(stated.name, table);
  if (page.may_have(disease)) return report.pass(subject);
  const Span where = span_of(stated.place);
  if (!page_read(chart)) return report.undecided(subject, missing::kRestOfChart, where);
  if (page.nameless()) return report.undecided(subject, kNames, where);
  if (!disease.known()) {
    // A name that the table does not have may be of anything.
    if (table == nullptr) report.undecided(subject, missing_codes(CodeSystem::kIcd10), where);
    return;
  }
  report.fail(kOmitted, subject, where, stated.document->type, words_of(stated.place))
      .at(stated.place);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther || still_there(report)) return;
  const DischargeList list = discharge_list(chart);
  if (list.all.empty()) return;
  const std::uint32_t source = chart.diagnoses[list.all.front()].document;
  if (source < chart.documents.size() && !is_front_page(chart, source)) return;
  const CodeTable* table = coding_edition(chart, report, CodeSystem::kIcd10);
  const PageDiagnoses page(chart, table);
  for (const StatedDiagnosis& stated : stated_diagnoses(chart, report)) {
    judge(chart, stated, page, table, report);
  }
}

}  // namespace

extern constinit const Check diagnosis_omitted{
    {.id = "coding-diagnosis-omitted",
     .severity = Severity::kWarning,
     .title = {"病历的诊断应填写在首页", "The diagnoses of the chart stand on the front page"},
     .judged =
         {"出院、死亡、病理诊断及修正、确定、补充诊断（含病程中的“补充诊断：”）中肯定的、现患的每一"
          "项疾病：首页有相应的诊断。"
          "仅在确有"
          "把握时指出：该名称在编码表或内置的常见疾病名称中，而首页各项诊断与其既无编码的前两位相同"
          "、也无"
          "同一疾病的别名、名称中又没有一个相同的主要用字。",
          "Each certain and present disease of the discharge, death and pathological diagnoses, "
          "and of "
          "those that a record revised, confirmed or added, also in the text of a note: the front "
          "page has a diagnosis for it. "
          "Said only where it is sure: the code table or the built-in names of common diseases "
          "have "
          "the name, and no diagnosis of the front page has a code with the same first two "
          "characters, another name of that disease, or a telling character in common with it."},
     .exceptions =
         {"可疑、待查、否认和既往的，病史、术后状态、治疗、妊娠分娩、症状的诊断不评价。首页没有诊断"
          "的不评价；"
          "首页未读全、诊断没有名称，或没有编码表而无从得知该名称是什么的，无法判定。",
          "Not for what is suspected, denied or of the past, histories, states after surgery, "
          "treatments, pregnancy and birth, symptoms, nor without diagnoses on the front page. "
          "Undecided where the front page was not read whole or has diagnoses without a name, and "
          "where without a code table nothing is known of the name."},
     .advice = {"核对首页的其他诊断，补填并编码遗漏的疾病。",
                "Add the disease that was left out to the front page, with its code."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks

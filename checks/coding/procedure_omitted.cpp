// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/coding/categories.h"
#include "checks/coding/procedure_list.h"
#include "checks/coding/told_procedures.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, std::string_view> kOmitted{
    "omitted", "病历显示本次住院做了{0}（“{1}”），首页手术操作栏中没有相应的操作。",
    "the chart tells of {0} in this stay (“{1}”), and the front page lists no such procedure."};
constexpr Message<Surgery> kSurgery{"surgery", "{0}没有列入首页手术操作栏。",
                                    "{0} is not listed on the front page."};

constexpr Citation kBasis[] = {{"SY", "22"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kOmitted, kSurgery};

constexpr Missing kRows{"page-procedures", "首页手术操作栏的内容",
                        "the operations and procedures that the front page lists"};

class Judge {
 public:
  Judge(const Chart& chart, Report& report)
      : chart_(chart), list_(procedure_list(chart)), report_(report) {}

  void procedure(const ToldProcedure& one) {
    const std::optional<Evidence> evidence = evidence_of(chart_, one);
    if (!evidence) return;
    const Subject subject = of_chart(one.id);
    const bool found = std::any_of(list_.rows.begin(), list_.rows.end(), [&](std::uint32_t i) {
      return stands_for(chart_.procedures[i], one);
    });
    if (found) {
      report_.pass(subject);
    } else if (!list_.known) {
      report_.undecided(subject, kRows, evidence->span);
    } else {
      report_.fail(kOmitted, subject, evidence->span, one.name, evidence->words);
    }
  }

  void surgery(std::size_t index) {
    const Surgery& surgery = chart_.surgeries[index];
    // Without rows of the page the data of surgeries count as data of the page, as diagnoses do.
    if (!list_.known || surgery.cancelled || !surgery.start) return;
    if (surgery.start.value().precision < Precision::kDay || !in_stay(surgery)) return;
    const Subject subject = of_surgery(index);
    if (listed(surgery)) return report_.pass(subject);
    const Span where = surgery.name.value.empty() ? surgery.span : surgery.name.span;
    report_.fail(kSurgery, subject, where, surgery);
  }

 private:
  bool in_stay(const Surgery& surgery) const {
    const Encounter& stay = chart_.encounter;
    return stay.admitted && stay.discharged &&
           !certainly_before(surgery.start.value(), stay.admitted.value()) &&
           !certainly_after(surgery.start.value(), stay.discharged.value());
  }

  // By its rubric, its name, or its day: what was done in one session may be coded in many ways.
  bool listed(const Surgery& surgery) const {
    return std::any_of(list_.rows.begin(), list_.rows.end(), [&](std::uint32_t i) {
      const Procedure& row = chart_.procedures[i];
      const std::string_view code = row.code.value;
      constexpr std::size_t kRubric = 4;  // "51.2"
      const bool rubric = code.size() >= kRubric && surgery.code.value.size() >= kRubric &&
                          code.substr(0, kRubric) == surgery.code.value.substr(0, kRubric);
      if (rubric || (!row.name.value.empty() && row.name.value == surgery.name.value)) return true;
      if (in_ranges(categories::kMiscellaneousProcedures, code)) return false;
      if (!row.at || row.at->value.precision < Precision::kDay) return true;
      const auto apart = row.at->value.local_day() - surgery.start.value().local_day();
      return apart >= std::chrono::days{-1} && apart <= std::chrono::days{1};
    });
  }

  const Chart& chart_;
  ProcedureList list_;
  Report& report_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther) return;
  if (!chart.encounter.discharged) return;
  Judge judge(chart, report);
  for (const ToldProcedure& procedure : told_procedures()) judge.procedure(procedure);
  for (std::size_t i = 0; i < told_surgeries(chart).size(); ++i) judge.surgery(i);
}

}  // namespace

extern constinit const Check procedure_omitted{
    {.id = "coding-procedure-omitted",
     .severity = Severity::kWarning,
     .title = {"实施的手术和操作应列入首页",
               "Operations and procedures that were done are on the front page"},
     .judged = {"已出院的住院病历：住院期间的每例手术，已执行的医嘱或检查报告表明做过的气管插管、中"
                "心静脉置管、血液透析、胃镜、结肠镜、支气管镜，在首页手术操作栏中有相应的行。",
                "Inpatients after discharge: each surgery of the stay, and each intubation, "
                "central venous catheter, haemodialysis, gastroscopy, colonoscopy and bronchoscopy "
                "that an order carried out or a report tells of, has its row on the front page."},
     .exceptions = {"未执行、取消的医嘱，护理、维护、拔除、准备等医嘱，住院以外的检查不取；手术前后"
                    "一日内的插管和置管视为麻醉的一部分。手术按亚目、名称或日期（前后一日）对应，操作"
                    "的编码可以是诊断性或治疗性的。不知首页列了哪些手术操作的，操作无法判定，手术数据"
                    "视为首页所列。条文未列举应填的操作，由人核实。",
                    "Not from orders that were not carried out or were cancelled, of care, "
                    "removal or preparation, nor from examinations outside of the stay; "
                    "within a day of a surgery tube and catheter count as part of the "
                    "anaesthesia. A surgery is found by rubric, name or day, a procedure by "
                    "any of its diagnostic or therapeutic codes. Where it is not known what "
                    "the page lists, procedures are undecided and data of surgeries count as "
                    "data of the page. The article does not say which procedures have to be "
                    "listed: for the reader to check."},
     .advice = {"在首页手术操作栏补填手术或操作及其编码、日期。",
                "Add the operation or procedure with its code and date to the front page."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

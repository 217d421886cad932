// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/consistency/operation_statements.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Bilingual, Time, Time> kTime{
    "time", "手术{0}的{1}，此处为{2}，另一处为{3}，两者不一致。",
    "{1} of the surgery {0} is {2} here and {3} in another place."};
constexpr Message<Surgery, Personal, Personal> kSurgeon{
    "surgeon", "手术{0}的术者，此处为{1}，另一处为{2}，两者不一致。",
    "the surgeon of {0} is {1} here and {2} in another place."};
constexpr Message<Surgery, std::string_view, std::string_view> kAnesthesia{
    "anesthesia", "手术{0}的麻醉方法，此处为“{1}”，另一处为“{2}”，两者不一致。",
    "the anaesthesia of {0} is “{1}” here and “{2}” in another place."};
constexpr Message<Surgery, std::string_view, std::string_view> kIncision{
    "incision", "手术{0}的切口类别，首页为“{1}”，手术资料为“{2}”，两者不一致。",
    "the incision of {0} is “{1}” on the front page and “{2}” in the data of the surgery."};
constexpr Message<> kOther{"other", "另一处的记载", "the other statement"};

constexpr Option<Duration> kTolerance{"tolerance", Duration{60},
                                      "手术开始、结束时间允许的差（条文没有数值）",
                                      "tolerance for start and end (not in the law)"};

constexpr Citation kBasis[] = {{"BL", "22(14)"}, {"BL", "22(15)"}, {"BL", "22(18)"}, {"BL", "3"}};
constexpr int kCore[] = {11, 15};
constexpr MessageInfo kMessages[] = {kTime, kSurgeon, kAnesthesia, kIncision, kOther};
constexpr OptionInfo kOptions[] = {kTolerance};

Personal name_of(const Person& person) {
  return {person.name.value.empty() ? person.id.value : person.name.value};
}

bool apart(const Time& a, const Time& b, Duration tolerance) {
  const bool first = a.earliest <= b.earliest;
  return within(first ? a : b, first ? b : a, tolerance) == Within::kNo;
}

// The facts of one surgery, each with its own subject.
class Facts {
 public:
  Facts(const Chart& chart, std::size_t index, Report& report)
      : chart_(chart), surgery_(chart.surgeries[index]), index_(index), report_(report) {}

  void times(Bilingual name, std::string_view detail, const TimeFact& fact, Duration tolerance) {
    if (fact.claims().size() < 2) return;
    const TimeClaim& first = fact.claims().front();
    for (const TimeClaim& claim : fact.claims()) {
      if (!apart(first.value, claim.value, tolerance)) continue;
      report_.fail(kTime, subject(detail), claim.span, surgery_, name, claim.value, first.value)
          .note(kOther, first.span);
      return;
    }
    report_.pass(subject(detail));
  }

  void surgeons() {
    const std::vector<const Person*> stated = stated_surgeons(chart_, index_);
    if (stated.size() < 2) return;
    const Person& first = *stated.front();
    for (const Person* other : stated) {
      if (same_person(first, *other) != SamePerson::kNo) continue;
      report_
          .fail(kSurgeon, subject("surgeon"), other->span(), surgery_, name_of(*other),
                name_of(first))
          .note(kOther, first.span());
      return;
    }
    report_.pass(subject("surgeon"));
  }

  void anesthesia() {
    const std::vector<AnesthesiaStatement> stated = stated_anesthesia(chart_, index_);
    if (stated.size() < 2) return;
    const AnesthesiaStatement& first = stated.front();
    for (const AnesthesiaStatement& other : stated) {
      if ((first.kinds & other.kinds) != 0) continue;
      report_
          .fail(kAnesthesia, subject("anesthesia"), other.text.span, surgery_, other.text.value,
                first.text.value)
          .note(kOther, first.text.span);
      return;
    }
    report_.pass(subject("anesthesia"));
  }

  // Of the front page's rows that which has the code of the surgery.
  void incision(const FrontPage& page) {
    const int own = incision_class(surgery_.incision.value);
    if (own < 0 || surgery_.code.value.empty()) return;
    for (const Procedure& row : chart_.procedures) {
      if (!page.is_page(row.document) || row.code.value != surgery_.code.value) continue;
      const int stated = incision_class(row.incision.value);
      if (stated < 0) continue;
      if (stated == own) return report_.pass(subject("incision"));
      report_
          .fail(kIncision, subject("incision"), row.incision.span, surgery_, row.incision.value,
                surgery_.incision.value)
          .note(kOther, surgery_.incision.span);
      return;
    }
  }

 private:
  Subject subject(std::string_view detail) const { return of_surgery(index_, detail); }

  const Chart& chart_;
  const Surgery& surgery_;
  std::size_t index_;
  Report& report_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  const FrontPage page(chart);
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    Facts facts(chart, i, report);
    facts.times({"开始时间", "the start"}, "start", surgery.start, options[kTolerance]);
    facts.times({"结束时间", "the end"}, "end", surgery.end, options[kTolerance]);
    facts.surgeons();
    facts.anesthesia();
    facts.incision(page);
  }
}

}  // namespace

extern constinit const Check operation_facts{
    {.id = "consistency-operation-facts",
     .severity = Severity::kError,
     .title = {"同一手术的要素在各文书中应一致", "All records give the same facts of a surgery"},
     .judged =
         {"手术数据、手术记录、麻醉记录、手术护理记录、术后首次病程：开始、结束时间相差不超过1小时"
          "，"
          "术者为同一人，麻醉方法不相矛盾；首页与手术资料的切口类别相同。",
          "Data of the surgery, operation, anaesthesia and nursing record and first postoperative "
          "note: start and end within an hour of each other, one surgeon, kinds of anaesthesia "
          "that go together; the same class of incision on the front page."},
     .exceptions =
         {"取消的手术不判；只有一处记载的、无法对应到某次手术的、麻醉方法无法识别的不比较；复合麻醉"
          "与"
          "其中任何一种不算矛盾；只有工号与只有姓名的人员不比较。手术名称、编码不比较；计划术者与实"
          "际"
          "术者由 periop-surgeon-plan-match 判定。容许之差不是条文规定。",
          "Not for cancelled surgery; what only one place states, what belongs to no surgery for "
          "certain, and anaesthesia that is not recognised is not compared, nor a staff number "
          "with a name; a combined anaesthesia goes with each of its parts. Names and codes of "
          "operations are not compared; planned and actual surgeon are compared by "
          "periop-surgeon-plan-match. The tolerance is not law."},
     .advice = {"按手术、麻醉的原始记录改正不一致的一处。",
                "Correct the place that differs by the original records of theatre."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

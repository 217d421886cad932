// SPDX-License-Identifier: Apache-2.0
// Changes of orders that matter are told of in the course: BL 22.
#include <algorithm>
#include <chrono>
#include <iterator>
#include <string_view>

#include "check/report.h"
#include "check/words.h"
#include "checks/completeness/drug_kinds.h"

namespace emrlint::checks {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr Message<Bilingual, std::string_view, Time> kStarted{
    "started", "{0}“{1}”于{2}加用，前后一天的病程均未提到该药或同类治疗。",
    "{0} “{1}” was started at {2}; no note of the day or the days beside it mentions the drug or "
    "treatment of its kind."};
constexpr Message<Bilingual, std::string_view, Time> kStopped{
    "stopped", "{0}“{1}”于{2}停用，前后一天的病程均未提到该药或同类治疗。",
    "{0} “{1}” was stopped at {2}; no note of the day or the days beside it mentions the drug or "
    "treatment of its kind."};

constexpr Option<Duration> kAfter{"after", Duration{24 * 60}, "入院后多长时间起的改动才评价",
                                  "from how long after admission on changes are judged"};

constexpr Citation kBasis[] = {{"BL", "22"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr MessageInfo kMessages[] = {kStarted, kStopped};
constexpr OptionInfo kOptions[] = {kAfter};

bool may_tell(DocType type) {
  return is_course_note(type) || type == DocType::kPreopSummary ||
         type == DocType::kPreopDiscussion || type == DocType::kStageSummary ||
         type == DocType::kCriticalValueEvent || type == DocType::kOtherDocument ||
         type == DocType::kCommunicationRecord || type == DocType::kAntibioticApproval;
}

bool tells(const Document& note, const DrugKind& kind) {
  if (tells_any(note, kind.words)) return true;
  return std::any_of(note.texts.begin(), note.texts.end(), [&](const Text& text) {
    for (const DrugMention& one : drugs_in(text.value)) {
      if (any_word(kind.drugs, [&](std::string_view drug) { return drug == id(one.drug); })) {
        return true;
      }
    }
    return false;
  });
}

bool near(const Time& at, sys_days day) {
  const sys_days other = at.local_day();
  return other >= day - days(1) && other <= day + days(1);
}
bool near(const std::optional<Located<Time>>& at, sys_days day) {
  return !at || near(at->value, day);
}
bool near(const TimeFact& at, sys_days day) { return at.known() && near(at.value(), day); }

// Days on which orders change as a matter of course, or by word of mouth.
bool exempt(const Chart& chart, sys_days day) {
  const Encounter& stay = chart.encounter;
  const auto operated = [&](const Surgery& one) { return near(one.start, day); };
  const auto moved = [&](const Transfer& one) { return near(one.at, day); };
  const auto rescued = [&](const Rescue& one) { return near(one.start, day); };
  return near(stay.discharged, day) || near(stay.died, day) ||
         std::any_of(chart.surgeries.begin(), chart.surgeries.end(), operated) ||
         std::any_of(chart.transfers.begin(), chart.transfers.end(), moved) ||
         std::any_of(chart.rescues.begin(), chart.rescues.end(), rescued);
}

class Judge {
 public:
  Judge(const Chart& chart, Duration after, Report& report)
      : chart_(chart), after_(after), report_(report) {
    for (const Order& order : chart.orders) {
      const bool counts = !order.cancelled && order.kind.value == "drug";
      kinds_.push_back(counts ? kind_of(order.content.value) : std::nullopt);
    }
  }

  void judge(std::size_t index) {
    const Order& order = chart_.orders[index];
    if (!kinds_[index] || order.term.value != "long") return;
    if (order.start && late(order.start->value) && !renews(index)) {
      change(kStarted, index, "start", order.start->value);
    }
    if (order.stop && late(order.stop->value) && !replaced(index)) {
      change(kStopped, index, "stop", order.stop->value);
    }
  }

 private:
  bool late(const Time& at) const {
    const TimeFact& admitted = chart_.encounter.admitted;
    return admitted && within(admitted.value(), at, after_) == Within::kNo;
  }
  // The same drug was given before: another dose, a new order.
  bool renews(std::size_t index) const {
    const Time& started = chart_.orders[index].start->value;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      const Order& other = chart_.orders[i];
      if (i == index || !kinds_[i] || kinds_[i]->drug != kinds_[index]->drug) continue;
      if (!other.start || !certainly_before(other.start->value, started)) continue;
      const sys_days yesterday = started.local_day() - days(1);
      if (!other.stop || other.stop->value.local_day() >= yesterday) return true;
    }
    return false;
  }
  // Another of the kind, whose start is judged, begins on the day.
  bool replaced(std::size_t index) const {
    const sys_days day = chart_.orders[index].stop->value.local_day();
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      const auto& start = chart_.orders[i].start;
      const bool same = kinds_[i] && kinds_[i]->kind == kinds_[index]->kind;
      if (i != index && same && start && start->value.local_day() == day) return true;
    }
    return false;
  }
  void change(const Message<Bilingual, std::string_view, Time>& message, std::size_t index,
              std::string_view detail, const Time& at) {
    const sys_days day = at.local_day();
    if (at.precision < Precision::kDay || exempt(chart_, day)) return;
    const Order& order = chart_.orders[index];
    const Subject subject{SubjectKind::kOrder, static_cast<std::uint32_t>(index), detail};
    const DrugKind& kind = *kinds_[index]->kind;
    bool broken = false;
    for (const Document& note : chart_.documents) {
      if (!may_tell(note.type)) continue;
      broken = broken || note.broken;
      const auto& written = note.recorded ? note.recorded : note.completed;
      if (near(written, day) && tells(note, kind)) return report_.pass(subject);
    }
    if (!chart_.complete) {
      report_.undecided(subject, missing::kRestOfChart, order.content.span);
    } else if (broken) {
      report_.undecided(subject, missing::kRestOfDocument, order.content.span);
    } else {
      report_.fail(message, subject, order.content.span, kind.name, order.content.value, at);
    }
  }

  const Chart& chart_;
  Duration after_;
  Report& report_;
  std::vector<std::optional<KindOfDrug>> kinds_;  // Of the orders, one each.
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  Judge judge(chart, options[kAfter], report);
  for (std::size_t i = 0; i < chart.orders.size(); ++i) judge.judge(i);
}

}  // namespace

extern constinit const Check important_change_reason{
    {.id = "completeness-important-change-reason",
     .severity = Severity::kNote,
     .title = {"重要医嘱的更改及理由应在病程中记录",
               "Changes of important orders and their reasons are told of in the course"},
     .judged =
         {"已出院或归档的住院病历：入院24小时（可调）以后长期医嘱中抗菌、抗凝、血管活性药物的加用和"
          "停用，"
          "当天或前后一天的病程、会诊、讨论等记录提到该药或同类治疗。条文要求记录医嘱更改及理由，没"
          "有列出"
          "药物；是否写明理由由人阅读判断。",
          "Stays that ended: of each antimicrobial, anticoagulant or vasoactive drug in the "
          "long-term "
          "orders that was started or stopped more than 24 hours (an option) after admission, a "
          "note, consultation or discussion of the day or the days beside it mentions the drug or "
          "treatment of its kind. The article asks for changes and reasons and lists no drugs; "
          "whether a reason is given is for the reader to say."},
     .exceptions =
         {"临时医嘱、取消的医嘱，封管和局部用药，手术、转科、抢救、出院、死亡当天及前后一天的改动，"
          "以及停用而当天换"
          "用同类"
          "药物的（评价换用的药物）不评价；没有时间的记录提到即算。单份文书、文书未能完整读取的无法"
          "判定。",
          "Not for single and cancelled orders, flushes and local use, changes on the day of "
          "surgery, transfer, rescue, "
          "discharge or death or the days beside it, a new order of a drug that was given, nor a "
          "stop on the day on which another of the "
          "kind starts, which is judged instead. A note without a time counts. Undecided for a "
          "lone "
          "document or one that could not be read whole."},
     .advice = {"在病程记录中写明更改的医嘱和理由。",
                "Write into the progress notes what was changed and why."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

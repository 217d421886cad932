// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/medication/listed_antibiotics.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kNone{
    "none", "使用特殊使用级抗菌药物“{0}”，未见相应的会诊或审批。",
    "the special antibiotic “{0}” was ordered, and there is no consultation or approval for it."};

constexpr Option<WordList> kDepartments{
    "departments",
    {"感染|药学|药剂|临床药|微生物|呼吸|重症|ICU|抗菌|院感"},
    "会诊科室名称含有这些用语的，视为抗菌药物会诊",
    "a consultation counts where the name of its department holds one of these"};
constexpr Option<Duration> kBefore{"before", Duration{14 * 24 * 60}, "会诊最多可早于医嘱多久",
                                   "how long before the order the consultation may have been"};
constexpr Option<Duration> kAfter{"after", Duration{24 * 60}, "会诊最多可晚于医嘱多久",
                                  "how long after the order the consultation may be"};

constexpr Citation kBasis[] = {{"HX", "16-3"}, {"KJ", "27"}, {"KC25", "33"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr TableKind kTables[] = {TableKind::kAntibiotics};
constexpr MessageInfo kMessages[] = {kNone};
constexpr OptionInfo kOptions[] = {kDepartments, kBefore, kAfter};

// The time in which the consultation for an order is looked for; anything without a time counts.
struct Window {
  Time from, to;

  bool may_hold(const std::optional<Located<Time>>& at) const {
    return !at || !(certainly_before(at->value, from) || certainly_after(at->value, to));
  }
};

bool consulted(const Chart& chart, const Window& window, WordList departments) {
  return std::any_of(
      chart.consultations.begin(), chart.consultations.end(), [&](const Consultation& one) {
        const auto& at = one.done ? one.done : one.arrived ? one.arrived : one.requested;
        const bool fits = one.kind == ConsultationKind::kMultidisciplinary ||
                          holds_any(one.department.value, departments) ||
                          holds_any(one.consultant.department.value, departments);
        return !one.cancelled && fits && window.may_hold(at);
      });
}

// The record of a consultation speaks of the drug or of antibacterials; another note of both them
// and a consultation or an approval.
bool tells(const Document& note, std::string_view drug) {
  constexpr WordList kDrugs{"特殊使用|特殊级|抗菌药|抗生素|抗感染"};
  constexpr WordList kApproval{"会诊|审批|批准|专家组|专家意见|同意使用|抗菌药物管理"};
  const bool record = note.type == DocType::kConsultationRecord || note.type == DocType::kLevel4Mdt;
  if (holds_any(note.title.value, kDrugs) && holds_any(note.title.value, kApproval)) return true;
  return std::any_of(note.texts.begin(), note.texts.end(), [&](const Text& text) {
    const bool about = holds(text.value, drug) || holds_any(text.value, kDrugs);
    return about && (record || holds_any(text.value, kApproval));
  });
}

void judge(const Chart& chart, const ListedAntibiotic& one, const Options& options,
           Report& report) {
  const Order& order = chart.orders[one.order];
  const Span where = order.content.span;
  if (!order.start) return report.undecided(one.subject(), missing::kEventTime, where);
  const Time& start = order.start->value;
  const Window window{at_minute(start.earliest - options[kBefore]),
                      at_minute(start.latest() + options[kAfter])};
  if (consulted(chart, window, options[kDepartments])) return report.pass(one.subject());
  bool broken = false;
  for (const Document& note : chart.documents) {
    const auto& at = note.recorded ? note.recorded : note.completed;
    if (!window.may_hold(at)) continue;
    if (tells(note, one.row->name)) return report.pass(one.subject());
    broken = broken || note.broken;
  }
  if (report.still_open(window.to)) {
    report.due(kNone, one.subject(), where, window.to, {to_argument(one.row->name)});
  } else if (!chart.complete || chart.cut_off) {
    report.undecided(one.subject(), missing::kRestOfChart, where);
  } else if (broken) {
    report.undecided(one.subject(), missing::kRestOfDocument, where);
  } else {
    report.fail(kNone, one.subject(), where, one.row->name);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  for (const ListedAntibiotic& one :
       first_of_each(chart, listed_antibiotics(chart, report.tables()))) {
    if (in_emergency(chart.orders[one.order])) continue;
    if (one.row == nullptr) {
      report.undecided(one.subject(), one.doubt, chart.orders[one.order].content.span);
    } else if (one.of_class(AntibioticClass::kSpecial)) {
      judge(chart, one, options, report);
    }
  }
}

}  // namespace

extern constinit const Check medication_special_antibiotic_consult{
    {.id = "medication-special-antibiotic-consult",
     .severity = Severity::kWarning,
     .title = {"特殊使用级抗菌药物应经会诊", "Special antibiotics are given after a consultation"},
     .judged =
         {"住院病历中每种特殊使用级抗菌药物的首条医嘱：前后一段时间内有感染、药学等科室的会诊，或会"
          "诊、"
          "审批、病程等文书写明会诊同意使用。要点要求建立会诊专家库和使用流程，逐例会诊见于部令，该"
          "部令只见于摘引。",
          "Each special antibiotic of a stay, at its first order: near it there is a "
          "consultation of infectious diseases, pharmacy or the like, or a record tells of "
          "the consultation or approval. The core systems ask for a panel of experts and a "
          "procedure; that each case is consulted stands in a decree that was only seen in "
          "excerpts."},
     .exceptions =
         {"取消的医嘱和局部用药不评价；医嘱注明紧急、抢救、越级的由另一检查评价。会诊专家是否在专"
          "家库中不判。目录未载入或未列该药、医嘱时间不明、单份文书的无法判定。",
          "Not for cancelled orders and local use, nor for orders marked as urgent. "
          "Whether the consultant is of the panel is not judged. Undecided where the list "
          "is not loaded or does not hold the drug, without the time of the order, and for "
          "a lone document."},
     .advice = {"请专家库成员会诊，并在病程中记录会诊意见。",
                "Have an expert of the panel consulted and record the opinion."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .needs_tables = kTables,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

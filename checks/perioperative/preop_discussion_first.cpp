// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/discussion.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time, Time> kOrder{
    "order", "手术医嘱于{0}开具，早于术前讨论时间{1}；讨论完成后方可开具。",
    "the surgery was ordered at {0}, before the discussion at {1}, which must come first."};
constexpr Message<Time, Time> kConsent{
    "consent", "患方于{0}签署手术知情同意书，早于术前讨论时间{1}；讨论完成后方可签署。",
    "the consent was signed at {0}, before the discussion at {1}, which must come first."};
constexpr Message<> kDiscussion{"discussion", "术前讨论的时间", "the time of the discussion"};

constexpr Missing kSignedAt{"consent-signature-time", "患方签署同意书的时间",
                            "the time of the patient's signature"};

constexpr Citation kBasis[] = {{"HX", "8-3"}};
constexpr int kCore[] = {8};
constexpr MessageInfo kMessages[] = {kOrder, kConsent, kDiscussion};

// One surgery with what may only follow its discussion.
struct Case {
  const Chart& chart;
  std::size_t index;
  const Document& discussion;
  Report& report;

  const Surgery& surgery() const { return chart.surgeries[index]; }
};

void compare(const Case& c, const Message<Time, Time>& message, Subject subject,
             const Located<Time>& later) {
  const std::optional<Located<Time>> held = took_place(c.discussion);
  if (!held) return c.report.undecided(subject, missing::kEventTime, c.discussion.span);
  switch (no_later(held->value, later.value)) {
    case Answer::kYes:
      return c.report.pass(subject);
    case Answer::kUnknown:
      return c.report.undecided(subject, missing::kClockTime, held->span);
    case Answer::kNo:
      break;
  }
  if (c.surgery().urgency.value == Urgency::kUnknown) {
    return c.report.undecided(subject, missing::kUrgency, later.span);
  }
  c.report.fail(message, subject, later.span, later.value, held->value)
      .note(kDiscussion, held->span);
}

void judge_orders(const Case& c) {
  const Subject subject = of_surgery(c.index, "order");
  if (!c.chart.sources.has(Source::kOrders)) {
    return c.report.undecided(subject, missing_source(Source::kOrders));
  }
  const SurgicalOrder order = first_order(c.chart, c.index);
  if (order.first == nullptr) {
    if (order.unlinked) c.report.undecided(subject, missing::kDocumentLink);
    return;
  }
  if (!order.first->start) {
    return c.report.undecided(subject, missing::kEventTime, order.first->span);
  }
  compare(c, kOrder, subject, *order.first->start);
}

void judge_consent(const Case& c) {
  const Subject subject = of_surgery(c.index, "consent");
  const Records consents = records_about(c.chart, c.index, {DocType::kOperationConsent});
  if (consents.all.empty()) return;
  const Signature* first = first_by_patient_side(consents.all);
  if (first == nullptr) {
    return c.report.undecided(subject, kSignedAt, consents.all.front()->span);
  }
  compare(c, kConsent, subject, *first->at);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!calls_for_discussion(chart, chart.surgeries[i])) continue;
    const Records records = discussions_about(chart, i);
    if (records.all.empty()) continue;  // Said by periop-preop-discussion.
    const Document& discussion = earliest(records.all);
    const TimeFact& start = chart.surgeries[i].start;
    // After the surgery it is after everything: one defect, said by periop-preop-discussion.
    if (start && timing_of(discussion, start.value()) == Timing::kAfter) continue;
    const Case c{chart, i, discussion, report};
    judge_orders(c);
    judge_consent(c);
  }
}

}  // namespace

extern constinit const Check periop_preop_discussion_first{
    {.id = "periop-preop-discussion-first",
     .severity = Severity::kError,
     .title = {"术前讨论完成后方可开具手术医嘱、签署手术知情同意书",
               "The discussion comes before the surgical order and the consent"},
     .judged =
         {"术前讨论的时间不晚于手术医嘱的开具时间，也不晚于患方在手术知情同意书上签名的时间；两项"
          "分别判定。讨论时间取记录所载时间，没有时取记录时间。",
          "The discussion is no later than the order of the surgery, and no later than the "
          "signature of the patient's side under the consent; judged one by one. Where the "
          "record does not state when the discussion was held, its own time counts."},
     .exceptions =
         {"抢救生命的急诊手术、门诊手术、取消的手术不判；没有讨论记录（或讨论晚于手术）、医嘱或同意"
          "书时由其他检查提示。时间只有日期而先后不明、急诊程度不明、医嘱未载入的无法判定。",
          "Not for emergencies to save life, outpatients and cancelled surgeries; an absent "
          "discussion (or one after surgery), order or consent is said by other checks. Undecided "
          "where dates leave the order open, the urgency is unknown or the orders are not loaded."},
     .advice = {"先完成术前讨论，再开具手术医嘱、签署同意书；时间录入有误的请更正。",
                "Hold the discussion first, then order the surgery and have the consent signed; "
                "correct a time that was entered wrongly."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/infection_evidence.h"
#include "checks/medication/kind_of_order.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Duration> kNoReason{
    "no-reason",
    "抗菌药物“{0}”使用超过{1}，病历中未见感染诊断、发热、感染指标升高、手术操作或预防用药的理由。",
    "the antibacterial “{0}” was given for more than {1}; the chart shows no infection, fever, "
    "raised marker, procedure or reason for prophylaxis."};

constexpr Option<Duration> kLonger{"longer_than", Duration{48 * 60}, "使用超过多长时间才评价",
                                   "how long an antibacterial is given before it is judged"};

constexpr Citation kBasis[] = {{"XD", "13"}, {"XD", "16"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr MessageInfo kMessages[] = {kNoReason};
constexpr OptionInfo kOptions[] = {kLonger};

// Whether the order ran for longer than that; one without an end, until the end of the stay.
Within short_enough(const Chart& chart, const Order& order, Duration limit) {
  if (order.term.value != "long" || !order.start) return Within::kYes;
  if (order.stop) return within(order.start->value, order.stop->value, limit);
  const TimeFact& end = chart.encounter.discharged;
  return end ? within(order.start->value, end.value(), limit) : Within::kUnknown;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  std::optional<bool> reason;
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    if (!gives_antibacterial(order)) continue;
    if (short_enough(chart, order, options[kLonger]) != Within::kNo) continue;
    const Subject subject{SubjectKind::kOrder, static_cast<std::uint32_t>(i)};
    if (!reason) reason = reason_for_antibacterials(chart);
    if (*reason) {
      report.pass(subject);
    } else if (const auto doubt = untold_doubt(chart)) {
      report.undecided(subject, *doubt, order.content.span);
    } else {
      report.fail(kNoReason, subject, order.content.span, order.content.value, options[kLonger]);
    }
  }
}

}  // namespace

extern constinit const Check medication_antibiotic_indication{
    {.id = "medication-antibiotic-indication",
     .severity = Severity::kNote,
     .title = {"抗菌药物的使用应有指征", "Antibacterial treatment has an indication"},
     .judged =
         {"已出院或归档的住院病历：使用超过48小时（可调）的长期抗菌药物医嘱，病历中有感染或炎症的诊"
          "断、发热、"
          "感染指标升高、病原学检查、手术或操作，或文书写到感染、预防等理由。条文只要求合理用药，期"
          "限和依据"
          "的种类是本检查设定的；是否合理由人判断。",
          "Stays that ended: for each long-term order of an antibacterial that ran for more than "
          "48 "
          "hours (an option), the chart shows an infection or inflammation, fever, a raised "
          "marker, "
          "a culture, a surgery or procedure, or a note that tells of infection or prevention. The "
          "text asks for reasonable use only; time and kinds of evidence are this check's."},
     .exceptions =
         {"临时医嘱、取消的医嘱、局部用药、起止时间不明的不评价；只要有任何一种依据即通过，适应证是"
          "否充分不在"
          "此判定。单份文书、文书未能完整读取的无法判定。",
          "Not for single and cancelled orders, local use, and orders without times. Any one piece "
          "of evidence is enough; whether it suffices is not judged. Undecided for a lone document "
          "or where a document could not be read whole."},
     .advice = {"写明使用抗菌药物的指征；没有指征的停用。",
                "Write down the indication, or stop the drug where there is none."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

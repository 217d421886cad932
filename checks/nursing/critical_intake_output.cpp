// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kCritical{"missing", "病重（病危）患者的护理文书中未见出入液量。",
                              "the nursing documents of the seriously ill patient state no intake "
                              "and output."};
constexpr Message<std::string_view> kOrdered{"ordered", "医嘱“{0}”，病历中未见出入量记录。",
                                             "“{0}” was ordered; the chart states no intake and "
                                             "output."};

constexpr Option<WordList> kWords{"words",
                                  {"出入量|出入液|入量|出量|尿量|入液量|出液量|引流量"},
                                  "护理文书中表示出入液量的词语",
                                  "words of nursing documents on intake and output"};
constexpr Option<WordList> kOrders{
    "orders",
    {"记出入量|记录出入量|记24小时出入量|记录24小时出入量|记24h出入量|记录24h出入量"},
    "要求记录出入量的医嘱",
    "orders that ask for a record of it"};

constexpr Citation kBasis[] = {{"BL", "22(23)"}, {"BL", "30"}};
constexpr int kCore[] = {4};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kCritical, kOrdered};
constexpr OptionInfo kOptions[] = {kWords, kOrders};

bool by_nurses(const Document& document) {
  using enum DocType;
  return document.type == kCriticalNursingRecord || document.type == kGeneralNursingRecord ||
         document.type == kIntakeOutputRecord || document.type == kVitalSignsRecord;
}

bool measured(const Document& document, WordList words) {
  if (!by_nurses(document)) return false;
  return document.type == DocType::kIntakeOutputRecord ||
         document.has_text(SectionType::kIntakeOutput) || tells_any(document, words) ||
         std::any_of(document.elements.begin(), document.elements.end(), [&](const Element& e) {
           return holds_any(e.name.value, words) || holds_any(e.value.value, words);
         });
}

bool measured(const Chart& chart, WordList words) {
  return std::any_of(chart.documents.begin(), chart.documents.end(),
                     [&](const Document& document) { return measured(document, words); }) ||
         std::any_of(chart.observations.begin(), chart.observations.end(),
                     [&](const Observation& o) { return holds_any(o.name.value, words); });
}

// Why it may have been measured all the same.
std::optional<Missing> doubt_of(const Chart& chart) {
  if (!chart.complete) return missing::kRestOfChart;
  const auto broken = [](const Document& d) { return by_nurses(d) && d.broken; };
  if (std::any_of(chart.documents.begin(), chart.documents.end(), broken)) {
    return missing::kRestOfDocument;
  }
  return std::nullopt;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const bool there = measured(chart, options[kWords]);
  const std::optional<Missing> doubt = doubt_of(chart);
  // Without the record its absence is said by another check.
  const Document* record = chart.first(DocType::kCriticalNursingRecord);
  if (record != nullptr && !chart.conditions.empty()) {
    const Subject subject = of(chart, *record);
    if (there) return report.pass(subject);
    if (doubt) return report.undecided(subject, *doubt, record->span);
    report.fail(kCritical, subject, record->span);
    return;
  }
  // One order for the stay is enough to say it.
  const auto order = std::find_if(chart.orders.begin(), chart.orders.end(), [&](const Order& o) {
    return !o.cancelled && holds_any(o.content.value, options[kOrders]);
  });
  if (order == chart.orders.end()) return;
  const auto index = static_cast<std::uint32_t>(order - chart.orders.begin());
  const Subject subject{SubjectKind::kOrder, index};
  if (there) return report.pass(subject);
  if (doubt) return report.undecided(subject, *doubt, order->content.span);
  report.fail(kOrdered, subject, order->content.span, order->content.value);
}

}  // namespace

extern constinit const Check nursing_critical_intake_output{
    {.id = "nursing-critical-intake-output",
     .severity = Severity::kWarning,
     .title = {"病重（病危）患者的护理记录应有出入液量",
               "The nursing records of a seriously ill patient state intake and output"},
     .judged =
         {"已出院或归档的住院病历：有病重（病危）护理记录，或有记出入量的医嘱的，护理文书、体温"
          "单或观察数据中有出入液量。",
          "Stays that ended: where there is a nursing record of a seriously ill patient, or "
          "an order to record it, nursing documents, the temperature chart or observations "
          "state intake and output."},
     .exceptions =
         {"以整份病历判断，不逐班、逐日计算（条文没有规定次数）；没有病重（病危）护理记录的"
          "由其检查指出；单份文书、文书未能完整读取时无法判定。",
          "Judged over the whole chart, not by shift or day: the article names no "
          "frequency. A missing nursing record is said elsewhere. Undecided where the "
          "rest of the chart or of a document was not read."},
     .advice = {"补归出入量记录，或在护理记录中写明出入液量。",
                "File the record of intake and output, or state them in the nursing record."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMissing{
    "missing", "医嘱有自费项目“{0}”，病历中未见自费项目同意书。",
    "“{0}” is to be paid for by the patient; the chart holds no consent to that."};

constexpr Option<WordList> kItems{"items",
                                  {"自费|医保丙类|丙类药|丙类项目|丙类材料|（丙类）|医保外|非医保"},
                                  "医嘱中表示自费的用语或项目",
                                  "words of orders, or items, that the patient pays for"};

constexpr Citation kBasis[] = {{"TJ", "5.3"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kItems};

bool agreed(const Chart& chart) {
  constexpr WordList kWords{"自费|自付|医保外|非医保|丙类|贵重|高值|特殊材料"};
  const auto& documents = chart.documents;
  return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
    const bool form = document.type == DocType::kOtherConsent ||
                      document.type == DocType::kCommunicationRecord ||
                      document.type == DocType::kOperationConsent ||
                      document.type == DocType::kSpecialProcedureConsent ||
                      document.type == DocType::kOtherDocument;
    return form && (holds_any(document.title.value, kWords) || tells_any(document, kWords));
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    if (order.cancelled || !holds_any(order.content.value, options[kItems])) continue;
    const Subject subject{SubjectKind::kOrder, static_cast<std::uint32_t>(i)};
    if (agreed(chart)) return report.pass(subject);
    if (!chart.complete || chart.cut_off) {
      return report.undecided(subject, missing::kRestOfChart, order.content.span);
    }
    report.fail(kMissing, subject, order.content.span, order.content.value);
    return;  // One consent serves the stay.
  }
}

}  // namespace

extern constinit const Check consent_self_pay{
    {.id = "consent-self-pay",
     .severity = Severity::kNote,
     .title = {"自费项目应有同意书（地方）",
               "What the patient pays for is agreed to (local sheet)"},
     .judged =
         {"已出院或归档的住院病历：医嘱写明自费（用语或项目可调）的，病历中有写明自费的同意书或沟通"
          "记录。依据某医院的评"
          "分表。",
          "Stays that ended: where an order says that the patient pays (words or items are an "
          "option) "
          "the chart holds a consent or a talk that says so. It rests on one hospital's sheet."},
     .exceptions = {"医嘱没有标明自费的无从识别；单份文书无法判定。",
                    "What an order does not mark cannot be known. Undecided for a lone document."},
     .advice = {"补归自费项目同意书。", "File the consent."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

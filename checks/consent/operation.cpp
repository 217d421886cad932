// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/called_for.h"

namespace emrlint::checks {
namespace {

constexpr Citation kBasis[] = {{"BL", "23"}, {"BL", "10"}, {"ZB", "26"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

constexpr std::string_view kId = "consent-operation";

void run(const Chart& chart, const Options&, Report& report) {
  judge_called_for(chart, kId, report);
}

}  // namespace

extern constinit const Check consent_operation{
    {.id = kId,
     .severity = Severity::kError,
     .title = {"手术应有手术同意书", "A surgery has an operation consent"},
     .judged =
         {"已出院或归档的住院病历：每例手术（已取消的除外）有手术同意书，没有例外；抢救生命的手术由"
          "医疗机构负责人或授权的负责人签字。",
          "Stays that ended: each surgery that was not cancelled has an operation consent, without "
          "exception; to save a life the head of the institution or an authorised person signs."},
     .exceptions =
         {"患方和医师签名由 signature-missing 判定，内容由 consent-form-items 判定，先后由 "
          "consent-before-event 判定。单份文书、有几次手术而同意书未说明是哪一次的无法判定。",
          "Signatures are judged by signature-missing, items by consent-form-items, the order in "
          "time by consent-before-event. Undecided for a lone document, and where a consent does "
          "not tell which of several surgeries it is about."},
     .advice =
         {"补归已签署的手术同意书；未签署的不得补签，按规定说明。",
          "File the consent that was signed; what was not signed cannot be signed afterwards."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

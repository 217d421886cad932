// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/called_for.h"

namespace emrlint::checks {
namespace {

constexpr Citation kBasis[] = {{"BL", "24"}, {"BL", "10"}, {"ZB", "26"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

constexpr std::string_view kId = "consent-anesthesia";

void run(const Chart& chart, const Options&, Report& report) {
  judge_called_for(chart, kId, report);
}

}  // namespace

extern constinit const Check consent_anesthesia{
    {.id = kId,
     .severity = Severity::kError,
     .title = {"麻醉应有麻醉同意书", "An anaesthesia has a consent"},
     .judged = {"已出院或归档的住院病历：每次由麻醉医师实施的麻醉有麻醉同意书。",
                "Stays that ended: each anaesthesia by an anaesthetist has a consent."},
     .exceptions =
         {"局部麻醉、麻醉方式不详的不要求。患方和医师签名由 signature-missing 判定，内容由 "
          "consent-form-items 判定，先后由 consent-before-event "
          "判定。单份文书、有几次手术而同意书未说明是哪一次的无法判定。",
          "Not for local or unknown anaesthesia. Signatures are judged by signature-missing, items "
          "by consent-form-items, the order in time by consent-before-event. Undecided for a lone "
          "document, and where a consent does not tell which of several surgeries it is about."},
     .advice = {"补归已签署的麻醉同意书。", "File the consent that was signed."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

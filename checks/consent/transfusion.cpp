// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/called_for.h"

namespace emrlint::checks {
namespace {

constexpr Citation kBasis[] = {{"BL", "25"}, {"HX", "17-2"}, {"ZB", "16"}};
constexpr int kCore[] = {17};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

constexpr std::string_view kId = "consent-transfusion";

void run(const Chart& chart, const Options&, Report& report) {
  judge_called_for(chart, kId, report);
}

}  // namespace

extern constinit const Check consent_transfusion{
    {.id = kId,
     .severity = Severity::kError,
     .title = {"输血应有输血治疗知情同意书", "A transfusion has a consent"},
     .judged = {"已出院或归档的住院病历：有输血的有输血治疗知情同意书；一份同意书可用于本次住院的多"
                "次输血。",
                "Stays that ended: with a transfusion there is a consent; one may serve all "
                "transfusions of the stay."},
     .exceptions = {"患方和医师签名由 signature-missing 判定，内容由 consent-form-items "
                    "判定，先后由 consent-before-event 判定。单份文书无法判定。",
                    "Signatures are judged by signature-missing, items by consent-form-items, the "
                    "order in time by consent-before-event. Undecided for a lone document."},
     .advice = {"补归已签署的输血治疗知情同意书。", "File the consent that was signed."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/called_for.h"

namespace emrlint::checks {
namespace {

constexpr Citation kBasis[] = {{"BL", "27"}};
constexpr int kCore[] = {7};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr std::string_view kSupersedes[] = {"timeliness-critical-notice@critical-condition-notice"};
constexpr MessageInfo kMessages[] = {kMissing};

constexpr std::string_view kId = "consent-critical-notice";

void run(const Chart& chart, const Options&, Report& report) {
  judge_called_for(chart, kId, report);
}

}  // namespace

extern constinit const Check consent_critical_notice{
    {.id = kId,
     .severity = Severity::kError,
     .title = {"病危（重）应有病危（重）通知书", "A critical condition has its notice"},
     .judged = {"已出院或归档的住院病历：有病危、病重医嘱或记录的，病历中有病危（重）通知书。一式两"
                "份，一份归病历中保存。",
                "Stays that ended: where an order or a record says 病危 or 病重, the chart holds "
                "the notice; one of its two copies stays in the chart."},
     .exceptions =
         {"叙述文字中提到病危、病重的不判；患方和医师签名由 signature-missing 判定，时限由 "
          "timeliness-critical-notice 判定。单份文书无法判定。",
          "The words in a text call for nothing. Signatures are judged by signature-missing, the "
          "time by timeliness-critical-notice. Undecided for a lone document."},
     .advice = {"补归已签署的病危（重）通知书。", "File the notice that was signed."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "engine/waivers.h"

namespace emrlint {
namespace {

bool selects(const Waiver& waiver, std::string_view check, std::string_view chart,
             const Finding& finding) {
  const auto agrees = [](std::string_view wanted, std::string_view value) {
    return wanted.empty() || wanted == value;
  };
  return waiver.check == check && agrees(waiver.chart, chart) &&
         agrees(waiver.subject, finding.subject) && agrees(waiver.fingerprint, finding.fingerprint);
}

bool run_out(const Waiver& waiver, const Config& config) {
  const std::optional<Time>& today = config.today ? config.today : config.as_of;
  return today && certainly_after(*today, waiver.until);
}

}  // namespace

void apply_waivers(const Catalog& catalog, const Config& config, ChartReport& report) {
  for (Finding& finding : report.findings) {
    if (finding.outcome.kind != OutcomeKind::kFail) continue;
    const std::string_view check = catalog.entries()[finding.check].info.id;
    for (const Waiver& waiver : config.waivers()) {
      if (run_out(waiver, config) || !selects(waiver, check, report.key, finding)) continue;
      finding.waiver = &waiver;
      break;
    }
  }
}

}  // namespace emrlint

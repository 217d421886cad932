// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_INDICATOR_ACROSS_SUPPORT_H_
#define EMRLINT_TESTS_INDICATOR_ACROSS_SUPPORT_H_

#include <map>
#include <string>

#include "engine/across.h"
#include "indicator/totals.h"

namespace emrlint::indicator_test {

// Adds what checks across charts say of the facts of a run: reports without charts.
inline void add_across(AcrossCharts& across, const Catalog& catalog, IndicatorTotals& totals) {
  std::map<std::string, ChartReport> later;
  across.judge([&](const Verdict& verdict) {
    ChartReport& report = later[verdict.chart];
    report.key = verdict.chart;
    report.tallies.resize(catalog.entries().size());
    if (verdict.kind == Verdict::Kind::kPass) {
      ++report.tallies[verdict.check].pass;
      return;
    }
    Finding& finding = report.findings.emplace_back();
    finding.check = verdict.check;
    finding.subject = verdict.subject;
    const bool failed = verdict.kind == Verdict::Kind::kFail;
    finding.outcome.kind = failed ? OutcomeKind::kFail : OutcomeKind::kUndecided;
  });
  for (const auto& entry : later) totals.add(entry.second);
}

}  // namespace emrlint::indicator_test

#endif  // EMRLINT_TESTS_INDICATOR_ACROSS_SUPPORT_H_

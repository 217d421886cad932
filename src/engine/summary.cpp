// SPDX-License-Identifier: Apache-2.0
#include "engine/summary.h"

namespace emrlint {
namespace {

void count_failure(const Finding& finding, RunSummary& summary) {
  switch (finding.severity) {
    case Severity::kError: ++summary.errors; break;
    case Severity::kWarning: ++summary.warnings; break;
    case Severity::kNote: ++summary.notes; break;
    case Severity::kOff: break;
  }
}

void count(const Finding& finding, RunSummary& summary) {
  if (finding.waiver != nullptr) {
    ++summary.waived;
  } else if (finding.outcome.kind == OutcomeKind::kUndecided) {
    ++summary.undecided;
  } else if (finding.outcome.kind == OutcomeKind::kDue) {
    ++summary.due;
  } else if (!finding.superseded) {
    count_failure(finding, summary);
  }
}

}  // namespace

void RunSummary::add(const Batch& batch, const std::vector<ChartReport>& reports) {
  charts += batch.charts.size();
  problems += batch.problems.size();
  for (const auto& file : batch.files) bytes += file->text().size();
  for (const Chart& chart : batch.charts) documents += chart.documents.size();
  for (const ChartReport& report : reports) {
    broken += report.broken.size();
    for (const Finding& finding : report.findings) count(finding, *this);
    if (tallies.size() < report.tallies.size()) tallies.resize(report.tallies.size());
    for (std::size_t i = 0; i < report.tallies.size(); ++i) {
      tallies[i].pass += report.tallies[i].pass;
      tallies[i].fail += report.tallies[i].fail;
      tallies[i].undecided += report.tallies[i].undecided;
      tallies[i].due += report.tallies[i].due;
    }
  }
}

}  // namespace emrlint

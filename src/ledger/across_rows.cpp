// SPDX-License-Identifier: Apache-2.0
#include "ledger/across_rows.h"

#include <utility>

namespace emrlint::ledger {

AcrossRows::AcrossRows(const Lenses& lenses, std::unordered_map<std::string, std::uint64_t> units,
                       store::Appender& findings, store::Appender& tallies)
    : units_(std::move(units)),
      rows_(*lenses.catalog, lenses.sheet, findings, tallies),
      indicators_(lenses.indicators) {
  if (lenses.sheet != nullptr) marker_ = std::make_unique<Marker>(*lenses.sheet, *lenses.catalog);
}

std::uint64_t AcrossRows::unit_of(const std::string& chart) const {
  const auto found = units_.find(chart);
  return found == units_.end() ? 0 : found->second;
}

void AcrossRows::add(const Batch& batch, const std::vector<ChartReport>& reports,
                     const std::vector<std::string>&) {
  problems_.insert(problems_.end(), batch.problems.begin(), batch.problems.end());
  for (const ChartReport& report : reports) {
    const std::vector<Mark> lost = marker_ ? marker_->lost(report) : std::vector<Mark>();
    rows_.add(unit_of(report.key), batch, report, lost);
    note(report, lost);
  }
}

void AcrossRows::note(const ChartReport& report) {
  note(report, marker_ ? marker_->lost(report) : std::vector<Mark>());
}

void AcrossRows::note(const ChartReport& report, const std::vector<Mark>& lost) {
  if (indicators_ != nullptr) {
    const std::vector<IndicatorState> states = indicators_->states(report);
    std::vector<IndicatorState>& all = states_[report.key];
    all.insert(all.end(), states.begin(), states.end());
  }
  if (!lost.empty()) lost_[report.key].insert(lost_[report.key].end(), lost.begin(), lost.end());
}

}  // namespace emrlint::ledger

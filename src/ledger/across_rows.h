// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_ACROSS_ROWS_H_
#define EMRLINT_LEDGER_ACROSS_ROWS_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/run.h"
#include "ledger/finding_rows.h"
#include "ledger/recorder.h"
#include "score/score.h"

namespace emrlint::ledger {

// Takes what the checks across charts say of a run: rows of findings and tallies, and what they
// cost by the sheet.
class AcrossRows final : public Receiver {
 public:
  // `units`: the unit of each chart, by key.
  AcrossRows(const Lenses& lenses, std::unordered_map<std::string, std::uint64_t> units,
             store::Appender& findings, store::Appender& tallies);

  std::vector<std::string> render(const Batch&, const std::vector<ChartReport>&) const override {
    return {};
  }
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>& rendered) override;

  // The same of what was said in an earlier night and has its rows there: only what it costs and
  // what it counts for.
  void note(const ChartReport& report);

  // What charts lose more, by key.
  const std::map<std::string, std::vector<Mark>>& lost() const { return lost_; }
  // What is counted of charts, by key.
  const std::unordered_map<std::string, std::vector<IndicatorState>>& states() const {
    return states_;
  }
  std::uint64_t unit_of(const std::string& chart) const;
  // Texts that could not be compared, and the like.
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  void note(const ChartReport& report, const std::vector<Mark>& lost);

  std::unordered_map<std::string, std::uint64_t> units_;
  FindingRows rows_;
  std::unique_ptr<Marker> marker_;
  std::map<std::string, std::vector<Mark>> lost_;
  const IndicatorCounter* const indicators_;
  std::unordered_map<std::string, std::vector<IndicatorState>> states_;
  std::vector<Problem> problems_;
};

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_ACROSS_ROWS_H_

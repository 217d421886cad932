// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_RESULTS_H_
#define EMRLINT_CLI_RESULTS_H_

#include <string>
#include <utility>
#include <vector>

#include "cli/outputs.h"
#include "engine/run.h"
#include "engine/waivers.h"

namespace emrlint {

// What comes of a run: the outputs, and which waivers were of use.
class Results final : public Receiver {
 public:
  Results(Outputs& outputs, WaiverUse waivers) : outputs_(outputs), waivers_(std::move(waivers)) {}

  const WaiverUse& waivers() const { return waivers_; }
  std::vector<std::string> render(const Batch& batch,
                                  const std::vector<ChartReport>& reports) const override {
    return outputs_.render(batch, reports);
  }
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>& rendered) override {
    for (const ChartReport& report : reports) waivers_.add(report);
    outputs_.add(batch, reports, rendered);
  }

 private:
  Outputs& outputs_;
  WaiverUse waivers_;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_RESULTS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_WAIVERS_H_
#define EMRLINT_ENGINE_WAIVERS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/lint.h"

namespace emrlint {

// Gives each failed finding the first waiver that accepts it and has not run out.
void apply_waivers(const Catalog& catalog, const Config& config, ChartReport& report);

// Follows a run and explains the waivers that accepted nothing. Not thread-safe.
class WaiverUse {
 public:
  WaiverUse(const Catalog& catalog, const Config& config);

  void add(const ChartReport& report);
  // One sentence for each waiver that accepted nothing: run out, no such chart in this run, the
  // check did not run, nothing failed, or something else failed there. Of those without a chart
  // the first few; the rest are counted in a last sentence.
  std::vector<std::string> unused(Lang lang) const;

 private:
  // How near a waiver came to accepting a finding, in rising order.
  enum class Reached : std::uint8_t {
    kNoChart,
    kNotRun,
    kNoFailure,
    kOtherFinding,
    kRunOut,
    kUsed
  };

  Reached reach(const Waiver& waiver, const ChartReport& report) const;

  const Catalog& catalog_;
  const Config& config_;
  std::vector<Reached> reached_;  // By index in Config::waivers().
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_WAIVERS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_INDICATOR_CHARTS_H_
#define EMRLINT_OUTPUT_INDICATOR_CHARTS_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/facets.h"
#include "indicator/counter.h"
#include "output/sink.h"
#include "output/wording.h"

namespace emrlint {

// Where something in a chart tells for or against an indicator.
struct IndicatorPlace {
  std::string uri;
  Position position;    // From 1.
  std::string check;    // Empty for a fact of the chart.
  std::string message;  // Masked as the options ask for.
  bool open = false;    // It keeps the subject from being judged.
};

// A chart behind a number.
struct IndicatorChart {
  std::string key;
  Facets facets;
  IndicatorState state;
  std::vector<IndicatorPlace> places;
};

// Collects the charts behind one indicator, in order of input.
class IndicatorCharts {
 public:
  IndicatorCharts(const IndicatorCounter& counter, std::uint32_t indicator, const Catalog& catalog,
                  const OutputOptions& options)
      : counter_(counter), indicator_(indicator), catalog_(catalog), options_(options) {}

  void add(const Batch& batch, const ChartReport& report);

  // Those that add something to it.
  std::vector<IndicatorChart> take();

 private:
  void add_places(const Batch& batch, const ChartReport& report, IndicatorChart& chart) const;

  const IndicatorCounter& counter_;
  const std::uint32_t indicator_;
  const Catalog& catalog_;
  const OutputOptions& options_;
  std::vector<IndicatorChart> charts_;
  std::unordered_map<std::string, std::size_t> by_key_;
};

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_INDICATOR_CHARTS_H_

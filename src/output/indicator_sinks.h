// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_INDICATOR_SINKS_H_
#define EMRLINT_OUTPUT_INDICATOR_SINKS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>

#include "engine/facets.h"
#include "indicator/indicator.h"
#include "output/sink.h"

namespace emrlint {

// What is shown of the indicators of a run.
struct IndicatorView {
  std::shared_ptr<const IndicatorBook> book;
  std::optional<Facet> by;              // Broken down by this; else one row an indicator.
  std::optional<std::uint32_t> charts;  // The charts behind this indicator instead of the table.
};

std::unique_ptr<Sink> make_indicator_text_sink(std::ostream& out, const Catalog& catalog,
                                               OutputOptions, IndicatorView view);
std::unique_ptr<Sink> make_indicator_json_sink(std::ostream& out, const Catalog& catalog,
                                               OutputOptions, IndicatorView view);
std::unique_ptr<Sink> make_indicator_csv_sink(std::ostream& out, const Catalog& catalog,
                                              OutputOptions, IndicatorView view);
std::unique_ptr<Sink> make_indicator_xlsx_sink(std::ostream& out, const Catalog& catalog,
                                               OutputOptions, IndicatorView view);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_INDICATOR_SINKS_H_

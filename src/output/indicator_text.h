// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_INDICATOR_TEXT_H_
#define EMRLINT_OUTPUT_INDICATOR_TEXT_H_

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "indicator/totals.h"
#include "output/indicator_charts.h"
#include "output/sink.h"

namespace emrlint {

// An input that could not be read whole.
struct UnreadInput {
  std::string uri;
  std::string message;
};

// For people: set by set the numbers, then what is counted otherwise than the source says, then
// what is not counted and why.
void write_indicator_text(std::ostream& out, const IndicatorBook& book,
                          const std::vector<IndicatorGroup>& groups, std::optional<Facet> by,
                          const OutputOptions& options);
// The charts behind one number, with their places.
void write_indicator_charts_text(std::ostream& out, const IndicatorCounter& counter,
                                 std::uint32_t indicator, const std::vector<IndicatorChart>& charts,
                                 const OutputOptions& options);
void write_unread_text(std::ostream& out, const std::vector<UnreadInput>& unread,
                       const OutputOptions& options);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_INDICATOR_TEXT_H_

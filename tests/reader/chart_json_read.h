// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_READER_CHART_JSON_READ_H_
#define EMRLINT_TESTS_READER_CHART_JSON_READ_H_

#include <string>
#include <utility>

#include "reader/readers.h"

namespace emrlint {

// A chart JSON text as the reader sees it, with the file that owns its text.
struct TextChart {
  explicit TextChart(std::string text, const Limits& limits = {})
      : file("chart.json", std::move(text)) {
    read_chart_json(file, 0, limits, out);
  }

  const Chart& chart() const { return out.fragments.at(0); }
  std::string source(Span span) const { return std::string(file.text(span)); }

  SourceFile file;
  ReadOutput out;
};

}  // namespace emrlint

#endif  // EMRLINT_TESTS_READER_CHART_JSON_READ_H_

// SPDX-License-Identifier: Apache-2.0
// A chart as files of the exchange format WS/T 500, for fixtures and examples.
#ifndef EMRLINT_GENERATOR_WS500_WRITER_H_
#define EMRLINT_GENERATOR_WS500_WRITER_H_

#include <string>
#include <vector>

#include "model/chart.h"

namespace emrlint {

struct GeneratedFile {
  std::string name;  // "d01-C0037.xml"
  std::string text;
};

// One CDA document for each record whose type WS/T 500 has, and last "chart.json": staff, results,
// checklists, events, records of other types, and what the documents cannot say of the stay and its
// surgeries.
std::vector<GeneratedFile> write_ws500(const Chart& chart);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_WS500_WRITER_H_

// SPDX-License-Identifier: Apache-2.0
// A chart as C-CDA R2.1 documents, for benchmarks and tests.
#ifndef EMRLINT_GENERATOR_CCDA_WRITER_H_
#define EMRLINT_GENERATOR_CCDA_WRITER_H_

#include <vector>

#include "generator/ws500_writer.h"
#include "model/chart.h"

namespace emrlint {

// The document type that write_ccda() gives to a record of the chart: the Chinese records map to
// the nearest note of C-CDA. kUnknown for a record that is not written.
DocType ccda_type(DocType type);

// One C-CDA document for each record whose type has a note of C-CDA: header, the record's own
// sections, and the sections that such a note has besides, with invented English text and coded
// entries, so that size and density of markup are those of real ones. What is invented depends on
// the stay and the record alone: the same chart gives the same bytes. Orders other than drugs,
// other events and the front page are not written.
std::vector<GeneratedFile> write_ccda(const Chart& chart);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_CCDA_WRITER_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_INPUT_SNIFF_H_
#define EMRLINT_READER_INPUT_SNIFF_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "source/byte_stream.h"

namespace emrlint {

// What the first kilobytes of a file show, enough to plan the run: not what it will be read as.
struct Sniffed {
  enum class Kind : std::uint8_t {
    kOther,       // No record.
    kBroken,      // Meant as a record by its name, but unreadable, empty or no text.
    kCda,
    kChart,       // Chart JSON
    kChartLines,  // NDJSON of charts
    kFhir,
    kFhirLines,   // NDJSON of resources
  };
  Kind kind = Kind::kOther;
  std::string stay, patient;   // Of a CDA document, as far as they were seen.
  std::string name;            // Key of a chart file.
  bool complete = false;       // The chart file says that it is a whole chart.
  std::uint64_t size = 0;
  std::optional<std::string> bytes;  // Of a small file on disk, as they came.
};

// Looks at the front of a stream without reading it. `path` decides only whether something
// unreadable was meant as a record, and whether long lines are to be searched for an end.
Sniffed sniff(ByteStream& stream, std::string_view path);

// The same for a file on disk. Only if `keep`, a small file is read whole and kept as `bytes`.
Sniffed sniff_file(const std::string& path, bool keep);

}  // namespace emrlint

#endif  // EMRLINT_READER_INPUT_SNIFF_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_BATCH_H_
#define EMRLINT_READER_BATCH_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/chart.h"
#include "source/place.h"
#include "source/source_file.h"

namespace emrlint {

// What could not be read, or was read only in part. The run goes on; its exit code says so.
struct Problem {
  enum class Kind : std::uint8_t {
    kUnreadable,   // Nothing of the input could be used.
    kIncomplete,   // The part before (and what could be recovered behind) was used.
    kNotARecord,   // Well-formed, but no chart and no medical document.
    kLimit,        // A limit of safety was hit: size, depth, elements.
  };
  Kind kind = Kind::kUnreadable;
  std::string id;    // Stable kebab-case name of the sort of problem: "xml-syntax".
  std::string zh, en;
  std::string uri;   // Of the input, also where no SourceFile was made.
  Span where;        // In files[where.file], when `located`.
  bool located = false;
};

// "unreadable", "incomplete", "not-a-record", "limit"
std::string_view id(Problem::Kind kind);

// What a reader made of one file: parts of one or more stays.
struct ReadOutput {
  std::vector<Chart> fragments;
  std::vector<Problem> problems;
};

// A place of a file whose text is no longer at hand.
struct Site {
  std::string uri;
  Place place;
  std::string path, name, kind;  // As in LogicalPath.
};

// The unit of work of a run: the charts that belong together, and the files that own their text.
// Span::file is an index into `files`, or from kSites on into `sites`.
struct Batch {
  static constexpr std::uint32_t kSites = 0x80000000;

  std::vector<std::unique_ptr<SourceFile>> files;
  std::vector<Chart> charts;
  std::vector<Problem> problems;
  std::vector<Site> sites;

  const Site* site(Span span) const {
    return span.file < kSites ? nullptr : &sites[span.file - kSites];
  }
};

class TolerantTree;

// Safety limits for one input.
struct Limits {
  std::uint64_t bytes = 1024ull * 1024 * 1024;       // After decompression.
  std::uint32_t depth = 256;                         // Nesting of elements or values.
  std::uint32_t nodes = 20'000'000;                  // Elements or values.
  bool recover = true;  // Look behind an error of syntax, slowly, for what is whole there,
  TolerantTree* tolerant = nullptr;  // in this tree of an editor, if it keeps one of the text.
};

}  // namespace emrlint

#endif  // EMRLINT_READER_BATCH_H_

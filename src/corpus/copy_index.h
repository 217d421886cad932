// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CORPUS_COPY_INDEX_H_
#define EMRLINT_CORPUS_COPY_INDEX_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "corpus/fingerprints.h"
#include "reader/input.h"
#include "reader/reopen.h"
#include "store/duckdb.h"
#include "store/runs.h"

// The index of copies in a store: STORE/copy-grams and STORE/copy-charts, docs/copies-across.md.
namespace emrlint {

inline constexpr const char* kGramParts = "copy-grams";
inline constexpr const char* kChartParts = "copy-charts";
// To be raised when equal charts get other sections, tokens, samples or hashes than before.
inline constexpr const char* kIndexVersion = "1";

// What was read, and of it what has fingerprints.
struct IndexCounts {
  std::uint64_t charts = 0, sections = 0, grams = 0;
  std::uint64_t text_bytes = 0;  // Of the sections, in UTF-8.
  std::uint64_t unreadable = 0;  // Inputs, in whole or in part.

  friend bool operator==(const IndexCounts&, const IndexCounts&) = default;
};

// Where a chart is found again and how it is known.
struct IndexedChart {
  UnitPlace place;
  std::uint32_t in_unit = 0;  // Which chart of the unit.
  std::uint64_t unit_bytes = 0;
  std::uint64_t id = 0, digest = 0;
  std::string key;
};

// Collects the charts of a run, or of its shard, and writes them as two parts. Rows beyond the
// memory of the database go to disk.
class CopyIndexWriter {
 public:
  static Result<CopyIndexWriter> open(store::Database& database);

  // In order of input.
  void add(const IndexedChart& chart, std::span<const Fingerprint> list);
  // Once, last. The charts' part comes last: where it is, the other is whole.
  std::optional<Error> write(const std::string& store, const std::string& run,
                             const store::Shard& shard, const store::Labels& labels);

 private:
  CopyIndexWriter(store::Database& database, store::Appender grams, store::Appender charts);

  store::Database* database_;
  store::Appender grams_, charts_;
  std::uint32_t count_ = 0;
};

// Labels of both parts: what must be alike where charts are compared, and the counts.
store::Labels index_labels(const Fingerprinter& fingerprinter, const std::string& key_check,
                           const IndexCounts& counts);

// Why fingerprints under that key may not go into the store: it has some under another one.
std::optional<Error> index_under_other_key(store::Database& database, const std::string& store,
                                           const std::string& key_check);

// The paths of a unit as one text of SQL, and back.
std::string joined_paths(const std::vector<std::string>& paths);
std::vector<std::string> split_paths(std::string_view list);

struct IndexOptions {
  Limits limits;
  unsigned jobs = 1;  // Threads; 0 for as many as the machine has.
  std::function<void(const IndexCounts& so_far)> progress;
  // Gets what could not be read.
  std::function<void(const Problem& problem)> problem;
};

// Reads all inputs and adds their charts, in order of input for any number of jobs.
IndexCounts index_charts(Inputs& inputs, const KeyedHash& key, const GramSettings& settings,
                         const IndexOptions& options, CopyIndexWriter& writer);

}  // namespace emrlint

#endif  // EMRLINT_CORPUS_COPY_INDEX_H_

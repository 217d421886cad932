// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_FACTS_FILE_H_
#define EMRLINT_ENGINE_FACTS_FILE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/across.h"
#include "engine/fact_line.h"
#include "engine/summary.h"
#include "source/byte_stream.h"

namespace emrlint {

// The facts of a run in a file, in their order: docs/facts.md. Equal runs give equal bytes. The
// file appears whole or not at all; why it could not be written, if so.
std::optional<Error> write_facts(const std::string& path, AcrossCharts& across,
                                 const RunSummary& summary);

// Adds facts of other runs.
class FactsReader {
 public:
  FactsReader(const Catalog& catalog, AcrossCharts& across) : check_(catalog), across_(across) {}

  // A file that is damaged, cut off or of another version, that was written under another key than
  // the ones before, or holds facts of a check that is not loaded, is an error.
  std::optional<Error> read(const std::string& path);
  // The same for bytes that are called `path` in errors.
  std::optional<Error> read(ByteStream stream, const std::string& path);
  // What the runs amounted to: charts, documents, problems, broken checks.
  const RunSummary& summary() const { return summary_; }
  // What tells their key from others; empty as long as nothing was read.
  const std::string& key_check() const { return key_check_; }

 private:
  std::optional<Error> begin(const std::string& path, std::string_view line);
  std::optional<Error> take(const std::string& path, std::string_view line);
  void end(const std::vector<std::string_view>& fields);

  FactLineCheck check_;
  AcrossCharts& across_;
  RunSummary summary_;
  std::string key_check_;
  bool ended_ = false;        // Of the file at hand: its last line was read.
  std::uint64_t before_ = 0;  // Facts of the files before.
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_FACTS_FILE_H_

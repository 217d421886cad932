// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_FACTS_PARTS_H_
#define EMRLINT_ENGINE_FACTS_PARTS_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/across.h"
#include "engine/fact_line.h"
#include "engine/summary.h"
#include "store/duckdb.h"
#include "store/runs.h"

// Facts in a store, STORE/facts/run=NAME: docs/facts.md.
namespace emrlint {

// Writes the facts of a run, or of its shard, as a part, in their order. Equal runs give equal
// bytes; a part that is there is never replaced by another.
std::optional<Error> write_facts_part(store::Database& database, const std::string& path,
                                      AcrossCharts& across, const RunSummary& summary);
std::string facts_part_path(const std::string& store, const std::string& run,
                            const store::Shard& shard);

// The runs of a store that have facts, by name.
std::vector<std::string> facts_runs(const std::string& store);

// Why facts under that key may not go into the store: it has some under another one.
std::optional<Error> other_key(store::Database& database, const std::string& store,
                               const std::string& key_check);

// The facts of any number of runs, sorted by the database, whose memory bounds it.
class FactsParts {
 public:
  FactsParts(store::Database& database, const Catalog& catalog)
      : database_(database), check_(catalog) {}

  // Reads a run through. One some of whose parts are missing, a part that is damaged or something
  // else, of another version, under another key than the ones before, or with facts of a check that
  // is not loaded, is an error.
  std::optional<Error> add(const std::string& store, const std::string& run);
  // After them, from the earliest on: a run of another night. Of it only texts count, of charts
  // that are in no later run, as what charts of the runs above may have been copied from: nothing
  // is said of them.
  std::optional<Error> add_earlier(const std::string& store, const std::string& run);
  bool any_earlier() const { return !earlier_.empty(); }
  // After all runs. Why the database cannot do it, if so; or a chart that is in several of them:
  // what it said then would be judged beside what it says now.
  std::optional<Error> sort();
  // Instead of runs: the lines that a query gives as `fact`, of the rows of these parts, which are
  // not read through. Where `source` is true, nothing is said of the fact; others are judged beside
  // it.
  std::optional<Error> sort(const std::vector<std::string>& paths, const std::string& lines);
  // Such queries, of the rows of a table: of facts and samples; of samples, in their columns alone;
  // of samples over the cap, not all of whose holders are among them (engine/near_pairs.h).
  static std::string lines_of(const std::string& rows, bool sources);
  static std::string lines_of_samples(const std::string& rows);
  static std::string lines_of_caps(const std::string& rows);
  // Each fact in order; after sort(), once. As SortedFacts.
  std::optional<Error> read(const std::function<void(std::string_view line)>& visit);
  // What the runs amounted to: charts, documents, problems, broken checks.
  const RunSummary& summary() const { return summary_; }
  // What tells their key from others; empty as long as nothing was read.
  const std::string& key_check() const { return key_check_; }

 private:
  std::optional<Error> add_part(const std::string& path);
  std::optional<Error> check_key(const std::string& path, const store::Labels& labels);
  std::optional<Error> check_part(const std::string& path, const store::Labels& labels);
  std::optional<Error> chart_in_two_runs();
  std::optional<Error> select_earlier();
  std::optional<Error> sort_lines(const std::string& lines);
  std::optional<Error> read_through(const std::string& path, const store::Labels& labels);

  store::Database& database_;
  FactLineCheck check_;
  RunSummary summary_;
  std::string key_check_;
  std::vector<std::string> paths_;
  std::vector<std::vector<std::string>> runs_;  // The paths of each.
  std::vector<std::vector<std::string>> earlier_;
  std::optional<store::Rows> rows_;
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_FACTS_PARTS_H_

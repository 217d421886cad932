// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CORPUS_COPY_JOIN_H_
#define EMRLINT_CORPUS_COPY_JOIN_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "copies/grams.h"
#include "corpus/copy_index.h"
#include "store/duckdb.h"

namespace emrlint {

// Which charts of a store are compared.
struct CopyRuns {
  std::string store;
  std::string run;                   // Its charts with each other
  std::vector<std::string> against;  // and with the charts of these. Of a chart that is in several
                                     // runs the one in `run` counts, else that of the last name.
};

struct JoinSettings {
  std::uint32_t cap = 50;    // A gram in more charts is template wording.
  std::uint32_t common = 2;  // Grams that two sections share at least.
  std::uint32_t repeats =
      4;  // Sections of a chart with one gram that are compared, the first ones.
};

// A section of a chart that is to be read again.
struct SectionPlace {
  IndexedChart chart;
  std::uint32_t number = 0;   // Of the chart among all of the join, by path and place.
  std::uint32_t section = 0;  // As in Fingerprint.
};

struct SectionPair {
  SectionPlace first, second;  // Of different charts, in order of number and section.
  std::uint64_t common = 0;    // Grams that both hold.
};

// Grams of a template: they stand one behind the other in the section that stands for all.
struct TemplateSample {
  std::uint64_t hash = 0;
  std::uint64_t charts = 0;  // In which the gram stands,
  std::uint64_t places = 0;  // and how often in all.
};
struct TemplatePlace {
  SectionPlace section;
  std::vector<TemplateSample> samples;  // By hash.
};

// What the join came upon.
struct JoinCounts {
  std::uint64_t charts = 0;      // Compared, each once.
  std::uint64_t superseded = 0;  // That a later run has again.
  std::uint64_t grams = 0, buckets = 0;
  std::uint64_t shared = 0;  // Hashes in 2 charts or more, not over the cap.
  std::uint64_t template_hashes = 0;
  std::uint64_t pairs = 0;
};

// Finds the sections of different charts that have grams in common: bucket by bucket of hashes, by
// the database, within its memory and its temporary files. What it finds depends on the charts and
// the runs alone, not on shards, buckets or threads.
class CopyJoin {
 public:
  // Opens the runs. A run some of whose parts are missing, parts under another key or with other
  // settings than the first, and what is no part, are errors.
  // `memory`, that of the database, decides on the number of buckets.
  static Result<CopyJoin> open(store::Database& database, const CopyRuns& runs,
                               std::uint64_t memory);

  const GramSettings& grams() const { return grams_; }
  const std::string& key_check() const { return key_check_; }
  const IndexCounts& indexed() const { return indexed_; }  // All runs together.

  // The work of the database. Once.
  std::optional<Error> run(const JoinSettings& settings);
  const JoinCounts& counts() const { return counts_; }

  // After run(): hashes over the cap, sorted; the pairs, by both places; the templates.
  Result<std::vector<std::uint64_t>> template_hashes();
  std::optional<Error> pairs(const std::function<void(const SectionPair&)>& visit);
  std::optional<Error> templates(const std::function<void(const TemplatePlace&)>& visit);

  // Instead of run(): the sections with any of these hashes, those with the most first, `most` of
  // them, with how many of the hashes they hold.
  struct Holders {
    std::vector<std::pair<SectionPlace, std::uint64_t>> sections;
    std::uint64_t charts = 0, all = 0;  // Charts and sections, also beyond `most`.
  };
  Result<Holders> holders(const std::vector<std::uint64_t>& hashes, std::uint32_t most);

 private:
  CopyJoin(store::Database& database, std::uint64_t memory)
      : database_(&database), memory_(memory) {}

  std::optional<Error> add_run(const CopyRuns& runs, const std::string& run, bool fresh);
  std::optional<Error> check_labels(const std::string& path);
  std::optional<Error> make_views();
  std::optional<Error> bucket(std::uint64_t from, std::uint64_t to);
  Result<std::uint64_t> count(const std::string& sql);
  SectionPlace place(const store::Rows& rows, std::size_t row, std::size_t first) const;

  store::Database* database_;
  std::uint64_t memory_;
  JoinSettings settings_;
  GramSettings grams_;
  std::string key_check_;
  IndexCounts indexed_;
  JoinCounts counts_;
  struct Part {
    std::string grams, charts;
    unsigned rank;  // Of the run.
    bool fresh;
  };
  std::vector<Part> parts_;
  unsigned runs_ = 0;
};

}  // namespace emrlint

#endif  // EMRLINT_CORPUS_COPY_JOIN_H_

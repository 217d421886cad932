// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_ACROSS_H_
#define EMRLINT_ENGINE_ACROSS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/keyed_hash.h"
#include "engine/fact_line.h"
#include "engine/line_sorter.h"
#include "engine/near_compare.h"
#include "engine/near_pairs.h"
#include "engine/verdict.h"

namespace emrlint {

struct AcrossOptions {
  std::size_t memory = 1024 * 1024;  // Bytes of facts, and of verdicts, that are not on disk.
  std::size_t most_alike = 20'000;   // Facts of one key that are judged; more are undecided.
  std::string key;                   // Of the hashes of who and what facts are about.
  FactLineOptions lines;
  // Texts that may be near copies are read again and compared. Without, or where `key` is not that
  // of the facts, they are undecided.
  bool compare = true;
  UnitSource* units = nullptr;  // Where they are read; null for their files.
  Limits limits;                // Of these,
  unsigned jobs = 1;            // and how many threads read and compare; 0 for all there are.
};

// Facts that are kept elsewhere, in the order of their bytes: gives each line to `visit`. Why some
// were lost, if so.
using SortedFacts =
    std::function<std::optional<Error>(const std::function<void(std::string_view line)>& visit)>;

// The second pass of a run: keeps the facts that checks across charts took out of the charts, and
// judges those of one key together, once all are there. What comes out depends on the facts alone:
// not on their order, on the threads, the memory or the number of runs that they come from.
class AcrossCharts {
 public:
  AcrossCharts(const Catalog& catalog, AcrossOptions options);

  // The facts of a batch, as lines with their ends. `place`: where it can be read again.
  // Thread-safe.
  std::string facts(const Batch& batch, const std::vector<ChartReport>& reports,
                    const UnitPlace& place = {}) const;
  // Lines that facts() gave.
  void add(std::string_view lines);
  // One of them without its end.
  void add_line(std::string_view line);
  std::uint64_t count() const { return count_; }
  // judge() takes these instead of what was added.
  // `earlier`: there are charts of other nights among them, so that one of this is enough.
  void read_from(SortedFacts facts, bool earlier = false) {
    elsewhere_ = std::move(facts);
    earlier_ = earlier;
  }
  bool earlier() const { return earlier_; }

  // One verdict for each subject, by chart key, input, check, subject. Once.
  void judge(const std::function<void(const Verdict&)>& visit);
  // Instead of judging: the facts in their order, with line ends. Once.
  void write(const std::function<void(std::string_view line)>& visit);

  // After judge(): the charts whose texts could not be compared, because they are gone or changed.
  const LostCharts& lost_charts() const { return lost_charts_; }

  // Why facts or verdicts were lost, if so.
  const std::optional<Error>& error() const;
  // What tells two keys apart, and the key of neither.
  std::string key_check() const { return hash_.hex("emrlint-facts").substr(0, 8); }

 private:
  class Groups;

  void judge_near(NearPairs& pairs);

  const Catalog& catalog_;
  AcrossOptions options_;
  KeyedHash hash_;
  LineSorter facts_;
  LineSorter verdicts_;
  SortedFacts elsewhere_;
  bool earlier_ = false;
  std::optional<Error> lost_;  // Of elsewhere_, or on the way to near copies.
  LostCharts lost_charts_;
  std::uint64_t count_ = 0;
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_ACROSS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_NEAR_COMPARE_H_
#define EMRLINT_ENGINE_NEAR_COMPARE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/keyed_hash.h"
#include "copies/likeness.h"
#include "corpus/unit_loader.h"
#include "engine/line_sorter.h"
#include "engine/narrative_cache.h"
#include "engine/near_pairs.h"
#include "engine/near_text.h"

namespace emrlint {

// A fact with a text, and one whose text is much like it. Both as lines of facts.
struct NearLines {
  std::string_view fact, other;
  bool equal = false;  // As in Fact::Near.
  std::optional<Likeness> likeness;
};

// A chart whose texts could not be compared.
struct LostChart {
  bool gone = false;  // Its file cannot be read any more, or holds no such chart; else changed.
  std::uint64_t pairs = 0;  // That were not compared.
};
using LostCharts = std::map<std::pair<std::string, std::string>, LostChart>;  // By path and key.

// Reads the texts of pairs again and compares them token by token.
class NearComparison {
 public:
  // `units`: where charts are read again; null where nothing can be compared. `hash` is the one
  // under which the facts are.
  NearComparison(UnitSource* units, const KeyedHash& hash, unsigned jobs, std::size_t memory);

  void add(const NearPair& pair);
  // After all pairs; once. Each text beside each that may be much like it, those of one fact one
  // behind the other.
  void drain(const std::function<void(const NearLines&)>& visit);

  // The charts that could not be read again, or were changed since; not those that never were in a
  // file.
  const LostCharts& lost() const { return lost_; }
  // Why some were lost, if so.
  const std::optional<Error>& error() const;

 private:
  struct Text;
  struct Waiting;

  void compare(std::vector<Waiting>& waiting);
  void open(Text& text) const;
  void tell(const Waiting& pair);
  void tell(const Text& fact, const Text& other, std::uint32_t common, bool equal,
            const std::optional<Likeness>& likeness);
  void note_lost(const Text& text);

  UnitSource* const units_;
  NarrativeCache narratives_;
  const KeyedHash& hash_;
  const unsigned jobs_;
  LineSorter pairs_;  // By place, so that a chart is read once for those that stand near.
  LineSorter near_;   // By fact.
  LostCharts lost_;
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_NEAR_COMPARE_H_

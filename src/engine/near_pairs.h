// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_NEAR_PAIRS_H_
#define EMRLINT_ENGINE_NEAR_PAIRS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/line_sorter.h"

namespace emrlint {

// Two texts of different charts that have grams in common.
struct NearPair {
  struct Side {
    std::string line;                      // The fact.
    std::vector<std::uint32_t> templates;  // Which of its grams are over the cap.
  };
  Side sides[2];             // In order of the texts' ids.
  std::uint32_t common = 0;  // Grams of both, those over the cap apart.
};

// Finds them among the facts and grams of a run, which come sorted: by sorting again what the
// grams bring together, so that memory does not grow with the run (ADR 18).
class NearPairs {
 public:
  // A gram in the texts of more charts than this is template wording and brings nothing together.
  static constexpr std::size_t kCap = 50;
  // Texts of a chart with one gram that are paired, the first ones.
  static constexpr std::size_t kRepeats = 4;
  // Grams that two texts have in common at least.
  static constexpr std::uint32_t kCommon = 2;

  // `memory`: bytes of lines that each step holds.
  explicit NearPairs(std::size_t memory);

  // A fact that has a text; a line of a gram. A first line of a gram whose chart and text are empty
  // says that it is over the cap, so that not all who hold it need be told.
  void add_text(std::string_view line);
  void add_gram(std::string_view line);

  // After all lines; once. Each pair, in an order that depends on the texts alone.
  void drain(const std::function<void(const NearPair&)>& visit);
  // Why some were lost, if so.
  const std::optional<Error>& error() const;

 private:
  struct Holder {
    std::string chart, text, number;
  };

  void take(Holder holder);
  void give_up();
  void finish_gram();
  void add_over(const Holder& holder);
  void count_pairs();
  void bring_sides();

  std::string gram_;             // The key at hand.
  std::vector<Holder> holders_;  // Its texts, by chart; none over the cap.
  std::string chart_;            // Of the last one.
  std::size_t charts_ = 0;       // Which hold the gram.
  LineSorter pairs_;             // "a b", for each common gram.
  LineSorter texts_;             // "a 0 fact", "a 1 number over the cap", "a 2 b common".
  LineSorter sides_;             // "a b side common numbers fact", the lesser id first.
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_NEAR_PAIRS_H_

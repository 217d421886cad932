// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_NARRATIVE_CACHE_H_
#define EMRLINT_ENGINE_NARRATIVE_CACHE_H_

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/unit_loader.h"
#include "engine/near_text.h"

namespace emrlint {

// What the charts of a unit say, without what else stands in their files.
class UnitNarrative {
 public:
  explicit UnitNarrative(const Batch& batch);

  std::size_t bytes() const { return text_.size(); }
  // Whether the unit holds a chart with that key where `kept` has it.
  bool holds(const KeptText& kept, const std::string& chart_key) const;
  // The pieces of a text; empty where there are none such. Spans are not kept.
  std::vector<Text> pieces(const KeptText& kept) const;

 private:
  using Piece = std::pair<std::size_t, std::size_t>;  // Bytes of text_, from and to.
  struct OfChart {
    std::string key;
    std::vector<std::vector<Piece>> documents;
  };

  std::string text_;
  std::vector<OfChart> charts_;
};

// The narrative of units that are read again, as long as there is room: charts are asked for in
// many pairs, and to parse a file takes far longer than to keep its texts.
class NarrativeCache {
 public:
  // `units`: null where nothing can be read. `most`: bytes of text that are kept beyond what was
  // asked for last.
  NarrativeCache(UnitSource* units, std::size_t most) : units_(units), most_(most) {}

  // Whether a unit is here, or was looked for and is gone.
  bool has(const UnitPlace& place) const { return kept_.contains(unit_key(place)); }
  // Reads those of these places that are not here; forgets others if there is no room.
  void load(const std::vector<const UnitPlace*>& places);
  // Null for what cannot be read any more.
  const UnitNarrative* find(const UnitPlace& place) const;

 private:
  UnitSource* const units_;
  const std::size_t most_;
  std::size_t bytes_ = 0;
  std::map<std::string, std::unique_ptr<UnitNarrative>> kept_;  // By unit_key().
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_NARRATIVE_CACHE_H_

// SPDX-License-Identifier: Apache-2.0
#include "engine/narrative_cache.h"

#include <set>

namespace emrlint {

UnitNarrative::UnitNarrative(const Batch& batch) {
  for (const Chart& chart : batch.charts) {
    OfChart& of_chart = charts_.emplace_back();
    of_chart.key = chart.key;
    for (const Document& document : chart.documents) {
      std::vector<Piece>& pieces = of_chart.documents.emplace_back();
      for (const Text& text : document.texts) {
        pieces.emplace_back(text_.size(), text_.size() + text.value.size());
        text_ += text.value;
      }
    }
  }
}

bool UnitNarrative::holds(const KeptText& kept, const std::string& chart_key) const {
  return kept.in_unit < charts_.size() && charts_[kept.in_unit].key == chart_key;
}

std::vector<Text> UnitNarrative::pieces(const KeptText& kept) const {
  if (kept.in_unit >= charts_.size()) return {};
  const auto& documents = charts_[kept.in_unit].documents;
  if (kept.document >= documents.size()) return {};
  std::vector<Text> pieces;
  for (const std::uint32_t piece : kept.pieces) {
    if (piece >= documents[kept.document].size()) return {};
    const auto [from, to] = documents[kept.document][piece];
    pieces.push_back({std::string_view(text_).substr(from, to - from), {}});
  }
  return pieces;
}

void NarrativeCache::load(const std::vector<const UnitPlace*>& places) {
  std::set<std::string> wanted;
  std::vector<const UnitPlace*> missing;
  for (const UnitPlace* const place : places) {
    wanted.insert(unit_key(*place));
    if (!has(*place)) missing.push_back(place);
  }
  if (missing.empty()) return;
  if (bytes_ > most_) {
    std::erase_if(kept_, [&](const auto& unit) { return !wanted.contains(unit.first); });
    bytes_ = 0;
    for (const auto& [key, narrative] : kept_) bytes_ += narrative ? narrative->bytes() : 0;
  }
  units_->load(missing);
  for (const UnitPlace* const place : missing) {
    const auto [unit, added] = kept_.try_emplace(unit_key(*place));
    if (!added) continue;
    if (const Batch* const batch = units_->find(*place)) {
      unit->second = std::make_unique<UnitNarrative>(*batch);
      bytes_ += unit->second->bytes();
    }
  }
  units_->load({});
}

const UnitNarrative* NarrativeCache::find(const UnitPlace& place) const {
  const auto unit = kept_.find(unit_key(place));
  return unit == kept_.end() ? nullptr : unit->second.get();
}

}  // namespace emrlint

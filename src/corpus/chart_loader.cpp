// SPDX-License-Identifier: Apache-2.0
#include "corpus/chart_loader.h"

#include <utility>

namespace emrlint {

struct ChartLoader::Unit {
  const Batch* batch = nullptr;                         // Null where it can't be read.
  std::map<std::uint32_t, const SectionPlace*> wanted;  // By number in the unit.
  std::map<std::uint32_t, LoadedChart> charts;
  std::map<std::uint32_t, Lost> lost;
};

ChartLoader::ChartLoader(const KeyedHash& key, const GramSettings& grams, const Limits& limits,
                         unsigned jobs)
    : fingerprinter_(key, grams), loader_(limits, jobs) {}
ChartLoader::~ChartLoader() = default;

void ChartLoader::load(const std::vector<const SectionPlace*>& places) {
  std::map<std::string, std::unique_ptr<Unit>> before = std::exchange(units_, {});
  std::vector<const UnitPlace*> files;
  for (const SectionPlace* const place : places) {
    const std::string key = unit_key(place->chart.place);
    std::unique_ptr<Unit>& unit = units_[key];
    if (unit == nullptr) {
      const auto kept = before.find(key);
      unit = kept != before.end() ? std::move(kept->second) : std::make_unique<Unit>();
      unit->wanted.clear();
      files.push_back(&place->chart.place);
    }
    unit->wanted.emplace(place->chart.in_unit, place);
  }
  before.clear();
  loader_.load(files);
  std::vector<Unit*> units;
  for (const auto& [key, unit] : units_) {
    unit->batch = loader_.find(unit->wanted.begin()->second->chart.place);
    units.push_back(unit.get());
  }
  for_each_index(jobs(), units.size(), [&](std::size_t i) { read(*units[i]); });
}

void ChartLoader::read(Unit& unit) const {
  for (const auto& [number, place] : unit.wanted) {
    if (unit.charts.contains(number) || unit.lost.contains(number)) continue;
    const bool there = unit.batch != nullptr && number < unit.batch->charts.size() &&
                       unit.batch->charts[number].key == place->chart.key;
    if (!there) {
      unit.lost[number] = Lost::kGone;
      continue;
    }
    const Chart& chart = unit.batch->charts[number];
    LoadedChart loaded{unit.batch, &chart, fingerprinter_};
    loaded.sections.read(chart);
    if (loaded.sections.digest() == place->chart.digest) {
      unit.charts.emplace(number, std::move(loaded));
    } else {
      unit.lost[number] = Lost::kChanged;
    }
  }
}

ChartLoader::Found ChartLoader::find(const SectionPlace& place) const {
  const auto unit = units_.find(unit_key(place.chart.place));
  if (unit == units_.end()) return {};
  const auto chart = unit->second->charts.find(place.chart.in_unit);
  if (chart != unit->second->charts.end()) return {&chart->second, Lost::kNot};
  const auto lost = unit->second->lost.find(place.chart.in_unit);
  return {nullptr, lost != unit->second->lost.end() ? lost->second : Lost::kGone};
}

}  // namespace emrlint

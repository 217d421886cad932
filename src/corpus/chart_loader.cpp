// SPDX-License-Identifier: Apache-2.0
#include "corpus/chart_loader.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <thread>
#include <utility>

namespace emrlint {

struct ChartLoader::Unit {
  std::optional<WorkUnit> work;
  Batch batch;
  std::map<std::uint32_t, const SectionPlace*> wanted;  // By number in the unit.
  std::map<std::uint32_t, LoadedChart> charts;
  std::map<std::uint32_t, Lost> lost;
};

ChartLoader::ChartLoader(const KeyedHash& key, const GramSettings& grams, const Limits& limits,
                         unsigned jobs)
    : fingerprinter_(key, grams),
      limits_(limits),
      jobs_(jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency())),
      reopener_(limits.bytes) {}
ChartLoader::~ChartLoader() = default;

// The line counts with leading zeros, so that lines of a file stand in their order.
std::string ChartLoader::unit_key(const SectionPlace& place) {
  std::string key;
  for (const std::string& path : place.chart.place.paths) key.append(path).append(1, '\n');
  const std::string line = std::to_string(place.chart.place.line_at.value_or(0));
  return key.append(20 - line.size(), '0').append(line);
}

void ChartLoader::load(const std::vector<const SectionPlace*>& places) {
  std::map<std::string, std::unique_ptr<Unit>> before = std::exchange(units_, {});
  for (const SectionPlace* const place : places) {
    const std::string key = unit_key(*place);
    std::unique_ptr<Unit>& unit = units_[key];
    if (unit == nullptr) {
      const auto kept = before.find(key);
      unit = kept != before.end() ? std::move(kept->second) : std::make_unique<Unit>();
      unit->wanted.clear();
    }
    unit->wanted.emplace(place->chart.in_unit, place);
  }
  before.clear();
  std::vector<Unit*> units;
  for (const auto& [key, unit] : units_) {
    const bool opened = !unit->charts.empty() || !unit->lost.empty();
    if (!opened) unit->work = reopener_.open(unit->wanted.begin()->second->chart.place);
    units.push_back(unit.get());
  }
  for_each_index(jobs_, units.size(), [&](std::size_t i) { read(*units[i]); });
}

void ChartLoader::read(Unit& unit) const {
  if (unit.work) {
    unit.batch = read_unit(*std::exchange(unit.work, std::nullopt), limits_);
  }
  for (const auto& [number, place] : unit.wanted) {
    if (unit.charts.contains(number) || unit.lost.contains(number)) continue;
    const bool there =
        number < unit.batch.charts.size() && unit.batch.charts[number].key == place->chart.key;
    if (!there) {
      unit.lost[number] = Lost::kGone;
      continue;
    }
    const Chart& chart = unit.batch.charts[number];
    LoadedChart loaded{&unit.batch, &chart, fingerprinter_};
    loaded.sections.read(chart);
    if (loaded.sections.digest() == place->chart.digest) {
      unit.charts.emplace(number, std::move(loaded));
    } else {
      unit.lost[number] = Lost::kChanged;
    }
  }
}

ChartLoader::Found ChartLoader::find(const SectionPlace& place) const {
  const auto unit = units_.find(unit_key(place));
  if (unit == units_.end()) return {};
  const auto chart = unit->second->charts.find(place.chart.in_unit);
  if (chart != unit->second->charts.end()) return {&chart->second, Lost::kNot};
  const auto lost = unit->second->lost.find(place.chart.in_unit);
  return {nullptr, lost != unit->second->lost.end() ? lost->second : Lost::kGone};
}

void for_each_index(unsigned jobs, std::size_t count,
                    const std::function<void(std::size_t)>& work) {
  if (jobs == 1) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::parallel_for(std::size_t{0}, count, work);
}

}  // namespace emrlint

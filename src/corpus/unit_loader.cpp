// SPDX-License-Identifier: Apache-2.0
#include "corpus/unit_loader.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "reader/input.h"

namespace emrlint {

UnitLoader::UnitLoader(const Limits& limits, unsigned jobs)
    : limits_(limits),
      jobs_(jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency())),
      reopener_(limits.bytes) {}

void UnitLoader::load(const std::vector<const UnitPlace*>& places) {
  std::map<std::string, std::unique_ptr<Batch>> before = std::exchange(units_, {});
  std::map<std::string, const UnitPlace*> missing;
  for (const UnitPlace* const place : places) {
    std::string key = unit_key(*place);
    if (const auto kept = before.find(key); kept != before.end()) {
      units_[std::move(key)] = std::move(kept->second);
      before.erase(kept);
    } else if (!units_.contains(key)) {
      missing.emplace(std::move(key), place);
    }
  }
  before.clear();
  std::vector<std::pair<std::unique_ptr<Batch>*, WorkUnit>> opened;
  for (const auto& [key, place] : missing) {
    std::unique_ptr<Batch>& unit = units_[key];
    if (std::optional<WorkUnit> work = reopener_.open(*place)) {
      opened.emplace_back(&unit, *std::move(work));
    }
  }
  for_each_index(jobs_, opened.size(), [&](std::size_t i) {
    *opened[i].first = std::make_unique<Batch>(read_unit(std::move(opened[i].second), limits_));
  });
}

const Batch* UnitLoader::find(const UnitPlace& place) const {
  const auto unit = units_.find(unit_key(place));
  return unit == units_.end() ? nullptr : unit->second.get();
}

// The line counts with leading zeros, so that lines of a file stand in their order.
std::string unit_key(const UnitPlace& place) {
  std::string key;
  for (const std::string& path : place.paths) key.append(path).append(1, '\n');
  const std::string line = std::to_string(place.line_at.value_or(0));
  return key.append(20 - line.size(), '0').append(line);
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

// SPDX-License-Identifier: Apache-2.0
#include "ledger/plan.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "store/store_support.h"

namespace emrlint::ledger {
namespace {

constexpr const char* kChart =
    R"({"format": "emrlint-chart/1", "chart": "ZY1", "patient": {"id": "P1", "name": "张三"}})";

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::vector<PlannedUnit> units_of(const std::vector<std::string>& paths) {
  InputOptions options;
  options.paths = paths;
  std::uint64_t skipped = 0;
  SeenUnits nothing("", "");
  return find_units(std::move(options), nothing, skipped, [](std::uint64_t) {});
}

TEST_CASE("ledger: a unit keeps its place and changes with its bytes") {
  const store::TemporaryFolder folder;
  const std::string path = folder.path + "/a.json";
  write(path, kChart);
  const std::vector<PlannedUnit> before = units_of({folder.path});
  REQUIRE(before.size() == 1);
  CHECK(before[0].problems.empty());
  CHECK(units_of({path, folder.path + "/./a.json"}).size() == 1);
  write(path, std::string(kChart) + "\n");
  const std::vector<PlannedUnit> after = units_of({path});
  CHECK(after[0].id == before[0].id);
  CHECK(after[0].content != before[0].content);
}

TEST_CASE("ledger: each line of NDJSON is a unit; one in another place is another") {
  const store::TemporaryFolder folder;
  const std::string path = folder.path + "/a.ndjson";
  write(path, std::string(kChart) + "\n" + kChart + "\n");
  const std::vector<PlannedUnit> units = units_of({path});
  REQUIRE(units.size() == 2);
  CHECK(units[0].id != units[1].id);
  CHECK(units[0].content == units[1].content);
}

TEST_CASE("ledger: what cannot be read again is planned with its problem") {
  const std::vector<PlannedUnit> units = units_of({"/no/such/folder/a.json"});
  REQUIRE(units.size() == 1);
  CHECK(units[0].place.paths.front() == "/no/such/folder/a.json");
}

TEST_CASE("ledger: shards hold neighbours, and units that an earlier run judged none") {
  Plan plan;
  plan.units.resize(10);
  plan.units[4].origin = "before";
  deal_out(plan, 1000, 3);
  CHECK(plan.terms.shards == 3);
  CHECK_FALSE(plan.units[4].shard.has_value());
  std::uint32_t last = 0, seen[3] = {};
  for (const PlannedUnit& unit : plan.units) {
    if (!unit.shard) continue;
    CHECK(*unit.shard >= last);
    last = *unit.shard;
    ++seen[last];
  }
  for (const std::uint32_t count : seen) CHECK(count == 3);
  deal_out(plan, 4, 0);
  CHECK(plan.terms.shards == 3);
  for (PlannedUnit& unit : plan.units) unit.origin = "before";
  deal_out(plan, 4, 0);
  CHECK(plan.terms.shards == 1);
}

}  // namespace
}  // namespace emrlint::ledger

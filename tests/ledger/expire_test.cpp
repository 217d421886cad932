// SPDX-License-Identifier: Apache-2.0
#include "ledger/expire.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "ledger/plan.h"
#include "ledger/tables.h"
#include "ledger/views.h"
#include "store/part.h"
#include "store/runs.h"
#include "store/store_support.h"

namespace emrlint::ledger {
namespace {

using Runs = std::vector<std::string>;

// A store with runs that are named after their days.
struct Store {
  store::TemporaryFolder folder;
  store::Database database = store::open_database();

  // `origins`: the runs that hold the rows of its units.
  void plan(const std::string& day, const std::string& previous, const Runs& origins) {
    Plan plan;
    plan.terms = {day, day + "T06:00:00+08:00", "rules", "", previous, 1};
    for (const std::string& origin : origins) {
      PlannedUnit& unit = plan.units.emplace_back();
      unit.id = plan.units.size();
      unit.place.paths = {"chart.json"};
      if (origin != day) unit.origin = origin;
    }
    REQUIRE_FALSE(write_plan(database, folder.path, plan));
  }

  void publish(const std::string& day, const std::string& previous, const Runs& origins) {
    plan(day, previous, origins);
    for (const char* const kind : {"charts", "facts", "totals", "nights"})
      part(kind, day, "1 AS x");
    for (const std::string& origin : origins) units(day, origin);
  }

  void units(const std::string& day, const std::string& origin) {
    const std::string row = fmt::format("1 AS unit, '{}' AS origin", origin);
    part(kUnits.name, day, row);
  }

  void part(const char* kind, const std::string& day, const std::string& row) {
    REQUIRE_FALSE(store::write_part(database, "SELECT " + row,
                                    store::part_path(folder.path, kind, day, {0, 1})));
  }

  Runs superfluous(const std::string& oldest) {
    const Result<Runs> runs =
        superfluous_runs(database, folder.path, parse_iso_time(oldest)->earliest);
    REQUIRE(runs);
    return *runs;
  }
};

TEST_CASE("ledger: old runs stay as long as a newer one rests on them") {
  Store store;
  store.publish("2024-03-01", "", {"2024-03-01"});
  store.publish("2024-03-02", "2024-03-01", {"2024-03-01"});
  store.publish("2024-03-03", "2024-03-02", {"2024-03-03"});
  store.publish("2024-03-04", "2024-03-03", {"2024-03-03"});
  CHECK(store.superfluous("2024-03-01") == Runs{});
  CHECK(store.superfluous("2024-03-02") == Runs{});  // The second rests on the first.
  CHECK(store.superfluous("2024-03-03") == Runs{"2024-03-01", "2024-03-02"});
  CHECK(store.superfluous("2024-04-01") == Runs{"2024-03-01", "2024-03-02"});
}

TEST_CASE("ledger: a run that is still to be published keeps what it will need") {
  Store store;
  store.publish("2024-03-01", "", {"2024-03-01"});
  store.publish("2024-03-02", "2024-03-01", {"2024-03-02"});
  store.publish("2024-03-03", "2024-03-02", {"2024-03-03"});
  store.plan("2024-03-04", "2024-03-02", {"2024-03-01", "2024-03-04"});
  CHECK(store.superfluous("2024-03-04") == Runs{});
  // One that broke off long ago does not.
  CHECK(store.superfluous("2024-04-01") == Runs{"2024-03-01", "2024-03-02", "2024-03-04"});
}

TEST_CASE("ledger: of a run that was removed trends know") {
  Store store;
  store.publish("2024-03-01", "", {"2024-03-01"});
  store.publish("2024-03-02", "2024-03-01", {"2024-03-02"});
  store.plan("2024-03-03", "2024-03-02", {"2024-03-03"});
  store.part("totals", "2024-03-03", "1 AS x");  // Merging broke off.
  const std::string& path = store.folder.path;
  CHECK(counted_runs(path) == Runs{"2024-03-01", "2024-03-02"});
  REQUIRE_FALSE(remove_run(path, "2024-03-01"));
  CHECK(published_runs(path) == Runs{"2024-03-02"});
  CHECK(counted_runs(path) == Runs{"2024-03-01", "2024-03-02"});
  CHECK(store::runs_of(path, "nights") == Runs{"2024-03-01", "2024-03-02"});
  for (const char* const kind : {"plan", "charts", "facts", "units"}) {
    CHECK_FALSE(std::filesystem::exists(path + "/" + kind + "/run=2024-03-01"));
  }
  REQUIRE_FALSE(remove_run(path, "2024-03-03"));
  CHECK(counted_runs(path) == Runs{"2024-03-01", "2024-03-02"});
  REQUIRE_FALSE(remove_run(path, "2024-03-03"));  // Again: nothing to do.
}

}  // namespace
}  // namespace emrlint::ledger

// SPDX-License-Identifier: Apache-2.0
#include "reader/reopen.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <fstream>
#include <string>
#include <vector>

#include "store/store_support.h"

namespace emrlint {
namespace {

std::string line(int number) {
  return R"({"format": "emrlint-chart/1", "chart": "ZY)" + std::to_string(number) + R"("})";
}

void write(const std::string& path, const std::string& text, bool packed) {
  if (!packed) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  const gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
  gzclose(file);
}

struct Seen {
  UnitPlace place;
  std::string key;
};

std::vector<Seen> seen_in(const std::string& path) {
  std::vector<Seen> all;
  Inputs inputs({.paths = {path}});
  while (auto unit = inputs.next()) {
    const UnitPlace place = place_of(*unit);
    const Batch batch = read_unit(*std::move(unit), {});
    for (const Chart& chart : batch.charts) all.push_back({place, chart.key});
  }
  return all;
}

std::string key_at(Reopener& reopener, const UnitPlace& place) {
  std::optional<WorkUnit> unit = reopener.open(place);
  if (!unit) return "none";
  const Batch batch = read_unit(*std::move(unit), {});
  return batch.charts.empty() ? "empty" : batch.charts[0].key;
}

}  // namespace

TEST_CASE(
    "reopen: lines are found again in any order, packed or not, with a mark in front or not") {
  const store::TemporaryFolder folder;
  for (const bool packed : {false, true}) {
    for (const std::string start : {"", "\xEF\xBB\xBF", "\n  \n"}) {
      const std::string path = folder.path + "/charts.ndjson";
      std::string text = start;
      // More than the blocks that are read at once.
      for (int i = 0; i < 20'000; ++i) text += line(i) + (i % 7 == 0 ? "\r\n" : "\n");
      write(path, text + line(20'000), packed);
      const std::vector<Seen> all = seen_in(path);
      REQUIRE(all.size() == 20'001);
      Reopener reopener(1 << 20);
      for (const std::size_t i : {0u, 1u, 19'999u, 20'000u, 5u, 7u, 7u, 12'345u}) {
        CHECK(key_at(reopener, all[i].place) == "ZY" + std::to_string(i));
        CHECK(all[i].key == "ZY" + std::to_string(i));
      }
      UnitPlace behind = all[3].place;
      behind.line_at = text.size() + 1000;
      CHECK(key_at(reopener, behind) == "none");
    }
  }
}

TEST_CASE("reopen: files and folders of a stay, and what is not there any more") {
  Reopener reopener(1 << 20);
  const std::vector<Seen> all = seen_in("fixtures/charts/elective-surgery-xml");
  REQUIRE(!all.empty());
  CHECK(all[0].place.paths.size() > 1);
  CHECK(all[0].place.folder);
  CHECK(key_at(reopener, all[0].place) == all[0].key);
  UnitPlace gone;
  gone.paths = {"fixtures/charts/no-such-file.json"};
  CHECK(key_at(reopener, gone) == "none");
  gone.paths = {"-"};
  CHECK(key_at(reopener, gone) == "none");
}

}  // namespace emrlint

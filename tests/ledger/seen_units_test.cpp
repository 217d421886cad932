// SPDX-License-Identifier: Apache-2.0
#include "ledger/seen_units.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ledger/plan.h"
#include "store/store_support.h"

namespace emrlint::ledger {
namespace {

namespace fs = std::filesystem;

constexpr const char* kChart =
    R"({"format": "emrlint-chart/1", "chart": "ZY1", "patient": {"id": "P1", "name": "张三"}})";

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// Nothing was changed just now: a minute has passed.
std::int64_t later() { return SeenUnits::system_clock() + 60'000'000'000; }

// Two plans of the same folder: what the second one finds, and whether it knew a unit.
class Plans {
 public:
  explicit Plans(SeenUnits::Clock clock = later) : clock_(clock) {
    fs::create_directory(charts());
  }

  std::string charts() const { return folder_.path + "/charts"; }
  std::string store() const { return folder_.path + "/store"; }

  std::vector<PlannedUnit> find(const std::string& rules = "rules") {
    SeenUnits seen(store(), rules, clock_);
    seen.load();
    InputOptions options;
    options.paths = {charts()};
    std::uint64_t skipped = 0;
    std::vector<PlannedUnit> units = find_units(options, seen, skipped, [](std::uint64_t) {});
    CHECK_FALSE(seen.save().has_value());
    return units;
  }

  // Whether the units are known without their bytes.
  bool known(const std::string& rules = "rules") const {
    SeenUnits seen(store(), rules, clock_);
    seen.load();
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(charts())) {
      files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return seen.look_at(files).has_value();
  }

 private:
  store::TemporaryFolder folder_;
  SeenUnits::Clock clock_;
};

bool same(const std::vector<PlannedUnit>& a, const std::vector<PlannedUnit>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& two) {
    return one.id == two.id && one.place == two.place && one.size == two.size &&
           one.content == two.content;
  });
}

TEST_CASE("ledger: files that are as they were are not opened, and give the same units") {
  Plans plans;
  write(plans.charts() + "/a.json", kChart);
  write(plans.charts() + "/b.json", kChart);
  const std::vector<PlannedUnit> first = plans.find();
  REQUIRE(first.size() == 2);
  CHECK(plans.known());
  CHECK(same(plans.find(), first));
  CHECK(plans.known());  // The second plan has written down the same.
}

TEST_CASE("ledger: the documents of a stay are known as one unit") {
  Plans plans;
  for (const char* const name : {"a.xml", "b.xml"}) {
    write(plans.charts() + "/" + name,
          R"(<ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><patientRole>)"
          R"(<id root="2.16.156.10011.1.12" extension="ZY1"/></patientRole></recordTarget>)"
          R"(</ClinicalDocument>)");
  }
  const std::vector<PlannedUnit> first = plans.find();
  REQUIRE(first.size() == 1);
  REQUIRE(first[0].place.folder);
  CHECK(plans.known());
  CHECK(same(plans.find(), first));
}

TEST_CASE("ledger: a change shows, though size and time of writing are set back") {
  Plans plans;
  const std::string path = plans.charts() + "/a.json";
  write(path, kChart);
  const std::vector<PlannedUnit> first = plans.find();
  REQUIRE(plans.known());
  const fs::file_time_type time = fs::last_write_time(path);
  std::string text = kChart;
  text.replace(text.find("P1"), 2, "P2");
  write(path, text);
  fs::last_write_time(path, time);
  CHECK_FALSE(plans.known());
  CHECK(plans.find()[0].content != first[0].content);
}

TEST_CASE("ledger: files that come or go have a folder looked through again") {
  Plans plans;
  write(plans.charts() + "/a.json", kChart);
  plans.find();
  REQUIRE(plans.known());
  write(plans.charts() + "/note.txt", "no record");
  CHECK_FALSE(plans.known());
  CHECK(plans.find().size() == 1);
  fs::remove(plans.charts() + "/note.txt");
  CHECK(plans.known());
  fs::remove(plans.charts() + "/a.json");
  CHECK_FALSE(plans.known());
  CHECK(plans.find().empty());
}

TEST_CASE("ledger: what was changed just now may change again unseen, so it is read") {
  Plans plans(SeenUnits::system_clock);
  write(plans.charts() + "/a.json", kChart);
  CHECK(plans.find().size() == 1);
  CHECK_FALSE(plans.known());
}

TEST_CASE("ledger: other rules know nothing, nor does what is damaged or missing") {
  Plans plans;
  write(plans.charts() + "/a.json", kChart);
  CHECK_FALSE(plans.known());
  plans.find();
  REQUIRE(plans.known());
  CHECK_FALSE(plans.known("others"));
  const std::string path = plans.store() + "/seen";
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (std::size_t i = 0; i < bytes.size(); i += 7) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    write(path, damaged);
    CHECK_FALSE(plans.known());
  }
  write(path, bytes.substr(0, bytes.size() - 1));
  CHECK_FALSE(plans.known());
  write(path, bytes);
  CHECK(plans.known());
  fs::remove(path);
  fs::create_directory(path);
  CHECK_FALSE(plans.known());
  CHECK(SeenUnits(plans.store(), "rules").save().has_value());
  CHECK(fs::is_directory(path));
}

}  // namespace
}  // namespace emrlint::ledger

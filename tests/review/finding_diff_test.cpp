// SPDX-License-Identifier: Apache-2.0
#include "review/finding_diff.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "review/run_support.h"

namespace emrlint::review {
namespace {

std::string line(unsigned number, const std::string& severity, const std::string& more = "",
                 const std::string& type = "finding") {
  return "{\"type\":\"" + type + "\",\"chart\":\"ZY" + std::to_string(number) +
         "\",\"check\":\"timeliness-x\",\"messageId\":\"late\",\"severity\":\"" + severity +
         "\",\"message\":\"迟了\",\"fingerprint\":\"" + fingerprint_of(number) +
         "\",\"path\":\"a.json\",\"line\":" + std::to_string(number) + more + "}\n";
}

struct Files {
  TemporaryFolder folder;
  std::string before = folder.path + "/before.jsonl", after = folder.path + "/after.jsonl";

  Files(const std::string& earlier, const std::string& later) {
    std::ofstream(before) << earlier;
    std::ofstream(after) << later;
  }
};

// "appears 3", "severity 1 error>warning", in their order; and the counts of the only check.
std::vector<std::string> told(const std::vector<FindingDifference>& found) {
  std::vector<std::string> out;
  for (const FindingDifference& one : found) {
    std::string& text = out.emplace_back(id(one.kind));
    text += " " + std::to_string(std::stoul(one.fingerprint, nullptr, 16));
    if (!one.severity_before.empty()) text += " " + one.severity_before + ">" + one.severity;
    CHECK(one.check == "timeliness-x");
    CHECK(one.message == "迟了");
    CHECK(one.path == "a.json");
  }
  return out;
}

void check_counts(const CheckDifferences& checks, const std::vector<std::uint64_t>& expected) {
  REQUIRE(checks.size() == 1);
  const CheckDifference& check = checks.at("timeliness-x");
  CHECK(std::vector<std::uint64_t>{check.before, check.after, check.appears, check.vanishes,
                                   check.severity, check.undecided_before,
                                   check.undecided_after} == expected);
}

const std::vector<std::string> kTold = {"appears 6", "severity 2 error>warning", "vanishes 1",
                                        "vanishes 4", "vanishes 5"};

TEST_CASE("diff: two files of findings") {
  const std::string waived = ",\"waiver\":{\"reason\":\"x\"}", said = ",\"superseded\":true";
  const Files files(
      "{\"type\":\"problem\",\"id\":\"x\"}\n" + line(1, "error") + line(2, "error") +
          line(3, "note") + line(3, "note") + line(4, "error") + line(5, "error") +
          line(9, "error", waived) + line(8, "error", "", "undecided") + "{\"type\":\"summary\"}\n",
      line(6, "error", "", "due") + line(6, "error") + line(3, "note") + line(2, "warning") +
          line(4, "error", waived) + line(5, "error", said) + line(9, "error", waived) +
          line(8, "error", "", "undecided") + line(7, "error", "", "undecided"));
  std::vector<FindingDifference> found;
  const auto checks = diff_files(files.before, files.after,
                                 [&](const FindingDifference& one) { found.push_back(one); });
  REQUIRE_MESSAGE(checks.ok(), store::en(checks));
  CHECK(told(found) == kTold);
  CHECK(found.front().line == 6);
  check_counts(*checks, {5, 3, 1, 3, 1, 1, 2});
}

TEST_CASE("diff: a file with itself") {
  const Files files(line(1, "error") + line(2, "note"), line(2, "note") + line(1, "error"));
  const auto checks =
      diff_files(files.before, files.after, [](const FindingDifference&) { FAIL("different"); });
  REQUIRE(checks.ok());
  CHECK_FALSE(checks->at("timeliness-x").any());
}

TEST_CASE("diff: what is no file of findings") {
  const Files files(line(1, "error"), "{\"type\":\"summary\"}\n{\"type\":\"finding\"}\n");
  const auto ignore = [](const FindingDifference&) {};
  CHECK(store::en(diff_files(files.before, files.after, ignore)) ==
        files.after + ":2: this is no output of emrlint check -f json");
  std::ofstream(files.after) << "not JSON\n";
  CHECK(store::en(diff_files(files.before, files.after, ignore)).find(":1: this is no output") !=
        std::string::npos);
  CHECK(store::en(diff_files(files.before, "/nowhere", ignore)) == "/nowhere: cannot be opened");
}

TEST_CASE("diff: two runs of a store") {
  store::Database database = invented_run();
  const auto keep = [&](const char* name) {
    run_sql(database, std::string("CREATE TABLE ") + name +
                          "_findings AS SELECT * FROM findings; DELETE FROM findings");
  };
  for (const unsigned number : {1u, 4u, 5u}) add(database, {number});
  add(database, {2, "ZY1", "timeliness-x", "fail", "error"});
  add(database, {3, "ZY1", "timeliness-x", "fail", "note"});
  add(database, {3, "ZY1", "timeliness-x", "fail", "note"});
  add(database, {9, "ZY1", "timeliness-x", "fail", "error", "", true});
  add(database, {8, "ZY1", "timeliness-x", "undecided"});
  keep("before");
  add(database, {6, "ZY1", "timeliness-x", "due"});
  add(database, {3, "ZY1", "timeliness-x", "fail", "note"});
  add(database, {2, "ZY1", "timeliness-x", "fail", "warning"});
  add(database, {4, "ZY1", "timeliness-x", "fail", "error", "", true});
  add(database, {5, "ZY1", "timeliness-x", "fail", "error", "", false, true});
  add(database, {8, "ZY1", "timeliness-x", "undecided"});
  add(database, {7, "ZY1", "timeliness-x", "undecided"});
  keep("after");
  std::vector<FindingDifference> found;
  const auto checks =
      diff_runs(database, true, [&](const FindingDifference& one) { found.push_back(one); });
  REQUIRE_MESSAGE(checks.ok(), store::en(checks));
  CHECK(told(found) == std::vector<std::string>{"appears 6", "vanishes 1", "vanishes 4",
                                                "vanishes 5", "severity 2 error>warning"});
  check_counts(*checks, {5, 3, 1, 3, 1, 1, 2});
}

}  // namespace
}  // namespace emrlint::review

// SPDX-License-Identifier: Apache-2.0
// What holds for the data of checks/coverage, whoever wrote them.
#include "coverage/coverage.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/embedded.h"
#include "base/nearest.h"

namespace emrlint {
namespace {

const Catalog& catalog() {
  static const Catalog kCatalog = [] {
    auto built_in = Catalog::built_in();
    REQUIRE_MESSAGE(built_in.ok(), (built_in.ok() ? "" : built_in.error().en));
    return std::move(*built_in);
  }();
  return kCatalog;
}

const Coverage& coverage() {
  static const Coverage kCoverage = [] {
    auto built_in = built_in_coverage(catalog());
    REQUIRE_MESSAGE(built_in.ok(), (built_in.ok() ? "" : built_in.error().en));
    return std::move(*built_in);
  }();
  return kCoverage;
}

// How many clauses the texts have, counted in the texts and not in our data: of each series.
const std::map<std::string_view, std::vector<std::size_t>> kCounts = {
    {"BL", {38 + 10 + 23}},  // Articles, the clauses of article 18, those of article 22.
    {"GL", {32}},
    {"HX", {18 + 85}},  // Definitions and basic requirements.
    {"JS", {51}},
    {"SA", {15, 8}},  // Items, other parts.
    {"SF", {37}},
    {"SY", {27}},
    {"XD", {28, 40, 12}},  // Tasks, indicators, other parts.
    {"YB", {26, 37, 10}},
    {"ZB", {27}},
    {"ZJ", {6, 18, 19, 22, 8}},  // Demands of the rows, notes.
    {"ZJM", {5, 15, 7, 5}},
    {"ZL", {48}},
    {"ZZ", {10, 9}},  // Items, other parts.
};

TEST_CASE("every law text has all its clauses") {
  std::set<std::string_view> seen;
  for (const LawCoverage& law : coverage().laws) {
    CAPTURE(law.law.key);
    seen.insert(law.law.key);
    const auto counts = kCounts.find(law.law.key);
    REQUIRE(counts != kCounts.end());
    REQUIRE(law.series.size() == counts->second.size());
    std::set<std::string_view> numbers;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < law.series.size(); ++i) {
      CHECK(law.series[i].size() == counts->second[i]);
      sum += law.series[i].size();
      for (const CoveredClause& one : law.series[i]) {
        CAPTURE(one.clause.number);
        CHECK(numbers.insert(one.clause.number).second);
      }
    }
    std::size_t counted = 0;
    for (const std::size_t count : law.counts) counted += count;
    CHECK(counted == sum);
  }
  CHECK(seen.size() == kCounts.size());
}

TEST_CASE("every file of checks/coverage is read") {
  std::size_t files = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    files += file.path.starts_with("checks/coverage/") ? 1 : 0;
  }
  CHECK(files == coverage().laws.size() + 2);  // The reasons and the core systems.
}

// A card cites a clause by the number that checks/coverage gives it.
TEST_CASE("every citation of a law text leads to one of its clauses") {
  for (const LawCoverage& law : coverage().laws) {
    std::vector<std::string_view> numbers;
    for (const ClauseSeries& series : law.law.series) {
      for (const Clause& clause : series.clauses) numbers.push_back(clause.number);
    }
    for (const StrayCitation& stray : law.stray) {
      const std::string near(nearest(stray.article, numbers));
      FAIL_CHECK(stray.check << " cites " << law.law.key << " " << stray.article << ", which "
                             << law.law.path << " does not have"
                             << (near.empty() ? "" : "; did you mean " + near + "?"));
    }
  }
}

TEST_CASE("a clause that no check evidences has a reason, and no check is named twice") {
  for (const LawCoverage& law : coverage().laws) {
    for (const std::vector<CoveredClause>& series : law.series) {
      for (const CoveredClause& one : series) {
        CAPTURE(law.law.key);
        CAPTURE(one.clause.number);
        const Remark& remark = one.clause.remark;
        CHECK_FALSE((one.checks.all.empty() && remark.unseen.empty() && remark.open.empty()));
        std::set<std::string_view> named;
        for (const CheckPattern& pattern : remark.checks) CHECK(named.insert(pattern.text).second);
      }
    }
  }
}

TEST_CASE("every check stands at a clause, or rests on other sources") {
  std::set<std::string_view> seen;
  for (const LawCoverage& law : coverage().laws) {
    for (const std::vector<CoveredClause>& series : law.series) {
      for (const CoveredClause& one : series) {
        for (const CatalogEntry* check : one.checks.named) seen.insert(check->info.id);
      }
    }
  }
  for (const CatalogEntry* check : coverage().elsewhere) seen.insert(check->info.id);
  CHECK(seen.size() == catalog().entries().size());
}

TEST_CASE("every core system has checks and blind spots") {
  REQUIRE(coverage().systems.size() == 18);
  for (const SystemCoverage& system : coverage().systems) {
    CAPTURE(system.number);
    CHECK_FALSE(system.checks.empty());
    CHECK_FALSE(system.remark.unseen.empty());
  }
}

TEST_CASE("the citations of the cards are joined with the data") {
  const Result<Law> law = read_law(
      "SA", "sa.toml", R"([[series]]
title = { zh = "条", en = "Items" }
numbers = ["3", "4", "12", "13"]
[[clause]]
number = "3"
title = { zh = "评估", en = "Assessment" }
unseen = { zh = "质量", en = "quality" }
[[clause]]
number = "4"
title = { zh = "方案", en = "Plan" }
unseen = "provision"
[[clause]]
number = "12"
title = { zh = "随访", en = "Follow-up" }
checks = ["daycase-*", "followup-record"]
open = "later"
[[clause]]
number = "13"
title = { zh = "机制", en = "Mechanism" }
open = { zh = "待写", en = "to come" }
)",
      {{"later", {{"待查", "later"}, true}}, {"provision", {{"规定", "provision"}, true}}});
  REQUIRE(law.ok());
  const Result<LawCoverage> covered = cover(*law, catalog());
  REQUIRE(covered.ok());
  const std::vector<CoveredClause>& clauses = covered->series[0];
  CHECK(clauses[0].evidence == Evidence::kPartly);
  const auto holds = [](const std::vector<const CatalogEntry*>& checks, std::string_view id) {
    for (const CatalogEntry* check : checks) {
      if (check->info.id == id) return true;
    }
    return false;
  };
  CHECK(holds(clauses[0].checks.named, "periop-assessment-domains"));  // It cites SA 3.
  CHECK(clauses[1].evidence == Evidence::kFull);  // Cited, so its reason does not hold.
  CHECK(clauses[2].evidence == Evidence::kFull);
  CHECK(holds(clauses[2].checks.named, "followup-record"));
  CHECK(holds(clauses[2].checks.all, "daycase-record-set"));
  CHECK(clauses[3].evidence == Evidence::kOpen);
  CHECK_FALSE(covered->stray.empty());  // Other items of SA are cited.
}

TEST_CASE("a clause of the data must name checks that exist, or say why there is none") {
  const auto error_of = [](std::string_view more) {
    const std::string text = R"([[series]]
title = { zh = "条", en = "Items" }
numbers = ["1"]
[[clause]]
number = "1"
title = { zh = "甲", en = "A" }
)" + std::string(more);
    Result<Law> law = read_law("ZZ", "zz.toml", text, {});
    REQUIRE(law.ok());
    const Result<LawCoverage> covered = cover(std::move(*law), catalog());
    REQUIRE_FALSE(covered.ok());
    return covered.error().en;
  };
  CHECK(error_of("checks = [\"followup-recod\"]\n") ==
        "zz.toml:7:11: there is no check followup-recod; did you mean followup-record?");
  CHECK(error_of("checks = [\"nothing-*\"]\n") == "zz.toml:7:11: there is no check nothing-*");
  CHECK(error_of("") == "zz.toml:4:1: no check cites this clause; state checks, unseen or open");
}

}  // namespace
}  // namespace emrlint

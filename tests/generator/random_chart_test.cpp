// SPDX-License-Identifier: Apache-2.0
#include "generator/random_chart.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "config/config.h"
#include "engine/lint.h"
#include "reader/readers.h"
#include "rule/catalog.h"
#include "source/decode.h"

namespace emrlint {
namespace {

// Findings that an injected defect brings with it, besides the one it is named after.
bool consequence(const std::string& found, const std::vector<std::string>& injected) {
  const auto has = [&](const char* id) {
    return std::find(injected.begin(), injected.end(), id) != injected.end();
  };
  if (found == "coding-dx-age-conflict") return has("coding-dx-sex-conflict");
  return false;
}

std::vector<std::string> findings_of(const Catalog& catalog, const Config& config,
                                     const RandomChart& chart) {
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("chart.json", chart.json));
  const Batch batch = read_texts(std::move(files), Limits{}, true);
  REQUIRE(batch.charts.size() == 1);
  REQUIRE(batch.problems.empty());
  std::vector<std::string> ids;
  const ChartReport report = lint(catalog, config, batch.charts.front(), "chart.json");
  for (const Finding& finding : report.findings) {
    if (finding.outcome.kind != OutcomeKind::kFail || finding.superseded) continue;
    ids.emplace_back(catalog.entries()[finding.check].info.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

struct Setup {
  Catalog catalog;
  Config config;
};

Setup built_in() {
  Result<Catalog> catalog = Catalog::built_in();
  REQUIRE(catalog.ok());
  Setup setup{std::move(*catalog), Config{}};
  Result<Config> config =
      Config::load(setup.catalog, "", "", [](const std::string&) -> Result<std::string> {
        return Error{"", "", {}};
      });
  REQUIRE(config.ok());
  setup.config = std::move(*config);
  return setup;
}

TEST_CASE("generated charts: a clean one gives no finding") {
  const Setup setup = built_in();
  for (std::uint64_t number = 0; number < 200; ++number) {
    const auto found =
        findings_of(setup.catalog, setup.config, random_chart(7, number, 0));
    CHECK_MESSAGE(found.empty(), number << ": " << (found.empty() ? "" : found.front()));
  }
}

TEST_CASE("generated charts: what was injected is found, and nothing else") {
  const Setup setup = built_in();
  std::size_t injected = 0;
  for (std::uint64_t number = 0; number < 300; ++number) {
    const RandomChart chart = random_chart(11, number, 0.15);
    injected += chart.injected.size();
    const auto found = findings_of(setup.catalog, setup.config, chart);
    for (const std::string& id : chart.injected) {
      CHECK_MESSAGE(std::count(found.begin(), found.end(), id) == 1, number << " lacks " << id);
    }
    for (const std::string& id : found) {
      const bool meant = std::find(chart.injected.begin(), chart.injected.end(), id) !=
                         chart.injected.end();
      const bool expected = meant || consequence(id, chart.injected);
      CHECK_MESSAGE(expected, number << " has " << id);
    }
  }
  CHECK(injected > 300);
}

TEST_CASE("generated charts: no character is cut in two") {
  for (std::uint64_t number = 0; number < 50; ++number) {
    const Result<Decoded> decoded = decode(random_chart(13, number, 0.3).json);
    REQUIRE(decoded.ok());
    CHECK(decoded->invalid_bytes == 0);
    CHECK(decoded->encoding == Encoding::kUtf8);
  }
}

TEST_CASE("generated charts: the same numbers give the same bytes") {
  CHECK(random_chart(1, 5, 0.3).json == random_chart(1, 5, 0.3).json);
  CHECK(random_chart(1, 5, 0.3).json != random_chart(2, 5, 0.3).json);
}

}  // namespace
}  // namespace emrlint

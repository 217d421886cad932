// SPDX-License-Identifier: Apache-2.0
#include "check/plugin.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/lint.h"

namespace emrlint {
namespace {

const std::string kFolder = EMRLINT_TEST_PLUGINS;
const std::string kExample = EMRLINT_EXAMPLE_PLUGIN;

Chart inpatient() {
  Chart chart;
  chart.key = "ZY1";
  chart.encounter.kind.value = EncounterKind::kInpatient;
  return chart;
}

ChartReport judge(const Catalog& catalog, const Chart& chart) {
  const auto config = Config::load(catalog, "", "checks = [\"*\"]", nullptr);
  REQUIRE(config.ok());
  return lint(catalog, *config, chart);
}

std::string refusal(const std::string& file) {
  Catalog catalog;
  const auto error = catalog.add_plugin(file);
  REQUIRE(error);
  CHECK(catalog.entries().empty());
  return error->en;
}

TEST_CASE("the example plug-in, built out of tree, judges charts") {
  Catalog catalog;
  const auto error = catalog.add_plugin(kExample);
  REQUIRE_MESSAGE(!error, (error ? error->en : ""));
  REQUIRE(catalog.entries().size() == 1);
  CHECK(catalog.entries()[0].origin == kExample);
  CHECK(catalog.entries()[0].kind == "native");
  Chart chart = inpatient();
  ChartReport report = judge(catalog, chart);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].outcome.en == "the chart of the stay names no bed.");
  chart.encounter.bed.value = "12";
  report = judge(catalog, chart);
  CHECK(report.findings.empty());
  CHECK(report.tallies[0].pass == 1);
}

TEST_CASE("a check of a plug-in that throws is isolated") {
  Catalog catalog;
  REQUIRE_FALSE(catalog.add_plugin(kFolder + "throwing.so"));
  REQUIRE_FALSE(catalog.add_plugin(kExample));
  const Chart chart = inpatient();
  const ChartReport report = judge(catalog, chart);
  REQUIRE(report.broken.size() == 1);
  CHECK(report.broken[0].what == "broken plug-in");
  CHECK(report.findings.size() == 1);
}

TEST_CASE("a plug-in that does not fit is refused with the reason") {
  CHECK(refusal(kFolder + "wrong_version.so") ==
        kFolder +
            "wrong_version.so: the plug-in has interface version 99, this program 3: compile "
            "it again with the headers of this program");
  CHECK(refusal(kFolder + "no_plugin.so") ==
        kFolder + "no_plugin.so: is no plug-in of emrlint: it has no function emrlint_plugin");
  CHECK(refusal("no-such-plugin.so")
            .starts_with("no-such-plugin.so: the plug-in cannot be loaded: "));
}

TEST_CASE("a plug-in cannot take the id of a check that exists") {
  Catalog catalog;
  REQUIRE_FALSE(catalog.add_plugin(kExample));
  const auto error = catalog.add_plugin(kExample);
  REQUIRE(error);
  CHECK(error->en.ends_with("the check hospital-bed-recorded exists already (" + kExample + ")"));
}

}  // namespace
}  // namespace emrlint

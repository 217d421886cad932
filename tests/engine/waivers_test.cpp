// SPDX-License-Identifier: Apache-2.0
#include "engine/waivers.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

constexpr Message<> kLate{"late", "迟", "late"};

Catalog test_catalog() {
  Catalog catalog;
  const Check late{{.id = "test-late"}, [](const Chart&, const Options&, Report& report) {
                     report.fail(kLate, of_chart(), {0, 9, 10});
                   }};
  const Check fine{{.id = "test-fine"},
                   [](const Chart&, const Options&, Report& report) { report.pass(of_chart()); }};
  REQUIRE_FALSE(catalog.add_native(late, "test"));
  REQUIRE_FALSE(catalog.add_native(fine, "test"));
  return catalog;
}

const Catalog& catalog() {
  static const Catalog kCatalog = test_catalog();
  return kCatalog;
}

std::string waiver(std::string_view check, std::string_view rest) {
  return "checks = [\"test-*\"]\n[[waiver]]\ncheck = \"" + std::string(check) +
         "\"\nreason = \"设备故障\"\nby = \"李四\"\nuntil = 2024-12-31\n" + std::string(rest);
}

struct Judged {
  bool waived = false;
  std::vector<std::string> unused;
};

Judged judge(const std::string& text, std::string_view today = "2024-12-31") {
  auto config = Config::load(catalog(), "w.toml", text, nullptr);
  REQUIRE_MESSAGE(config.ok(), (config.ok() ? "" : config.error().en));
  config->today = parse_iso_time(today);
  Chart chart;
  chart.key = "ZY1";
  const ChartReport report = lint(catalog(), *config, chart);
  WaiverUse use(catalog(), *config);
  use.add(report);
  REQUIRE(report.findings.size() == 1);
  const Waiver* found = report.findings[0].waiver;
  if (found != nullptr) CHECK(found->reason == "设备故障");
  return {found != nullptr, use.unused(Lang::kEn)};
}

TEST_CASE("a waiver accepts the findings that it names, and no other") {
  const Catalog& all = catalog();
  const std::string print = [&] {
    const auto config = Config::load(all, "", "checks = [\"test-*\"]", nullptr);
    Chart chart;
    chart.key = "ZY1";
    return lint(all, *config, chart).findings[0].fingerprint;
  }();
  CHECK(judge(waiver("test-late", "chart = \"ZY1\"")).waived);
  CHECK(judge(waiver("test-late", "chart = \"ZY1\"")).unused.empty());
  CHECK(judge(waiver("test-late", "chart = \"ZY1\"\nsubject = \"chart\"")).waived);
  CHECK(judge(waiver("test-late", "fingerprint = \"" + print + "\"")).waived);
  CHECK_FALSE(judge(waiver("test-late", "fingerprint = \"00\"")).waived);
}

TEST_CASE("an unused waiver is explained") {
  struct Case {
    std::string_view check, rest, today, why;
  };
  for (const auto& [check, rest, today, why] : {
           Case{"test-late", "chart = \"ZY2\"", "2024-12-31", "the run had no such chart"},
           Case{"test-fine", "chart = \"ZY1\"", "2024-12-31", "the check found nothing wrong"},
           Case{"test-late", "chart = \"ZY1\"\nsubject = \"surgery/s1\"", "2024-12-31",
                "what the check found is not what the waiver names, or has another waiver"},
           Case{"test-late", "chart = \"ZY1\"", "2025-01-01",
                "it has run out, and the finding is reported again"},
       }) {
    const auto& shown_why = why;
    CAPTURE(shown_why);
    const Judged judged = judge(waiver(check, rest), today);
    CHECK_FALSE(judged.waived);
    REQUIRE(judged.unused.size() == 1);
    CHECK(judged.unused[0] == "w.toml:2: the waiver of " + std::string(check) +
                                  " (until 2024-12-31) was not used: " + std::string(why));
  }
  const std::string off = waiver("test-fine", "chart = \"ZY1\"") +
                          "\n[check.test-fine]\nseverity "
                          "= \"off\"\n";
  CHECK(judge(off).unused[0].ends_with("the check did not judge the chart"));
}

TEST_CASE("waivers of charts that were not run are named a few times, then counted") {
  std::string text = waiver("test-late", "chart = \"ZY1\"");
  for (int i = 0; i < 5; ++i) {
    text +=
        "\n[[waiver]]\ncheck = \"test-late\"\nchart = \"ZY9\"\nreason = \"设备故障\"\n"
        "by = \"李四\"\nuntil = 2024-12-31\n";
  }
  const std::vector<std::string> unused = judge(text).unused;
  REQUIRE(unused.size() == 4);
  CHECK(unused[0].ends_with("the run had no such chart"));
  CHECK(unused[3] == "2 more waivers name charts that the run did not have");
}

}  // namespace
}  // namespace emrlint

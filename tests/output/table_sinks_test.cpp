// SPDX-License-Identifier: Apache-2.0
// The sample run as CSV, XLSX, JUnit XML and FHIR.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <map>
#include <pugixml.hpp>

#include "output/sample_run.h"
#include "output/xlsx_support.h"
#include "output/xml_text.h"

namespace emrlint {
namespace {

OutputOptions english() {
  OutputOptions options;
  options.lang = Lang::kEn;
  return options;
}

TEST_CASE("CSV: a row for each outcome, masked, with the mark of UTF-8") {
  const std::string csv = SampleRun().write(make_csv_sink, {});
  CHECK(csv == golden("findings.csv"));
  CHECK(csv.starts_with("\xEF\xBB\xBF病历,姓名,"));
  CHECK(csv.find("张三") == csv.npos);
}

TEST_CASE("CSV: what a spreadsheet would compute is defused, what has to be is quoted") {
  Batch batch;
  for (const char* text : {"=1+1", "＋1", "-2", "@a", "a,\"b\"", "a=b"}) {
    batch.problems.push_back({.id = "x", .zh = text, .en = text, .uri = "u"});
  }
  std::ostringstream out;
  const Catalog catalog;
  const auto sink = make_csv_sink(out, catalog, {});
  sink->batch(batch, {});
  const std::string csv = out.str();
  for (const char* cell :
       {",'=1+1,", ",'＋1,", ",'-2,", ",'@a,", ",\"a,\"\"b\"\"\",", ",a=b,"}) {
    CAPTURE(cell);
    CHECK(csv.find(cell) != csv.npos);
  }
}

TEST_CASE("XLSX: the rows of the CSV, then the counts of the run") {
  const std::vector<BookSheet> sheets = read_workbook(SampleRun().write(make_xlsx_sink, english()));
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].name == "Findings");
  CHECK(sheets[0].rows.size() == 1 + 5);
  const std::vector<std::string>& finding = sheets[0].rows[2];
  CHECK(finding[0] == "ZY1");
  CHECK(finding[1] == "***");
  CHECK(finding[4] == "入院记录");
  CHECK(finding[5] == "finding");
  CHECK(finding[6] == "error");
  CHECK(finding[9] == "The history of *** was written after 2024-03-01 09:12.");
  CHECK(finding[14] == "7");
  CHECK(sheets[1].name == "Totals");
  CHECK(sheets[1].rows[0] == std::vector<std::string>{"Charts", "1"});
  CHECK(sheets[2].rows[1] == std::vector<std::string>{"sample-check",
                                                      "The history is written in time", "0", "2",
                                                      "1", "1"});
}

TEST_CASE("JUnit: a suite for each chart, a case for each check") {
  CHECK(SampleRun().write(make_junit_sink, {}) == golden("junit.xml"));
  pugi::xml_document document;
  const std::string xml = SampleRun().write(make_junit_sink, english());
  REQUIRE(document.load_string(xml.c_str()));
  const pugi::xml_node suites = document.child("testsuites");
  const pugi::xml_node unread = suites.child("testsuite");
  CHECK(std::string(unread.child("testcase").child("error").attribute("type").value()) ==
        "xml-syntax");
  const pugi::xml_node chart = unread.next_sibling("testsuite");
  CHECK(std::string(chart.attribute("failures").value()) == "1");
  const pugi::xml_node failure = chart.child("testcase").child("failure");
  CHECK(std::string(failure.attribute("type").value()) == "error");
  CHECK(std::string(failure.text().get()).find("[sample-check/found]\n") != std::string::npos);
}

TEST_CASE("JUnit: what is undecided is skipped, and what passed has nothing inside") {
  static constexpr MessageInfo kMessage{"m", "不合格。", "It fails."};
  const auto run = [](const Chart&, const Options&, Report&) {};
  Catalog catalog;
  const std::array<Check, 2> checks{
      Check{.info = {.id = "sample-open", .messages = {&kMessage, 1}}, .run = run},
      Check{.info = {.id = "sample-pass", .messages = {&kMessage, 1}}, .run = run}};
  for (const Check& check : checks) REQUIRE_FALSE(catalog.add_native(check, "test"));
  Batch batch;
  batch.sites.push_back({.uri = "a.json"});
  ChartReport report;
  report.key = "A<1>";
  report.tallies = {{.pass = 1, .undecided = 1}, {.pass = 2}};
  Finding& finding = report.findings.emplace_back();
  finding.outcome = {.kind = OutcomeKind::kUndecided,
                     .message_id = "x",
                     .zh = "医嘱",
                     .en = "orders",
                     .span = {Batch::kSites, 0, 0}};
  std::ostringstream out;
  const auto sink = make_junit_sink(out, catalog, english());
  sink->begin();
  sink->batch(batch, {report});
  sink->end({});
  CHECK(out.str().find("<testsuite name=\"A&lt;1&gt;\" tests=\"2\" failures=\"0\" errors=\"0\" "
                       "skipped=\"1\">") != std::string::npos);
  CHECK(out.str().find("<skipped message=\"This cannot be judged; missing is orders.\"/>") !=
        std::string::npos);
  CHECK(out.str().find("name=\"sample-pass\"/>") != std::string::npos);
}

TEST_CASE("FHIR: a bundle of outcomes, one for each chart and unread input") {
  const std::string text = SampleRun().write(make_fhir_sink, {});
  CHECK(text == golden("fhir.json"));
  rapidjson::Document bundle;
  bundle.Parse(text.c_str());
  REQUIRE_FALSE(bundle.HasParseError());
  CHECK(std::string(bundle["resourceType"].GetString()) == "Bundle");
  const auto& entries = bundle["entry"];
  REQUIRE(entries.Size() == 2);
  std::map<std::string, int> codes;
  for (const auto& issue : entries[1]["resource"]["issue"].GetArray()) {
    ++codes[issue["code"].GetString()];
  }
  CHECK(codes ==
        std::map<std::string, int>{{"business-rule", 1}, {"incomplete", 1}, {"informational", 2}});
}

TEST_CASE(
    "FHIR: a chart with nothing to say has an issue that says so; a run without, no entries") {
  const Catalog catalog;
  const Chart chart;
  ChartReport report;
  report.chart = &chart;
  report.key = "A1";
  report.tallies = {{.pass = 3}};
  std::ostringstream out;
  const auto sink = make_fhir_sink(out, catalog, english());
  sink->begin();
  sink->batch({}, {report});
  sink->end({});
  CHECK(out.str().find("\"text\":\"no finding: 3 judgements passed\"") != std::string::npos);
  std::ostringstream empty;
  const auto none = make_fhir_sink(empty, catalog, english());
  none->begin();
  none->end({});
  CHECK(empty.str() ==
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"language\":\"en\"}\n");
}

TEST_CASE("XML: markup and what XML has no characters for") {
  std::string out;
  append_xml(out, "a<b>&\"c\x01\xFF\xEF\xBF\xBF病\n");
  CHECK(out == "a&lt;b&gt;&amp;&quot;c\uFFFD\uFFFD\uFFFD病&#10;");
}

}  // namespace
}  // namespace emrlint

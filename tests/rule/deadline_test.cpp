// SPDX-License-Identifier: Apache-2.0
#include "rule/rule_fixture.h"

namespace emrlint {
namespace {

constexpr std::string_view kAdmission = R"(
event = "admission"
document = ["admission-record"]
limit = "24h"
unless = ["admission-discharge-24h"]
applies = { inpatient = true }
)";

constexpr std::string_view kOperation = R"(
event = "surgery-end"
document = ["operation-record"]
limit = "24h"
)";

TEST_CASE("deadline: completed in time, late, and what the sentence says") {
  const Catalog catalog = catalog_with("deadline", kAdmission);
  struct Case {
    std::string_view completed, line;
  };
  for (const auto& [completed, line] :
       {Case{"2024-03-02 09:00", "pass chart"},
        Case{"2024-03-02 09:01",
             "fail chart late: admission record was completed at 2024-03-02 09:01; admission was "
             "at 2024-03-01 09:00, the limit is 24 h (until 2024-03-02 09:00): 1 min late."},
        Case{"2024-03-01", "pass chart"}, Case{"2024-03-02", "undecided chart clock-time"},
        Case{"", "undecided chart completion-time"}}) {
    CAPTURE(completed);
    Chart chart = stay("2024-03-01 09:00");
    add_document(chart, DocType::kAdmissionRecord, completed);
    CHECK(outcomes(catalog, chart) == Lines{std::string(line)});
  }
}

TEST_CASE("deadline: no document") {
  const Catalog catalog = catalog_with("deadline", kAdmission);
  Chart chart = stay("2024-03-01 09:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail chart missing: admission was at 2024-03-01 09:00; admission record was to be "
              "completed within 24 h (until 2024-03-02 09:00) and is not in the chart."});
  Clock clock{at("2024-03-01 20:00"), Stage::kRunning};
  CHECK(outcomes(catalog, chart, clock) ==
        Lines{"due chart due: admission was at 2024-03-01 09:00; admission record is to be "
              "completed within 24 h, by 2024-03-02 09:00."});
  CHECK(outcomes(catalog, chart, {std::nullopt, Stage::kRunning}) ==
        Lines{"undecided chart as-of"});
  chart.complete = false;
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart rest-of-chart"});
  chart.complete = true;
  add_document(chart, DocType::kAdmissionDischarge24h, "2024-03-02 09:00");
  CHECK(outcomes(catalog, chart).empty());
}

TEST_CASE("deadline: what is not known is named") {
  const Catalog catalog = catalog_with("deadline", kAdmission);
  Chart chart = stay("2024-03-01 09:00");
  add_document(chart, DocType::kAdmissionRecord, "2024-03-01 10:00");
  chart.encounter.admitted = {};
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart admission-time"});
  chart.encounter.kind.value = EncounterKind::kUnknown;
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart encounter-kind"});
  chart.encounter.kind.value = EncounterKind::kOutpatient;
  CHECK(outcomes(catalog, chart).empty());
}

TEST_CASE("deadline: a lone document is judged when its event is known") {
  const Catalog catalog = catalog_with("deadline", kAdmission);
  Chart chart = stay("2024-03-01 09:00");
  chart.complete = false;
  add_document(chart, DocType::kAdmissionRecord, "2024-03-01 10:00");
  CHECK(outcomes(catalog, chart) == Lines{"pass chart"});
}

TEST_CASE("deadline: each surgery has its own record") {
  const Catalog catalog = catalog_with("deadline", kOperation);
  Chart chart = stay("2024-03-01 09:00");
  add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  add_surgery(chart, "s2", "2024-03-05 09:00", "");
  add_document(chart, DocType::kOperationRecord, "2024-03-02 13:00").surgeries = {0};
  add_document(chart, DocType::kOperationRecord, "2024-03-05 13:00").surgeries = {1};
  CHECK(outcomes(catalog, chart) == Lines{"pass surgery/s1", "undecided surgery/s2 surgery-end"});
  chart.documents[0].surgeries.clear();
  CHECK(outcomes(catalog, chart) ==
        Lines{"undecided surgery/s1 document-link", "undecided surgery/s2 surgery-end"});
}

TEST_CASE("deadline: documents fall to the event that they follow") {
  const Catalog catalog = catalog_with(
      "deadline", "event = \"rescue-end\"\ndocument = \"rescue-record\"\nlimit = \"6h\"\n");
  Chart chart = stay("2024-03-01 09:00");
  for (const char* end : {"2024-03-02 10:00", "2024-03-03 10:00"}) {
    Rescue& rescue = chart.rescues.emplace_back();
    rescue.id.value = end;
    rescue.end = Located<Time>{at(end), {}};
    rescue.span.file = 1;
  }
  add_document(chart, DocType::kRescueRecord, "2024-03-02 12:00");
  add_document(chart, DocType::kRescueRecord, "2024-03-03 12:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"pass rescue/2024-03-02 10:00", "pass rescue/2024-03-03 10:00"});
}

TEST_CASE("deadline: before an event") {
  const Catalog catalog = catalog_with(
      "deadline", "event = \"surgery-start\"\ndocument = \"preop-summary\"\nbefore = true\n");
  Chart chart = stay("2024-03-01 09:00");
  add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail surgery/s1 missing: the start of the surgery was at 2024-03-02 09:00; "
              "preoperative summary was to be completed before and is not in the chart."});
  add_document(chart, DocType::kPreopSummary, "2024-03-02 10:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail surgery/s1 after: preoperative summary was completed at 2024-03-02 10:00, "
              "after the start of the surgery (2024-03-02 09:00)."});
  add_document(chart, DocType::kPreopSummary, "2024-03-01 10:00");
  CHECK(outcomes(catalog, chart) == Lines{"pass surgery/s1"});
}

TEST_CASE("deadline: titles and words of the documents that count") {
  const Catalog catalog = catalog_with("deadline", R"(
event = "admission"
document = "senior-round-note"
titles = ["attending", "chief"]
mentions = ["查房"]
limit = "48h"
applies = { min_stay = "48h" }
)");
  Chart chart = stay("2024-03-01 09:00", "2024-03-09 09:00");
  Document& note = add_document(chart, DocType::kSeniorRoundNote, "2024-03-02 09:00");
  note.author.name.value = "李四";
  add_section(note, SectionType::kCourse, "查房：病情平稳");
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart title"});
  note.author.title = Title::kAttending;
  CHECK(outcomes(catalog, chart) == Lines{"pass chart"});
  note.texts[0].value = "病情平稳";
  CHECK(outcomes(catalog, chart)[0].starts_with("fail chart missing"));
  chart.encounter.discharged = {};
  chart.encounter.discharged.add({at("2024-03-02 09:00"), {}, Origin::kChartData});
  CHECK(outcomes(catalog, chart).empty());
}

TEST_CASE("deadline: the limit is an option, and the timeline points") {
  const Catalog catalog = catalog_with("deadline", kAdmission);
  Chart chart = stay("2024-03-01 09:00");
  add_document(chart, DocType::kAdmissionRecord, "2024-03-02 12:00");
  CHECK(outcomes(catalog, chart, {}, Options({{"limit", Duration(36 * 60)}})) ==
        Lines{"pass chart"});
  Report report;
  catalog.entries().front().run(chart, {}, report);
  const Outcome& outcome = report.outcomes().at(0);
  CHECK(outcome.span == Span{0, 50, 60});
  CHECK(outcome.timeline);
  REQUIRE(outcome.notes.size() == 3);
  CHECK(outcome.notes[0].span == Span{0, 10, 20});
}

TEST_CASE("deadline: another has to report that the document is missing") {
  const Catalog catalog =
      catalog_with("deadline", std::string(kOperation) + "missing = \"leave\"\n");
  Chart chart = stay("2024-03-01 09:00");
  add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  CHECK(outcomes(catalog, chart).empty());
}

TEST_CASE("deadline: an event whose source was not loaded is undecided") {
  const Catalog catalog = catalog_with(
      "deadline", "event = \"handover\"\ndocument = \"handover-record\"\nlimit = \"24h\"\n");
  Chart chart = stay("2024-03-01 09:00");
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart source-handovers"});
  chart.sources.add(Source::kHandovers);
  CHECK(outcomes(catalog, chart).empty());
}

}  // namespace
}  // namespace emrlint

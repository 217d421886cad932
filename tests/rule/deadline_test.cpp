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
    const auto& shown_completed = completed;
    CAPTURE(shown_completed);
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

TEST_CASE("deadline: absence is reported here only under its own conditions") {
  const Catalog catalog = catalog_with("deadline", R"(
event = "admission"
document = "admission-record"
limit = "24h"
missing_when = { min_stay = "24h" }
)");
  Chart chart = stay("2024-03-01 09:00", "2024-03-01 20:00");
  CHECK(outcomes(catalog, chart).empty());
  add_document(chart, DocType::kAdmissionRecord, "2024-03-02 10:00");
  CHECK(outcomes(catalog, chart)[0].starts_with("fail chart late"));
  chart = stay("2024-03-01 09:00", "2024-03-02 20:00");
  CHECK(outcomes(catalog, chart)[0].starts_with("fail chart missing"));
}

TEST_CASE("deadline: each side of a transfer has its record") {
  const std::string keys = "event = \"transfer\"\ndocument = \"transfer-record\"\n";
  const Catalog out = catalog_with("deadline", keys + "half = \"out\"\nbefore = true\n");
  const Catalog in = catalog_with("deadline", keys + "half = \"in\"\nlimit = \"24h\"\n");
  Chart chart = stay("2024-03-01 09:00");
  for (const char* when : {"2024-03-02 10:00", "2024-03-05 10:00"}) {
    Transfer& transfer = chart.transfers.emplace_back();
    transfer.id.value = std::string_view(when).substr(0, 10);
    transfer.at = Located<Time>{at(when), {}};
    transfer.span.file = 1;
  }
  add_document(chart, DocType::kTransferRecord, "2024-03-02 09:00").title.value = "转出记录";
  add_document(chart, DocType::kTransferRecord, "2024-03-02 16:00").title.value = "转入记录";
  add_document(chart, DocType::kTransferRecord, "2024-03-05 11:00").title.value = "转出记录";
  const Lines outs = outcomes(out, chart);
  REQUIRE(outs.size() == 2);
  CHECK(outs[0] == "pass transfer/2024-03-02");
  CHECK(outs[1].starts_with("fail transfer/2024-03-05 after"));
  const Lines ins = outcomes(in, chart);
  REQUIRE(ins.size() == 2);
  CHECK(ins[0] == "pass transfer/2024-03-02");
  CHECK(ins[1].starts_with("fail transfer/2024-03-05 missing"));
  chart.documents[2].title.value = "转科记录";
  CHECK(outcomes(in, chart)[1] == "undecided transfer/2024-03-05 record-half");
}

TEST_CASE("deadline: a late record does not fail while another one may have met the limit") {
  const Catalog catalog = catalog_with("deadline", R"(
event = "admission"
document = "senior-round-note"
titles = ["attending"]
limit = "48h"
)");
  Chart chart = stay("2024-03-01 09:00");
  add_document(chart, DocType::kSeniorRoundNote, "2024-03-02 09:00").author.name.value = "李四";
  Document& late = add_document(chart, DocType::kSeniorRoundNote, "2024-03-05 09:00");
  late.author.name.value = "王五";
  late.author.title = Title::kAttending;
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart title"});
  chart.documents[0].completed->value = at("2024-03-04 09:00");
  CHECK(outcomes(catalog, chart)[0].starts_with("fail chart late"));
}

TEST_CASE("deadline: data of a front page without its document leave the limit open") {
  const Catalog catalog = catalog_with(
      "deadline", "event = \"discharge\"\ndocument = \"front-page\"\nlimit = \"24h\"\n");
  Chart chart = stay("2024-03-01 09:00", "2024-03-05 09:00");
  CHECK(outcomes(catalog, chart)[0].starts_with("fail chart missing"));
  chart.sources.add(Source::kFrontPage);
  CHECK(outcomes(catalog, chart) == Lines{"undecided chart completion-time"});
}

TEST_CASE("deadline: nothing follows a surgery that the patient did not survive") {
  const Catalog catalog = catalog_with("deadline", R"(
event = "surgery-end"
document = "postop-first-note"
limit = "2h"
applies = { survived = true }
)");
  Chart chart = stay("2024-03-01 09:00");
  add_surgery(chart, "s1", "2024-03-02 09:00", "2024-03-02 11:00");
  chart.encounter.died.add({at("2024-03-02 11:00"), {}, Origin::kChartData});
  CHECK(outcomes(catalog, chart).empty());
  chart.encounter.died = {};
  chart.encounter.died.add({at("2024-03-04 11:00"), {}, Origin::kChartData});
  CHECK(outcomes(catalog, chart)[0].starts_with("fail surgery/s1 missing"));
}

}  // namespace
}  // namespace emrlint

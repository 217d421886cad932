// SPDX-License-Identifier: Apache-2.0
// FHIR R4: what resources state reaches the model with its place, whatever they come in.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "reader/input.h"
#include "reader/read_support.h"

namespace emrlint {
namespace {

using namespace read_test;

std::string with_type(const std::string& type) {
  std::string text = file_text("fixtures/formats/fhir/collection.json");
  const std::string from = "\"type\": \"collection\"";
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), "\"type\": \"" + type + "\"");
}

// Somebody is found where he is referred to, not at his entry among the staff.
void check_person(const Batch& batch, const Person& person, std::string_view name,
                  std::string_view reference) {
  check_text(batch, person.name, name, reference);
}

TEST_CASE("FHIR: patient, stay and staff reach the model") {
  const Batch batch = read_fixture("fhir/collection.json");
  CHECK(batch.problems.empty());
  REQUIRE(batch.charts.size() == 1);
  const Chart& chart = batch.charts.front();
  check_text(batch, chart.patient.id, "MR-5");
  CHECK(chart.patient.name.value == "Testa Sampleson");
  CHECK(chart.patient.sex.value == Sex::kFemale);
  CHECK(cut(batch, chart.patient.sex.span) == "female");
  check_time(batch, chart.patient.birth, "1961-12-03");
  check_text(batch, chart.encounter.id, "V-2024-9");
  CHECK(chart.encounter.kind.value == EncounterKind::kInpatient);
  CHECK(cut(batch, chart.encounter.kind.span) == "IMP");
  check_time(batch, chart.encounter.admitted, "2024-03-04T09:00:00Z");
  check_time(batch, chart.encounter.discharged, "2024-03-07T11:00:00Z");
  CHECK(chart.encounter.disposition.value == Disposition::kHome);
  check_person(batch, chart.encounter.attending, "Bea Chief", "Practitioner/d2");
  check_text(batch, chart.institution.name, "Sample Hospital");
}

TEST_CASE("FHIR: a Composition is a document") {
  const Batch batch = read_fixture("fhir/collection.json");
  REQUIRE(batch.charts.size() == 1);
  REQUIRE(batch.charts.front().documents.size() == 1);
  const Document& document = batch.charts.front().documents.front();
  CHECK(document.format == Format::kFhir);
  CHECK(document.type == DocType::kOperationRecord);
  check_text(batch, document.id, "n1");
  check_text(batch, document.type_code, "11504-8");
  check_text(batch, document.title, "Operative \"note\"", "Operative \\\"note\\\"");
  check_time(batch, document.recorded, "2024-03-05T15:20:00Z");
  check_person(batch, document.author, "Ada Cutter", "Practitioner/d1");
  REQUIRE(document.signatures.size() == 1);
  check_person(batch, document.signatures[0].person, "Bea Chief", "Practitioner/d2");
  check_time(batch, document.signatures[0].at, "2024-03-05T17:00:00Z");
  CHECK(joined(document, SectionType::kOperationCourse) ==
        "The appendix was removed.|Counts correct.");
  for (const Text& text : document.texts) check_text(batch, text, text.value);
}

TEST_CASE("FHIR: diagnoses and procedures reach the model") {
  const Batch batch = read_fixture("fhir/collection.json");
  REQUIRE(batch.charts.size() == 1);
  const Chart& chart = batch.charts.front();
  REQUIRE(chart.diagnoses.size() == 1);  // Not what was refuted.
  CHECK(chart.diagnoses[0].role == DiagnosisRole::kDischargePrincipal);
  check_text(batch, chart.diagnoses[0].code, "K35.8");
  check_text(batch, chart.diagnoses[0].name, "Acute appendicitis");
  REQUIRE(chart.surgeries.size() == 1);
  check_text(batch, chart.surgeries[0].code, "80146002");
  check_text(batch, chart.surgeries[0].name, "Appendectomy");
  check_time(batch, chart.surgeries[0].start, "2024-03-05T14:00:00Z");
  check_time(batch, chart.surgeries[0].end, "2024-03-05T15:05:00Z");
  check_person(batch, chart.surgeries[0].surgeon, "Ada Cutter", "Practitioner/d1");
}

TEST_CASE("FHIR: orders and results reach the model") {
  const Batch batch = read_fixture("fhir/collection.json");
  REQUIRE(batch.charts.size() == 1);
  const Chart& chart = batch.charts.front();
  check_cefazolin(batch, chart);
  check_text(batch, chart.orders[0].route, "intravenous");
  check_time(batch, chart.orders[0].start, "2024-03-05T13:30:00Z");
  check_person(batch, chart.orders[0].by, "Ada Cutter", "Practitioner/d1");
  check_blood_count(batch, chart);
  CHECK(chart.results[0].kind.value == "lab");
  check_time(batch, chart.results[0].collected, "2024-03-05T11:00:00Z");
  check_time(batch, chart.results[0].reported, "2024-03-05T12:00:00Z");
}

TEST_CASE("FHIR: Bundles of each type are read alike") {
  for (const char* type : {"collection", "document", "transaction", "batch", "searchset"}) {
    CAPTURE(type);
    const Batch batch = read_text(with_type(type));
    CHECK(batch.problems.empty());
    REQUIRE(batch.charts.size() == 1);
    const Chart& chart = batch.charts.front();
    CHECK(chart.encounter.id.value == "V-2024-9");
    CHECK(chart.documents.size() == 1);
    CHECK(chart.diagnoses.size() == 1);
    CHECK(chart.surgeries.size() == 1);
    CHECK(chart.orders.size() == 1);
    CHECK(chart.results.size() == 1);
  }
}

TEST_CASE("FHIR: a time that an error cut off is not an empty one") {
  const std::string text = file_text("fixtures/charts/elective-surgery-fhir/bundle.json");
  const std::size_t held = text.find("urn:emrlint:held");
  REQUIRE(held != std::string::npos);
  const std::string_view value = "\"valueDateTime\": \"20";
  const std::size_t at = text.find(value, held);
  REQUIRE(at != std::string::npos);
  const Batch batch = read_text(text.substr(0, at + value.size()));
  REQUIRE(batch.charts.size() == 1);
  for (const Document& document : batch.charts.front().documents) {
    for (const RawTime& time : document.raw_times) CHECK_MESSAGE(time.valid, time.what);
  }
}

TEST_CASE("FHIR: a single resource is read, or said to be no record") {
  const Batch batch = read_fixture("fhir/single-encounter.json");
  CHECK(batch.problems.empty());
  REQUIRE(batch.charts.size() == 1);
  const Chart& chart = batch.charts.front();
  CHECK(chart.encounter.kind.value == EncounterKind::kOutpatient);
  check_text(batch, chart.patient.id, "p9");
  check_text(batch, chart.patient.name, "Testa Sampleson");

  const Batch other = read_fixture("fhir/single-patient.json");
  CHECK(other.charts.empty());
  REQUIRE(other.problems.size() == 1);
  CHECK(other.problems[0].kind == Problem::Kind::kNotARecord);
  CHECK(other.problems[0].id == "fhir-no-chart");
  CHECK(cut(other, other.problems[0].where) == "Patient");
}

TEST_CASE("FHIR: references that lead in a circle end") {
  const Batch batch = read_fixture("fhir/loops.json");
  CHECK(batch.charts.size() == 2);  // Each encounter of the circle for itself.
  REQUIRE(batch.problems.size() == 2);
  for (const Problem& problem : batch.problems) {
    CHECK(problem.id == "fhir-reference-loop");
    CHECK(cut(batch, problem.where).find("partOf") != std::string_view::npos);
  }
  std::size_t documents = 0;
  for (const Chart& chart : batch.charts) {
    for (const Document& document : chart.documents) {
      ++documents;
      CHECK(document.elements.size() == 2);  // Each observation of the circle once.
    }
  }
  CHECK(documents == 1);
}

TEST_CASE("FHIR: a bulk folder is one record whose references lead across files") {
  Inputs inputs({.paths = {"fixtures/formats/fhir/bulk"}, .stdin_filename = "", .limits = {}});
  std::optional<WorkUnit> unit = inputs.next();
  REQUIRE(unit);
  const Batch batch = read_unit(std::move(*unit), Limits{});
  CHECK(!inputs.next());
  CHECK(batch.problems.empty());
  REQUIRE(batch.charts.size() == 2);
  for (const Chart& chart : batch.charts) {
    CAPTURE(chart.encounter.id.value);
    const bool first = chart.encounter.id.value == "e1";
    check_text(batch, chart.patient.name, first ? "Testa Sampleson" : "Otto Example");
    REQUIRE(chart.diagnoses.size() == 1);
    check_text(batch, chart.diagnoses[0].name, first ? "Acute appendicitis" : "Common cold");
    CHECK(chart.diagnoses[0].name.span.file != chart.patient.name.span.file);
  }
}

TEST_CASE("FHIR: everybody of a chart's staff is listed once") {
  const Batch batch = read_text(
      R"({"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Encounter","id":"e","status":"finished"}},
        {"resource":{"resourceType":"Practitioner","id":"a","name":[{"text":"Ada Cutter"}],
          "identifier":[{"value":"D-1"}]}},
        {"resource":{"resourceType":"Practitioner","id":"b","name":[{"text":"Ada Cutter"}],
          "identifier":[{"value":"D-1"}]}},
        {"resource":{"resourceType":"Practitioner","id":"c","name":[{"text":"Bea Chief"}]}}]})");
  REQUIRE(batch.charts.size() == 1);
  const std::vector<Person>& staff = batch.charts.front().staff;
  REQUIRE(staff.size() == 2);
  check_text(batch, staff[0].id, "D-1");
  check_text(batch, staff[1].id, "c");
}

TEST_CASE("FHIR: what a resource contains is found in it alone") {
  const Batch batch = read_text(
      R"({"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Encounter","id":"e","status":"finished"}},
        {"resource":{"resourceType":"DiagnosticReport","id":"r1","code":{"text":"first"},
          "encounter":{"reference":"Encounter/e"},"category":[{"coding":[{"code":"LAB"}]}],
          "contained":[{"resourceType":"Observation","id":"i","code":{"text":"a"}},
                       {"resourceType":"Observation","id":"i","code":{"text":"again"}}],
          "result":[{"reference":"#i"},{"reference":"#j"}]}},
        {"resource":{"resourceType":"DiagnosticReport","id":"r2","code":{"text":"second"},
          "encounter":{"reference":"Encounter/e"},"category":[{"coding":[{"code":"LAB"}]}],
          "contained":[{"resourceType":"Observation","id":"j","code":{"text":"b"}}],
          "result":[{"reference":"#i"},{"reference":"#j"}]}}]})");
  REQUIRE(batch.charts.size() == 1);
  const std::vector<TestResult>& results = batch.charts.front().results;
  REQUIRE(results.size() == 2);
  for (const TestResult& result : results) {
    CAPTURE(result.name.value);
    REQUIRE(result.items.size() == 1);
    CHECK(result.items[0].name.value == (result.name.value == "first" ? "a" : "b"));
  }
}

}  // namespace
}  // namespace emrlint

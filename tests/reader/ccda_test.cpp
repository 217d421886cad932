// SPDX-License-Identifier: Apache-2.0
// C-CDA and plain CDA R2: what a document states reaches the model with its place.
#include <doctest/doctest.h>

#include <string>

#include "reader/read_support.h"
#include "source/utf8.h"

namespace emrlint {
namespace {

using namespace read_test;

TEST_CASE("C-CDA: the header reaches the model") {
  const Batch batch = read_fixture("ccda/operative-note.xml");
  CHECK(batch.problems.empty());
  REQUIRE(batch.charts.size() == 1);
  const Chart& chart = batch.charts.front();
  CHECK(chart.realm == Realm::kOther);
  check_text(batch, chart.patient.id, "P-77");
  check_text(batch, chart.patient.name, "Testa Sampleson", "Testa</given><family>Sampleson");
  CHECK(chart.patient.sex.value == Sex::kFemale);
  CHECK(cut(batch, chart.patient.sex.span) == "F");
  check_time(batch, chart.patient.birth, "19611203");
  check_text(batch, chart.institution.id, "H-1");
  check_text(batch, chart.institution.name, "Sample & Example Hospital",
             "Sample &amp; Example Hospital");
  check_text(batch, chart.encounter.id, "V-2024-9");
  CHECK(chart.encounter.kind.value == EncounterKind::kInpatient);
  CHECK(cut(batch, chart.encounter.kind.span) == "IMP");
  check_time(batch, chart.encounter.admitted, "20240304090000+0000");
  check_time(batch, chart.encounter.discharged, "20240307110000+0000");
  check_text(batch, chart.encounter.attending.name, "Bea Chief");
}

TEST_CASE("C-CDA: document, author and signers reach the model") {
  const Batch batch = read_fixture("ccda/operative-note.xml");
  REQUIRE(batch.charts.size() == 1);
  const Document& document = batch.charts.front().documents.front();
  CHECK(document.format == Format::kCcda);
  CHECK(document.type == DocType::kOperationRecord);
  check_text(batch, document.id, "OP-1");
  check_text(batch, document.type_code, "11504-8");
  check_text(batch, document.template_id, "2.16.840.1.113883.10.20.22.1.7");
  check_text(batch, document.title, "Operative Note");
  check_time(batch, document.recorded, "20240305152000+0000");
  check_time(batch, document.generated, "20240305160000+0000");
  check_text(batch, document.author.id, "D-1");
  CHECK(document.author.name.value == "Ada Cutter");
  REQUIRE(document.signatures.size() == 2);
  check_text(batch, document.signatures[0].person.name, "Bea Chief");
  check_time(batch, document.signatures[0].at, "20240305170000+0000");
  check_text(batch, document.signatures[1].person.id, "D-1");
  check_time(batch, document.signatures[1].at, "20240305163000+0000");
  CHECK(cut(batch, document.signatures[1].span).starts_with("<authenticator>"));
}

TEST_CASE("C-CDA: sections with their texts reach the model") {
  const Batch batch = read_fixture("ccda/operative-note.xml");
  REQUIRE(batch.charts.size() == 1);
  const Document& document = batch.charts.front().documents.front();
  CHECK(joined(document, SectionType::kOperationCourse) ==
        "The appendix was inflamed & removed.|Counts|correct");
  const Section& course = *document.section(SectionType::kOperationCourse);
  check_text(batch, course.code, "29554-3");
  check_text(batch, course.title, "Procedure Description");
  check_text(batch, document.text_of(course).front(), "The appendix was inflamed & removed.",
             "The appendix was inflamed &amp; removed.");
  for (const Text& text : document.texts) {
    if (text.value.find('&') == std::string_view::npos) check_text(batch, text, text.value);
  }
}

TEST_CASE("C-CDA: diagnoses, procedures and the operation reach the model") {
  const Batch batch = read_fixture("ccda/operative-note.xml");
  REQUIRE(batch.charts.size() == 1);
  const Chart& chart = batch.charts.front();
  REQUIRE(chart.diagnoses.size() == 1);  // Not the status of the problem.
  CHECK(chart.diagnoses[0].role == DiagnosisRole::kPreop);
  check_text(batch, chart.diagnoses[0].code, "85189001");
  check_text(batch, chart.diagnoses[0].name, "Acute appendicitis");
  check_text(batch, chart.diagnoses[0].code_system, "2.16.840.1.113883.6.96");
  REQUIRE(chart.procedures.size() == 1);  // Not the one that is planned.
  check_text(batch, chart.procedures[0].code, "80146002");
  check_text(batch, chart.procedures[0].name, "Appendectomy");
  check_time(batch, chart.procedures[0].at, "202403051400+0000");
  REQUIRE(chart.surgeries.size() == 1);
  check_text(batch, chart.surgeries[0].code, "80146002");
  check_text(batch, chart.surgeries[0].name, "Appendectomy");
  check_time(batch, chart.surgeries[0].start, "20240305140000+0000");
  check_time(batch, chart.surgeries[0].end, "20240305150500+0000");
  check_text(batch, chart.surgeries[0].surgeon.id, "D-1");
}

TEST_CASE("C-CDA: orders, results and vital signs reach the model") {
  const Batch batch = read_fixture("ccda/operative-note.xml");
  REQUIRE(batch.charts.size() == 1);
  const Chart& chart = batch.charts.front();
  check_cefazolin(batch, chart);
  check_text(batch, chart.orders[0].route, "INTRAVENOUS");
  check_time(batch, chart.orders[0].start, "202403051330+0000");
  check_blood_count(batch, chart);
  check_time(batch, chart.results[0].collected, "202403051100+0000");
  check_text(batch, chart.results[0].items[0].flag, "N");
  REQUIRE(chart.observations.size() == 1);
  check_text(batch, chart.observations[0].name, "Heart rate");
  check_text(batch, chart.observations[0].value, "88");
  check_time(batch, chart.observations[0].at, "202403051050+0000");
}

TEST_CASE("plain CDA: namespace prefixes, own codes with known titles, sections in sections") {
  const Batch batch = read_fixture("ccda/plain.xml");
  CHECK(batch.problems.empty());
  REQUIRE(batch.charts.size() == 1);
  const Chart& chart = batch.charts.front();
  const Document& document = chart.documents.front();
  CHECK(chart.realm == Realm::kOther);
  CHECK(document.format == Format::kCda);
  CHECK(document.type == DocType::kProgressNote);
  check_text(batch, chart.patient.name, "Muster Person");
  CHECK(chart.patient.sex.value == Sex::kMale);
  check_text(batch, document.author.name, "Muster Arzt");
  check_time(batch, document.recorded, "202403061015+0100");
  CHECK(document.signatures.empty());
  CHECK(joined(document, SectionType::kChiefComplaint) == "Cough for three days.");
  CHECK(joined(document, SectionType::kAssessment) == "Common cold.");
}

TEST_CASE("C-CDA: a body that is no XML is read as one section") {
  const Batch batch = read_fixture("ccda/text-only.xml");
  CHECK(batch.problems.empty());
  REQUIRE(batch.charts.size() == 1);
  const Document& document = batch.charts.front().documents.front();
  CHECK(document.type == DocType::kDischargeRecord);
  REQUIRE(document.sections.size() == 1);
  REQUIRE(document.texts.size() == 1);
  check_text(batch, document.texts.front(), "Left the hospital well.");
}

TEST_CASE("CDA: what is no document is said to be none") {
  const Batch batch = read_fixture("ccda/not-a-document.xml");
  CHECK(batch.charts.empty());
  REQUIRE(batch.problems.size() == 1);
  CHECK(batch.problems[0].kind == Problem::Kind::kNotARecord);
}

TEST_CASE("C-CDA: a document that breaks off keeps what stands before") {
  const std::string text = file_text("fixtures/formats/ccda/operative-note.xml");
  const std::size_t result = text.find("<interpretationCode");
  const std::size_t behind = text.find("<", text.find("</entry>", result) + 1);
  for (const std::size_t end : {result, behind}) {
    CAPTURE(end);
    const Batch batch = read_text(text.substr(0, end));
    REQUIRE(batch.charts.size() == 1);
    const Chart& chart = batch.charts.front();
    CHECK(chart.documents.front().broken);
    REQUIRE(batch.problems.size() == 1);
    CHECK(batch.problems[0].kind == Problem::Kind::kIncomplete);
    CHECK(chart.surgeries.size() == 1);
    CHECK(chart.orders.size() == 1);
    // One that is half there is none.
    CHECK(chart.results.size() == (end == behind ? 1 : 0));
  }
}

TEST_CASE("CDA: a text that breaks off says nothing") {
  const std::string head =
      "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><recordTarget><patientRole><patient>";
  const auto name_of = [&](const std::string& rest) {
    const Batch batch = read_text(head + rest);
    REQUIRE(batch.charts.size() == 1);
    return std::string(batch.charts.front().patient.name.value);
  };
  CHECK(name_of("<name>张三</name>") == "张三");
  CHECK(name_of("<name>张三<") == "张三");
  CHECK(name_of("<name>张") == "");
  CHECK(name_of("<name><![CDATA[张]]></name>") == "张");
  CHECK(name_of("<name><![CDATA[张") == "");
}

// The XML parser tells the last byte that it looked at, which may stand inside a character.
TEST_CASE("CDA: the place of a syntax error is a whole character") {
  const std::string head = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">";
  for (const std::string broken :
       {"<、", "<title>张</title>、", "<title>张</titl、", "<?、", "&、", "<、a/>"}) {
    CAPTURE(broken);
    const Batch batch = read_text(head + broken);
    REQUIRE(batch.problems.size() == 1);
    CHECK(batch.problems[0].id == "xml-syntax");
    const std::string_view at = cut(batch, batch.problems[0].where);
    CAPTURE(at);
    CHECK(first_invalid_utf8(at) == at.size());
  }
  const Batch batch = read_text(head + "<、");
  REQUIRE(batch.problems.size() == 1);
  CHECK(cut(batch, batch.problems[0].where) == "、");
}

}  // namespace
}  // namespace emrlint

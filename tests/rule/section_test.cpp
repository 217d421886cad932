// SPDX-License-Identifier: Apache-2.0
#include "rule/rule_fixture.h"

namespace emrlint {
namespace {

TEST_CASE("section: all that is missing is one finding") {
  const Catalog catalog = catalog_with("section", R"(
document = "operation-record"
sections = ["operation-course", "preop-diagnosis"]
any_of = [["procedure-name", "procedures"]]
fields = ["bed", "surgeon"]
not = ["[未填写]"]
)");
  Chart chart = stay("2024-03-01 09:00");
  CHECK(outcomes(catalog, chart).empty());
  Document& record = add_document(chart, DocType::kOperationRecord, "2024-03-02 09:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/operation-record/0 missing: operation record lacks: course of the "
              "operation, preoperative diagnosis, name of the procedure, bed, surgeon."});
  add_section(record, SectionType::kOperationCourse, "[未填写] ");
  add_section(record, SectionType::kPreopDiagnosis, "胆囊结石");
  add_section(record, SectionType::kProcedures, "腹腔镜下胆囊切除术");
  record.header.bed.value = "12";
  add_surgery(chart, "s1", "", "").surgeon.name.value = "李四";
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/operation-record/0 missing: operation record lacks: course of the "
              "operation."});
  record.texts[0].value = "麻醉满意后";
  CHECK(outcomes(catalog, chart) == Lines{"pass document/operation-record/0"});
}

TEST_CASE("section: a blank section is pointed at, else the document") {
  const Catalog catalog = catalog_with(
      "section", "document = \"progress-note\"\nsections = [\"course\", \"treatment-plan\"]\n");
  Chart chart = stay("2024-03-01 09:00");
  Document& note = add_document(chart, DocType::kProgressNote);
  note.span = {0, 5, 6};
  Report nothing;
  catalog.entries()[0].run(chart, {}, nothing);
  CHECK(nothing.outcomes()[0].span == Span{0, 5, 6});
  add_section(note, SectionType::kCourse, "\u3000 ");
  Report blank;
  catalog.entries()[0].run(chart, {}, blank);
  CHECK(blank.outcomes()[0].span == Span{0, 70, 71});
}

TEST_CASE("section: a document that could not be read to its end is undecided") {
  const Catalog catalog =
      catalog_with("field", "document = \"progress-note\"\nsections = [\"course\"]\n");
  Chart chart = stay("2024-03-01 09:00");
  add_document(chart, DocType::kProgressNote).broken = true;
  CHECK(outcomes(catalog, chart) == Lines{"undecided document/progress-note/0 rest-of-document"});
}

TEST_CASE("section: a WS/T 500 document is not blamed for what the standard has no place for") {
  const Catalog catalog = catalog_with("section", R"(
document = "postop-first-note"
sections = ["operation-course", "postop-measures"]
any_of = [["surgeon-visit", "lessons"], ["precautions", "lessons"]]
)");
  Chart chart = stay("2024-03-01 09:00");
  Document& note = add_document(chart, DocType::kPostopFirstNote, "2024-03-02 09:00");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/postop-first-note/0 missing: first postoperative note lacks: course "
              "of the operation, postoperative measures, surgeon's preoperative visit, "
              "precautions."});
  note.format = Format::kWs500;
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/postop-first-note/0 missing: first postoperative note lacks: course "
              "of the operation, precautions."});
}

TEST_CASE("section: blanks and punctuation make no difference to a text that counts as none") {
  const Catalog catalog = catalog_with("section", R"(
document = "first-progress-note"
sections = ["treatment-plan"]
not = ["完善检查，对症治疗", "-"]
)");
  Chart chart = stay("2024-03-01 09:00");
  Document& note = add_document(chart, DocType::kFirstProgressNote, "2024-03-01 10:00");
  add_section(note, SectionType::kTreatmentPlan, "");
  const auto passes = [&](std::string_view text) {
    note.texts[0].value = text;
    return outcomes(catalog, chart)[0].starts_with("pass");
  };
  CHECK_FALSE(passes(" 完善检查、对症治疗。"));
  CHECK_FALSE(passes("-"));
  CHECK(passes("完善检查，对症治疗，今日行胸部CT"));
}

TEST_CASE("section: which of several surgeries a record is about decides") {
  const Catalog catalog = catalog_with("section", R"(
document = "operation-record"
fields = ["surgeon", "bed"]
)");
  Chart chart = stay("2024-03-01 09:00");
  Document& record = add_document(chart, DocType::kOperationRecord, "2024-03-02 09:00");
  add_surgery(chart, "s1", "", "");
  add_surgery(chart, "s2", "", "").surgeon.name.value = "李四";
  CHECK(outcomes(catalog, chart) == Lines{"undecided document/operation-record/0 document-link"});
  record.surgeries = {0};
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/operation-record/0 missing: operation record lacks: surgeon, bed."});
  record.surgeries = {0, 1};
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/operation-record/0 missing: operation record lacks: bed."});
}

TEST_CASE("section: length and words") {
  const Catalog catalog = catalog_with("section", R"(
document = "progress-note"
sections = ["course"]
min_chars = 5
words = ["精神", "睡眠"]
)");
  Chart chart = stay("2024-03-01 09:00");
  add_section(add_document(chart, DocType::kProgressNote), SectionType::kCourse, "病 情 平 稳");
  CHECK(outcomes(catalog, chart) ==
        Lines{"fail document/progress-note/0 short: course in progress note has 4 characters; at "
              "least 5 are expected."});
  const Options shorter({{"min_chars", 4}});
  CHECK(outcomes(catalog, chart, {}, shorter) ==
        Lines{"fail document/progress-note/0 words: course in progress note mentions none of: "
              "精神, 睡眠."});
  chart.documents[0].texts[0].value = "睡眠尚可";
  CHECK(outcomes(catalog, chart, {}, shorter) == Lines{"pass document/progress-note/0"});
}

TEST_CASE("section: a rule must ask for something") {
  CHECK(error_of("section", "document = \"progress-note\"\n") ==
        "test.toml:1:1: sections, any_of or fields is missing");
  CHECK(error_of("section", "document = \"progress-note\"\nfields = [\"bad\"]\n") ==
        "test.toml:11:11: there is no field \"bad\"; did you mean \"bed\"?");
}

}  // namespace
}  // namespace emrlint

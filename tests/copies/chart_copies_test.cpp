// SPDX-License-Identifier: Apache-2.0
#include "copies/chart_copies.h"

#include <doctest/doctest.h>

#include <string>

#include "reader/read_support.h"

namespace emrlint {
namespace {

constexpr const char* kPlan =
    "患者一般情况可，右下腹疼痛较前缓解，切口敷料干燥无渗出，引流管通畅，"
    "继续抗感染补液治疗，鼓励早期下床活动，复查血常规。";

std::string note(const std::string& id, const std::string& day, const std::string& text,
                 const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "type": "progress-note", "recorded": "2024-03-)" + day +
         R"(T09:00:00+08:00", )" + more + R"("sections": [{"type": "course", "text": ")" + text +
         R"("}]})";
}

std::string chart_of(const std::string& documents) {
  return R"({"format": "emrlint-chart/1", "chart": "ZY1", "documents": [)" + documents + "]}";
}

}  // namespace

TEST_CASE("the source is what was written first, wherever it stands in the chart") {
  const Batch batch =
      read_test::read_text(chart_of(note("n2", "05", kPlan) + "," + note("n1", "04", kPlan)));
  const Chart& chart = batch.charts.at(0);
  const ChartCopies copies(chart);
  REQUIRE(copies.passages().size() == 1);
  const Passage& passage = copies.passages()[0];
  CHECK(copies.document_of(passage.source).id.value == "n1");
  CHECK(copies.document_of(passage.text).id.value == "n2");
  CHECK(copies.direction_known(passage));
  CHECK(passage.exact());
  CHECK(copies.passages_of(passage.text).size() == 1);
  CHECK(copies.passages_of(passage.source).empty());
  const Part part = copies.tokens().parts(passage.to).front();
  REQUIRE(part.direct());
  const std::string plan(kPlan);
  CHECK(read_test::cut(batch, part.direct_span()) == plan.substr(0, plan.size() - 3));
}

TEST_CASE("of two documents of one time it is not known which was first") {
  const Batch batch =
      read_test::read_text(chart_of(note("n1", "04", kPlan) + "," + note("n2", "04", kPlan)));
  const ChartCopies copies(batch.charts.at(0));
  REQUIRE(copies.passages().size() == 1);
  CHECK_FALSE(copies.direction_known(copies.passages()[0]));
}

TEST_CASE("a version that was replaced is no source") {
  const Batch batch = read_test::read_text(
      chart_of(note("n1", "04", kPlan) + "," +
               note("n2", "05", kPlan, R"("related": [{"id": "n1", "replaces": true}], )")));
  CHECK(ChartCopies(batch.charts.at(0)).passages().empty());
}

TEST_CASE("text that a field and its exchange section share is one text") {
  const Batch batch =
      read_test::read_text(read_test::file_text("fixtures/formats/ws500/admission_record.xml"));
  const ChartCopies copies(batch.charts.at(0));
  CHECK(copies.texts().size() > 3);
  std::size_t tokens = 0;
  for (const SectionText& text : copies.texts()) tokens += text.text.tokens.size();
  CHECK(tokens == copies.tokens().size());
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
// What is wrong in a chart is said with its place, and the rest is read.
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "reader/chart_json_read.h"

namespace emrlint {
namespace {

struct ProblemCase {
  std::string_view members;  // Of the chart; the patient comes behind them.
  std::string_view id;
  std::string_view where;    // The source bytes that the problem points at.
  std::string_view en;
};

constexpr ProblemCase kCases[] = {
    {R"("pateint": {})", "chart-json-key", "pateint",
     "unknown key \"pateint\"; did you mean \"patient\"?"},
    {R"("zzzzzzzzzz": 1)", "chart-json-key", "zzzzzzzzzz", "unknown key \"zzzzzzzzzz\""},
    {R"("张三": 1)", "chart-json-key", "张三", "unknown key"},
    {R"("surgeries": [{"id": "s1", "levell": 3}])", "chart-json-key", "levell",
     "unknown key \"levell\"; did you mean \"level\"?"},
    {R"("complete": true, "complete": false)", "chart-json-repeated-key", "complete",
     "key \"complete\" is repeated; only the first one counts"},
    {R"("stage": "archive")", "chart-json-word", "archive",
     "not a value of \"stage\": \"archive\"; did you mean \"archived\"?"},
    {R"("sources": ["orders", "result"])", "chart-json-word", "result",
     "not a value of \"source\": \"result\"; did you mean \"results\"?"},
    {R"("documents": [{"type": "admision-record"}])", "chart-json-word", "admision-record",
     "not a value of \"type\": \"admision-record\"; did you mean \"admission-record\"?"},
    {R"("documents": [{"type": "入院记录"}])", "chart-json-word", "入院记录",
     "not a value of \"type\":"},
    {R"("complete": "yes")", "chart-json-kind", "yes", "\"complete\" should be true or false"},
    {R"("encounter": [])", "chart-json-kind", "[]", "\"encounter\" should be an object"},
    {R"("orders": {})", "chart-json-kind", "{}", "\"orders\" should be an array"},
    {R"("orders": [7])", "chart-json-kind", "7", "this item should be an object"},
    {R"("staff": ["D1"])", "chart-json-kind", "D1", "this item should be an object"},
    {R"("documents": {"id": "d1"})", "chart-json-kind", R"({"id": "d1"})",
     "\"documents\" should be an array"},
    {R"("documents": [{"sections": ["x"]}])", "chart-json-kind", "x",
     "this item should be an object"},
    {R"("documents": [{"sections": [{"text": true}]}])", "chart-json-kind", "true",
     "\"text\" should be a string"},
    {R"("documents": [{"title": ["x"]}])", "chart-json-kind", R"(["x"])",
     "\"title\" should be a string"},
    {R"("encounter": {"attending": true})", "chart-json-kind", "true",
     "\"attending\" should be the id of a member of staff or an object"},
    {R"("encounter": {"admitted": 20240301})", "chart-json-kind", "20240301",
     "\"admitted\" should be a time in a string"},
    {R"("surgeries": [{"level": 5}])", "chart-json-kind", "5",
     "\"level\" should be a whole number from 1 to 4"},
    {R"("surgeries": [{"anesthesia": {"asa": "II"}}])", "chart-json-kind", "II",
     "\"asa\" should be a whole number from 1 to 6"},
    {R"("front_page": {"a": {}})", "chart-json-kind", "{}", "\"a\" should be a string"},
    {R"("encounter": {"admitted": "2024-13-01"})", "chart-json-time", "2024-13-01",
     "\"admitted\" is no valid time; write 2024-03-01T09:12+08:00, 2024-03-01T09:12 or "
     "2024-03-01"},
    {R"("staff": [{"id": "D1"}], "encounter": {"attending": "D2"})", "chart-json-staff", "D2",
     "no member of \"staff\" has this id"},
    {R"("diagnoses": [{"document": "d1"}])", "chart-json-reference", "d1",
     "no document has this id"},
    {R"("surgeries": [{"id": "s1"}], "orders": [{"about": ["surgeries/s2"]}])",
     "chart-json-reference", "surgeries/s2",
     "the reference leads to no event or document; write it as surgeries/s1"},
    {R"("documents": [{"about": ["s1"]}])", "chart-json-reference", "s1",
     "the reference leads to no event or document; write it as surgeries/s1"},
};

TEST_CASE("chart JSON: problems have an id, a place and a sentence, and the rest is read") {
  for (const ProblemCase& c : kCases) {
    CAPTURE(c.members);
    const TextChart read("{\"format\": \"emrlint-chart/1\", " + std::string(c.members) +
                         ", \"patient\": {\"name\": \"张三\"}}");
    REQUIRE(read.out.problems.size() == 1);
    const Problem& problem = read.out.problems[0];
    CHECK(problem.kind == Problem::Kind::kIncomplete);
    CHECK(problem.id == c.id);
    CHECK(problem.en == c.en);
    CHECK(!problem.zh.empty());
    CHECK(problem.located);
    CHECK(problem.uri == "chart.json");
    CHECK(read.source(problem.where) == c.where);
    REQUIRE(read.out.fragments.size() == 1);
    CHECK(read.chart().patient.name.value == "张三");
  }
}

TEST_CASE("chart JSON: an unknown version is read all the same") {
  const TextChart read(R"({"format": "emrlint-chart/2", "chart": "c"})");
  REQUIRE(read.out.problems.size() == 1);
  CHECK(read.out.problems[0].id == "chart-json-format");
  CHECK(read.source(read.out.problems[0].where) == "emrlint-chart/2");
  CHECK(read.chart().key == "c");
}

TEST_CASE("chart JSON: line and column of a problem") {
  const TextChart read("{\n  \"chart\": \"c\",\n  \"patient\": {\"name\": \"张三\", \"sxe\": 1}\n}");
  REQUIRE(read.out.problems.size() == 1);
  const Position at = read.file.position(read.out.problems[0].where.begin);
  CHECK(at.line == 3);
  CHECK(at.column == 30);
}

TEST_CASE("chart JSON: a syntax error keeps what stands before it and what is whole behind") {
  const TextChart read(
      "{\"chart\": \"c\", \"complete\": true, \"sources\": [\"transfers\"], \"orders\": [],\n"
      " \"documents\": [{\"id\": \"d1\", \"title\": \"入院记录\"},\n"
      "  {\"id\": \"d2\", \"sections\": [{\"text\": \"一\"} {\"text\": \"二\"}]}]}");
  REQUIRE(read.out.problems.size() == 1);
  const Problem& problem = read.out.problems[0];
  CHECK(problem.kind == Problem::Kind::kIncomplete);
  CHECK(problem.id == "json-syntax");
  CHECK(problem.en ==
        "a comma or ']' is missing after an array item; found '{'; what stands before was read, "
        "and 1 whole part behind it");
  CHECK(read.file.position(problem.where.begin).line == 3);
  const Chart& chart = read.chart();
  CHECK(chart.key == "c");
  REQUIRE(chart.documents.size() == 2);
  CHECK(!chart.documents[0].broken);
  CHECK(chart.documents[1].broken);
  CHECK(chart.documents[1].texts.size() == 2);
  // What the error cut off is not absent from the chart.
  CHECK(chart.cut_off);
  CHECK(!chart.sources.has(Source::kDocuments));
  CHECK(!chart.sources.has(Source::kTransfers));
  CHECK(chart.sources.has(Source::kOrders));
}

TEST_CASE("chart JSON: documents and lists behind an error in a document are whole") {
  const TextChart read(
      "{\"chart\": \"c\", \"documents\": [\n"
      "  {\"id\": \"d1\", \"title\" \"入院记录\", \"author\": \"D1\"},\n"
      "  {\"id\": \"d2\", \"title\": \"首次\\u75c5程记录\"},\n"
      "  {\"id\": \"d3\"}],\n"
      " \"orders\": [{\"id\": \"o1\"}]}");
  REQUIRE(read.out.problems.size() == 1);
  CHECK(read.file.position(read.out.problems[0].where.begin).line == 2);
  CHECK(read.out.problems[0].zh.ends_with("；已读取此前内容，此后恢复4个完整部分"));
  const Chart& chart = read.chart();
  REQUIRE(chart.documents.size() == 3);
  CHECK(chart.documents[0].broken);
  CHECK(chart.documents[0].author.id.value == "D1");
  CHECK(!chart.documents[1].broken);
  CHECK(chart.documents[1].title.value == "首次病程记录");
  CHECK(read.source(chart.documents[1].title.span) == "首次\\u75c5程记录");
  CHECK(chart.documents[2].id.value == "d3");
  CHECK(chart.cut_off);
  CHECK(!chart.sources.has(Source::kDocuments));
  CHECK(chart.orders.size() == 1);
  CHECK(chart.sources.has(Source::kOrders));
}

// The documents would seem to lack what the event says.
TEST_CASE("chart JSON: nothing is read behind an event that broke off") {
  const TextChart read(
      R"({"chart": "c", "surgeries": [{"id": "s1" "level": 3}], "documents": [{"id": "d1"}]})");
  REQUIRE(read.out.problems.size() == 1);
  CHECK(read.chart().documents.empty());
  CHECK(read.chart().surgeries.empty());
}

TEST_CASE("chart JSON: text behind a whole chart does not make it incomplete") {
  const TextChart read(R"({"chart": "c", "complete": true, "documents": []} x)");
  REQUIRE(read.out.problems.size() == 1);
  CHECK(read.out.problems[0].id == "json-syntax");
  CHECK(read.chart().complete);
  CHECK(read.chart().sources.has(Source::kDocuments));
}

TEST_CASE("chart JSON: what holds no chart") {
  const TextChart empty("");
  REQUIRE(empty.out.problems.size() == 1);
  CHECK(empty.out.problems[0].kind == Problem::Kind::kUnreadable);
  CHECK(empty.out.fragments.empty());

  for (const char* text : {"[]", "7", "{}", "\"x\""}) {
    CAPTURE(text);
    const TextChart other(text);
    REQUIRE(other.out.problems.size() == 1);
    CHECK(other.out.problems[0].kind == Problem::Kind::kNotARecord);
    CHECK(other.out.fragments.empty());
  }
}

TEST_CASE("chart JSON: deep nesting is a limit with a place, not a crash") {
  std::string text = R"({"chart": "c", "documents": [{"elements": )";
  for (int i = 0; i < 100'000; ++i) text += R"([{"elements": )";
  const TextChart read(std::move(text));
  REQUIRE(!read.out.problems.empty());
  CHECK(read.out.problems[0].kind == Problem::Kind::kLimit);
  CHECK(read.out.problems[0].id == "json-limit");
  CHECK(read.out.problems[0].located);
  CHECK(read.chart().key == "c");
}

TEST_CASE("chart JSON: a wrong export does not flood the run with problems") {
  std::string text = R"({"orders": [)";
  for (int i = 0; i < 1000; ++i) text += R"({"x": 1},)";
  text += R"({"id": "o1"}]})";
  const TextChart read(std::move(text));
  CHECK(read.out.problems.size() == 101);
  CHECK(read.out.problems.back().id == "chart-json-more");
  CHECK(read.out.problems.back().en == "more than 100 problems; the rest is not listed");
  CHECK(read.chart().orders.size() == 1001);
}

// Cut off at every byte, the example is read to there and never further.
TEST_CASE("chart JSON: every beginning of a chart is read") {
  const std::string text =
      R"({"chart": "c", "complete": true, "staff": [{"id": "D1", "name": "李一"}], "documents": [
          {"id": "d1", "type": "admission-record", "title": "入\u9662", "recorded": "2024-03-01",
           "sections": [{"type": "allergy", "text": ["否认", "x"], "elements": [{"value": 1.5}]}],
           "signatures": [{"role": "resident", "by": "D1", "at": "2024-03-01T10:00"}]}]})";
  for (std::size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    const TextChart read(text.substr(0, size));
    REQUIRE(!read.out.problems.empty());
    CHECK(read.out.problems[0].id == "json-syntax");
    for (const Problem& problem : read.out.problems) CHECK(problem.where.end <= size);
    if (!read.out.fragments.empty()) CHECK(read.chart().cut_off);
  }
  CHECK(TextChart(text).out.problems.empty());
}

}  // namespace
}  // namespace emrlint

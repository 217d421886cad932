// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "output/card_text.h"
#include "output/citation.h"
#include "reader/logical_path.h"
#include "output/mask.h"
#include "output/place.h"
#include "output/sink.h"
#include "output/snippet.h"
#include "output/width.h"

namespace emrlint {
namespace {

TEST_CASE("width: columns of a terminal") {
  struct Row { std::string_view text; std::size_t width; };
  const Row rows[] = {{"", 0}, {"abc", 3}, {"发热", 4}, {"a发b", 4}, {"。", 2}, {"Ａ", 2},
                      {"e\u0301", 1}, {"\t", 1}, {"\xFF", 1}, {"𠮷", 2}, {"≥37℃", 4}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("mask: identity and telephone numbers, nothing like them") {
  struct Row { std::string_view text, masked; };
  const Row rows[] = {
      {"电话13800001234。", "电话***。"},
      {"0571-87654321", "***"},
      {"110101197105200025", "***"},
      {"11010119710520002X", "***"},
      {"20240303143000", "20240303143000"},
      {"202403031430", "202403031430"},
      {"20240303143000+0800", "20240303143000+0800"},
      {"12800001234", "12800001234"},
      {"2.16.156.10011.1.13", "2.16.156.10011.1.13"},
      {"DE04.01.119.00", "DE04.01.119.00"},
      {"ZY13800001234", "ZY13800001234"},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(Masker().mask(row.text) == row.masked);
}

TEST_CASE("mask: names of the chart, also escaped and in parts") {
  Chart chart;
  chart.patient.name.value = "张三";
  Document& document = chart.documents.emplace_back();
  document.author.name.value = "Adams Everywoman";
  const Masker masker(chart);
  CHECK(masker.mask("患者张三，由李四记录") == "患者***，由李四记录");
  CHECK(masker.mask(R"("name": "\u5f20\u4e09")") == R"("name": "***")");
  CHECK(masker.mask("Everywoman, Adams") == "***, ***");
}

TEST_CASE("mask: what a template left is no name, what stands beside it may be one") {
  Chart chart;
  chart.patient.name.value = "张三XXX";
  chart.documents.emplace_back().author.name.value = "手术者签名";
  const Masker masker(chart);
  CHECK(masker.mask("“手术者签名”中留有占位文字") == "“手术者签名”中留有占位文字");
  CHECK(masker.mask("患者张三XXX") == "患者***");
}

std::string caret_line(const std::string& text, std::string_view word, std::size_t columns) {
  const SourceFile file("a.txt", text);
  const auto begin = static_cast<std::uint32_t>(text.find(word));
  const Span span{0, begin, begin + static_cast<std::uint32_t>(word.size())};
  const Snippet snippet = make_snippet(file, span, columns, nullptr);
  return snippet.line + "\n" + snippet.carets;
}

TEST_CASE("snippet: carets stand under the words") {
  CHECK(caret_line("  患者发热三天\n", "发热", 40) == "患者发热三天\n    ^^^^");
  CHECK(caret_line("0123456789发热0123456789", "发热", 12) == "...6789发热0123...\n       ^^^^");
  CHECK(caret_line("发热\n", "\n", 40) == "发热\n    ^");
  CHECK(caret_line("\tab", "b", 40) == "ab\n ^");
}

TEST_CASE("snippet: a huge line costs no more than its window") {
  const std::string text = std::string(50'000'000, 'x') + "发热" + std::string(50'000'000, 'y');
  const std::string shown = caret_line(text, "发热", 60);
  CHECK(shown.size() < 200);
  CHECK(shown.find("发热") != std::string::npos);
}

TEST_CASE("printable: nothing moves the cursor or turns the line around") {
  CHECK(printable("a\033[2Jb\u202Ec\u0085d\te\nf") == "a·[2Jb·c·d e f");
  CHECK(printable("体温38.5℃") == "体温38.5℃");
}

TEST_CASE("citations: in the way of their source") {
  struct Row { Citation citation; const char *zh, *en; };
  const Row rows[] = {
      {{"BL", "22(15)"}, "《病历书写基本规范》第22条第(15)项",
       "Basic Rules for Writing Medical Records, art. 22(15)"},
      {{"HX", "9"}, "《医疗质量安全核心制度要点》第9项制度",
       "Essentials of the Core Systems for Healthcare Quality and Safety, system 9"},
      {{"ZB", "7"}, "《病案管理质量控制指标（2021年版）》指标7",
       "Quality Control Indicators for Medical Record Management (2021), indicator 7"},
  };
  for (const Row& row : rows) {
    CHECK(citation_text(row.citation, Lang::kZh) == row.zh);
    CHECK(citation_text(row.citation, Lang::kEn) == row.en);
  }
}

TEST_CASE("URI references") {
  CHECK(uri_reference("./a b/病.json") == "a%20b/%E7%97%85.json");
  CHECK(uri_reference("/tmp/x#1.xml") == "file:///tmp/x%231.xml");
}

TEST_CASE("artifacts: relative below the base, without dots") {
  struct Row { const char *path, *base, *uri; bool relative; };
  const Row rows[] = {
      {"a/b.json", "file:///data/", "a/b.json", true},
      {"./a//b.json", "file:///data/", "a/b.json", true},
      {"a/../b.json", "file:///data/", "b.json", true},
      {"../b.json", "file:///data/", "file:///b.json", false},
      {"/data/x/../b 1.json", "file:///data/", "b%201.json", true},
      {"/other/b.json", "file:///data/", "file:///other/b.json", false},
      {"a/b.json", "", "a/b.json", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const ArtifactUri artifact = artifact_uri(row.path, row.base);
    CHECK(artifact.uri == row.uri);
    CHECK(artifact.relative == row.relative);
  }
}

TEST_CASE("paths: XPath, JSON pointer, FHIRPath, in any order of places") {
  struct Row { const char* text; PathStyle style; const char *word, *path; };
  constexpr const char* kXml =
      "<?xml version=\"1.0\"?><!-- <x> -->"
      "<a><b/><b c='>1' d=\"2\">t<![CDATA[<y>]]></b><e>u</e></a>";
  constexpr const char* kJson =
      R"({"a": [{"k": "x\"y"}, {"k/~": 12}], "b": {"c": true}, "d": "z"})";
  constexpr const char* kFhir =
      R"({"resourceType": "Bundle", "entry": [{"resource": {"id": "p1"}}]})";
  const Row rows[] = {
      {kXml, PathStyle::kXPath, "<e>", "/a/e[1]"},
      {kXml, PathStyle::kXPath, ">1", "/a/b[2]/@c"},
      {kXml, PathStyle::kXPath, "d=", "/a/b[2]/@d"},
      {kXml, PathStyle::kXPath, "t<!", "/a/b[2]"},
      {kXml, PathStyle::kXPath, "<y>", "/a/b[2]"},
      {kXml, PathStyle::kXPath, "u<", "/a/e[1]"},
      {kXml, PathStyle::kXPath, "<b/>", "/a/b[1]"},
      {kJson, PathStyle::kJsonPointer, "\"z", "/d"},
      {kJson, PathStyle::kJsonPointer, "y\"", "/a/0/k"},
      {kJson, PathStyle::kJsonPointer, "12", "/a/1/k~1~0"},
      {kJson, PathStyle::kJsonPointer, "true", "/b/c"},
      {kJson, PathStyle::kJsonPointer, "{\"c", "/b"},
      {kFhir, PathStyle::kFhirPath, "p1", "Bundle.entry[0].resource.id"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    const std::string text = row.text;
    const SourceFile file("f", text);
    const auto at = static_cast<std::uint32_t>(text.find(row.word));
    CHECK(PathFinder(file, row.style).at(at).path == row.path);
    PathFinder again(file, row.style);
    again.at(static_cast<std::uint32_t>(text.size()));
    CHECK(again.at(at).path == row.path);
    CHECK(again.at(at).path == row.path);
  }
}

TEST_CASE("exit codes") {
  struct Row { std::uint64_t errors, warnings, notes, problems; Severity fail_on; int code; };
  const Row rows[] = {
      {0, 0, 0, 0, Severity::kError, 0}, {1, 0, 0, 0, Severity::kError, 1},
      {0, 1, 0, 0, Severity::kError, 0}, {0, 1, 0, 0, Severity::kWarning, 1},
      {0, 0, 1, 0, Severity::kWarning, 0}, {0, 0, 1, 0, Severity::kNote, 1},
      {1, 0, 0, 0, Severity::kNote, 1}, {1, 1, 1, 0, Severity::kOff, 0},
      {1, 0, 0, 1, Severity::kError, 3}, {0, 0, 0, 1, Severity::kOff, 3},
  };
  for (const Row& row : rows) {
    RunSummary summary;
    summary.errors = row.errors;
    summary.warnings = row.warnings;
    summary.notes = row.notes;
    summary.problems = row.problems;
    CHECK(exit_code(summary, row.fail_on) == row.code);
  }
}

TEST_CASE("names for SARIF") {
  CHECK(pascal_case("timeliness-admission-record-24h") == "TimelinessAdmissionRecord24h");
  CHECK(full_stop("有", Lang::kZh) == "有。");
  CHECK(full_stop("有。", Lang::kZh) == "有。");
  CHECK(full_stop("Yes", Lang::kEn) == "Yes.");
}

}  // namespace
}  // namespace emrlint

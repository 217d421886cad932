// SPDX-License-Identifier: Apache-2.0
// An empty section that is put into a document is all that changes.
#include "draft/skeleton.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "lsp/lsp_client.h"
#include "reader/readers.h"
#include "testing/fixture.h"
#include "testing/run_fixture.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

struct Record {
  explicit Record(std::string text) : file("record", std::move(text)) {
    read_record(file, 0, Limits{}, output);
  }
  std::vector<const Document*> documents() const {
    std::vector<const Document*> found;
    for (const Chart& chart : output.fragments) {
      for (const Document& document : chart.documents) found.push_back(&document);
    }
    return found;
  }

  SourceFile file;
  ReadOutput output;
};

// A section as a line: its type and what is written in it.
std::string line_of(const Document& document, const Section& section) {
  std::string line(id(section.type));
  for (const Text& text : document.text_of(section)) line += "|" + std::string(text.value);
  for (const Element& element : document.elements_of(section)) {
    line += "|" + std::string(element.id.value) + "=" + std::string(element.value.value);
  }
  return line;
}

// A document as lines: its heading, then its sections.
std::vector<std::string> lines_of(const Document& document) {
  std::vector<std::string> lines{
      std::string(document.id.value) + "|" + std::string(id(document.type)) + "|" +
      std::string(document.title.value) + "|" + std::string(document.author.name.value) + "|" +
      std::to_string(document.signatures.size()) + "|" + std::to_string(document.raw_times.size())};
  for (const Section& section : document.sections) lines.push_back(line_of(document, section));
  return lines;
}

std::vector<std::string> events_of(const Record& record) {
  std::vector<std::string> lines;
  for (const Chart& chart : record.output.fragments) {
    lines.push_back(
        std::string(chart.key) + "|" + std::to_string(chart.diagnoses.size()) + "|" +
        std::to_string(chart.orders.size()) + "|" + std::to_string(chart.results.size()) + "|" +
        std::to_string(chart.surgeries.size()) + "|" + std::to_string(chart.documents.size()));
  }
  return lines;
}

bool has(const Document& document, SectionType type) {
  return std::any_of(document.sections.begin(), document.sections.end(),
                     [&](const Section& section) { return section.type == type; });
}

// How often a section was put in, and how often there was no place for it, by format.
struct Count {
  int put_in = 0, nowhere = 0;
};
using Counts = std::map<Format, Count>;

// The new section stands among those of before.
bool only_added(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  if (after.size() != before.size() + 1) return false;
  const auto at = std::mismatch(before.begin(), before.end(), after.begin());
  return std::equal(at.first, before.end(), at.second + 1);
}

// Puts a section into document `index` of a record and reads it again.
void put_in(const Record& record, std::size_t index, SectionType wanted, Counts& counts) {
  const std::vector<const Document*> before = record.documents();
  const Document& document = *before[index];
  const auto skeleton = draft::section_skeleton(document, record.file.text(), wanted);
  if (!skeleton) {
    ++counts[document.format].nowhere;
    return;
  }
  ++counts[document.format].put_in;
  std::string text(record.file.text());
  text.replace(skeleton->at, skeleton->replaces, skeleton->text);
  const Record changed(text);
  CHECK(changed.output.problems.size() == record.output.problems.size());
  CHECK(events_of(changed) == events_of(record));
  const std::vector<const Document*> after = changed.documents();
  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    const std::vector<std::string> was = lines_of(*before[i]), is = lines_of(*after[i]);
    CHECK((i == index ? only_added(was, is) : was == is));
  }
  CHECK(has(*after[index], wanted));
}

// For each document of a record the first of some sections that it does not have.
void put_in_everywhere(const std::string& name, std::string text, Counts& counts) {
  CAPTURE(name);
  const Format format = recognise(text);
  if (format != Format::kChartJson && format != Format::kFhir) return;
  const Record record(std::move(text));
  if (!record.output.problems.empty()) return;  // Nobody knows where what is broken ends.
  const std::vector<const Document*> documents = record.documents();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (const SectionType wanted : {SectionType::kPastHistory, SectionType::kTreatmentPlan}) {
      if (has(*documents[i], wanted)) continue;
      put_in(record, i, wanted, counts);
      break;
    }
  }
}

void put_in_fixtures(Counts& counts) {
  for (const auto& entry : fs::recursive_directory_iterator("fixtures/checks")) {
    if (entry.path().extension() != ".test") continue;
    Fixture fixture(file_text(entry.path()));
    REQUIRE_FALSE(parse_fixture(entry.path().stem().string(), fixture));
    for (const FixtureCase& one : fixture.cases) {
      for (const FixtureDocument& file : one.documents) {
        put_in_everywhere(entry.path().string() + ":" + std::to_string(one.line), file.text,
                          counts);
      }
    }
  }
}

TEST_CASE("an empty section is put into any document of chart JSON and FHIR") {
  Counts counts;
  put_in_fixtures(counts);
  for (const char* const folder : {"fixtures/charts", "fixtures/copies", "fixtures/formats"}) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) {
        put_in_everywhere(entry.path().string(), file_text(entry.path()), counts);
      }
    }
  }
  MESSAGE("chart JSON: " << counts[Format::kChartJson].put_in
                         << ", FHIR: " << counts[Format::kFhir].put_in
                         << ", of FHIR nowhere: " << counts[Format::kFhir].nowhere);
  CHECK(counts[Format::kChartJson].put_in > 3000);
  CHECK(counts[Format::kChartJson].nowhere == 0);
  CHECK(counts[Format::kFhir].put_in > 50);
}

// A Composition with these members, past history put in; empty where there is no place.
std::string with_past_history(const std::string& members) {
  const Record record(
      R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":{)"
      R"("resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"}}},)"
      R"({"resource":{"resourceType":"Composition","id":"c1",)" +
      members + R"("encounter":{"reference":"Encounter/e1"}}}]})");
  REQUIRE(record.documents().size() == 1);
  const auto skeleton = draft::section_skeleton(*record.documents().front(), record.file.text(),
                                              SectionType::kPastHistory);
  if (!skeleton) return {};
  std::string text(record.file.text());
  return text.replace(skeleton->at, skeleton->replaces, skeleton->text);
}

std::string past_history(const std::string& title, const std::string& coding) {
  return R"({"title":")" + title + R"(","code":{"coding":[)" + coding +
         R"(]},"text":{"status":"additional","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"></div>"}})";
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a section of FHIR has the codes that the others have, and their language") {
  const std::string loinc = R"({"system":"http://loinc.org","code":"11348-0"})";
  const std::string own = R"({"system":"urn:emrlint:section-type","code":"past-history"})";
  const std::string title = R"("title":"入院记录",)";
  CHECK(holds(with_past_history(R"("title":"History",)"),
              R"("section":[)" + past_history("past history", loinc) + "]"));
  CHECK(holds(with_past_history(title + R"("section":[],)"),
              R"("section":[)" + past_history("既往史", loinc) + "]"));
  const std::string first =
      R"({"title":"主诉","code":{"coding":[{"system":"urn:emrlint:section-type",)"
      R"("code":"chief-complaint"}]}})";
  CHECK(holds(with_past_history(title + R"("section":[)" + first + "],"),
              first + "," + past_history("既往史", own) + "]"));
}

TEST_CASE("a document of FHIR that is no Composition, or only narrative, gets no section") {
  const std::string narrative = R"("text":{"div":"<div>咳嗽3天。</div>"},)";
  CHECK(with_past_history(narrative) == "");
  CHECK(with_past_history(narrative + R"("section":[{"title":"主诉"}],)") != "");
  const Record note(
      R"({"resourceType":"DocumentReference","id":"n1","status":"current","content":[)"
      R"({"attachment":{"contentType":"text/plain","data":"5Li76K+J77ya5ZKz5Ze9M+WkqeOAgg=="}}]})");
  REQUIRE(note.documents().size() == 1);
  CHECK_FALSE(draft::section_skeleton(*note.documents().front(), note.file.text(),
                                    SectionType::kPastHistory));
}

TEST_CASE("what is written into a new section of FHIR is read") {
  std::string text = with_past_history("");
  const std::string empty = "></div>";
  text.insert(text.find(empty) + 1, "平素体健。");
  const Record record(text);
  const Document& document = *record.documents().front();
  REQUIRE(document.sections.size() == 1);
  CHECK(line_of(document, document.sections.front()) == "past-history|平素体健。");
}

TEST_CASE("a section goes into a whole document of a chart that is broken behind it") {
  const std::string whole = R"({"id": "d1", "type": "admission-record", "sections": []})";
  const Record record(R"({"format": "emrlint-chart/1", "chart": "ZY1", "documents": [)" + whole +
                      R"(, {"id": "d2", "type": "consent", "sections": [{"type": )");
  const std::vector<const Document*> documents = record.documents();
  REQUIRE(documents.size() == 2);
  const std::string_view text = record.file.text();
  const auto first = draft::section_skeleton(*documents[0], text, SectionType::kPastHistory);
  REQUIRE(first);
  CHECK(first->at == text.find("[]}"));
  CHECK(first->text == R"([{"type": "past-history", "text": ""}])");
  CHECK_FALSE(draft::section_skeleton(*documents[1], text, SectionType::kPastHistory));
}

// The findings of all open records, without their places.
std::vector<std::string> said(const LspClient& client) {
  std::vector<std::string> lines;
  for (const auto& one : client.diagnostics) {
    for (const Value& diagnostic : one.second["diagnostics"].GetArray()) {
      const std::string code = diagnostic["code"].GetString();
      if (code == "structure-required-section") continue;  // Now the section is there.
      lines.push_back(code + " " + diagnostic["message"].GetString());
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// The texts that the records become by the sections that are offered for them, by URI.
std::multimap<std::string, std::string> offered(LspClient& client) {
  std::multimap<std::string, std::string> offers;
  for (const auto& [uri, text] : client.texts) {
    const Value& actions = client.ask("textDocument/codeAction",
                                      R"({"textDocument":{"uri":)" + json_quoted(uri) +
                                          "},\"range\":" + client.range_json(text, 0, text.size()) +
                                          R"(,"context":{"diagnostics":[]}})");
    if (!actions.IsArray()) continue;
    for (const Value& action : actions.GetArray()) {
      if (!std::string_view(action["title"].GetString()).starts_with("insert an empty ")) continue;
      for (const auto& change : action["edit"]["changes"].GetObject()) {
        const std::string changed = change.name.GetString();
        const Value& edit = change.value[0];
        const std::size_t begin = client.offset(changed, edit["range"]["start"]);
        const std::size_t end = client.offset(changed, edit["range"]["end"]);
        std::string whole = client.texts[changed];
        offers.emplace(changed, whole.replace(begin, end - begin, edit["newText"].GetString()));
      }
    }
  }
  return offers;
}

// Opens the records of a folder, accepts each offer by itself, and compares what is said.
void accept_offers(const fs::path& folder, LspClient& client, std::map<Format, int>& accepted) {
  client.start("utf-8", R"({"now":null,"lang":"en"})");
  for (const auto& entry : fs::directory_iterator(folder)) {
    client.open(uri_of(entry.path()), file_text(entry.path()));
  }
  const std::vector<std::string> before = said(client);
  for (const auto& [uri, text] : offered(client)) {
    const std::string& changed = uri;
    CAPTURE(changed);
    const std::string was = client.texts[uri];
    client.edit(uri, 0, was.size(), text);
    CHECK(said(client) == before);
    client.edit(uri, 0, text.size(), was);
    ++accepted[recognise(was)];
  }
  CHECK(said(client) == before);
}

TEST_CASE("an empty section that an editor offers is no new finding, and lets none go") {
  std::map<Format, int> accepted;
  for (const char* const family : {"completeness", "outpatient", "structure"}) {
    for (const auto& entry : fs::directory_iterator(fs::path("fixtures/checks") / family)) {
      const CatalogEntry* const check = built_in_catalog().find(entry.path().stem().string());
      const bool missing = check != nullptr && (check->kind == "section" ||
                                                check->info.id == "structure-required-section");
      if (!missing) continue;
      Fixture fixture(file_text(entry.path()));
      REQUIRE_FALSE(parse_fixture(entry.path().stem().string(), fixture));
      for (const FixtureCase& one : fixture.cases) {
        const std::string name = entry.path().string() + ":" + std::to_string(one.line);
        CAPTURE(name);
        const TemporaryFolder folder;
        for (const FixtureDocument& file : one.documents) {
          if (recognise(file.text) != Format::kUnknown) folder.write(file.name, file.text);
        }
        LspClient client(lsp::ServerOptions{built_in_catalog(), [&](const std::string&) {
                                              return case_config(built_in_catalog(), one);
                                            }});
        accept_offers(folder.path(), client, accepted);
      }
    }
  }
  for (const auto& entry : fs::directory_iterator("fixtures/charts")) {
    if (!entry.path().string().ends_with("-broken")) continue;
    const std::string name = entry.path().string();
    CAPTURE(name);
    LspClient client;
    accept_offers(entry.path(), client, accepted);
  }
  MESSAGE("chart JSON: " << accepted[Format::kChartJson] << ", FHIR: " << accepted[Format::kFhir]
                         << ", WS/T 500: " << accepted[Format::kWs500]
                         << ", C-CDA: " << accepted[Format::kCcda]);
  CHECK(accepted[Format::kChartJson] >= 48);
  CHECK(accepted[Format::kFhir] >= 2);
  CHECK(accepted[Format::kWs500] >= 3);
}

}  // namespace
}  // namespace emrlint::lsp_test

// SPDX-License-Identifier: Apache-2.0
// Every type in every format is read as what it is, by itself and in the chart that it is for.
#include "draft/new_document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draft/sections.h"
#include "draft/skeleton.h"
#include "engine/lint.h"
#include "generator/ccda_writer.h"
#include "generator/random_chart.h"
#include "lsp/lsp_client.h"
#include "reader/input.h"
#include "reader/readers.h"
#include "terminology/ccda.h"
#include "terminology/loinc.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

namespace fs = std::filesystem;
using draft::Beside;
using draft::NewDocument;
using lsp_test::TemporaryFolder;

std::vector<DocType> types_in(Format format) {
  return draft::new_document_types({.format = format});
}

const Catalog& catalog() { return lsp_test::built_in_catalog(); }

const Config& config() {
  static const Result<Config> config = Config::load(catalog(), "", "", nullptr);
  return *config;
}

// A chart and the batch that it is in.
struct Read {
  std::shared_ptr<Batch> batch;
  const Chart* chart = nullptr;
};

// The charts of a folder that have a document, as a run over it groups them.
std::vector<Read> read_folder(const fs::path& folder) {
  InputOptions options;
  options.paths = {folder.string()};
  Inputs inputs(std::move(options));
  std::vector<Read> found;
  while (auto unit = inputs.next()) {
    const auto batch = std::make_shared<Batch>(read_unit(*std::move(unit), Limits{}));
    for (const Problem& problem : batch->problems) FAIL_CHECK(problem.uri, ": ", problem.en);
    for (const Chart& chart : batch->charts) found.push_back({batch, &chart});
  }
  return found;
}

Read read_text(const std::string& name, std::string text) {
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>(name, std::move(text)));
  const auto batch = std::make_shared<Batch>(read_texts(std::move(files), Limits{}, false));
  for (const Problem& problem : batch->problems) FAIL_CHECK(problem.uri, ": ", problem.en);
  REQUIRE(batch->charts.size() == 1);
  return {batch, &batch->charts.front()};
}

// The sections that a standard requires of a document in that format.
std::vector<SectionType> required(DocType type, Format format, bool china) {
  std::vector<SectionType> sections;
  const CcdaDocument* const ccda = ccda_document(type);
  if (format == Format::kCcda || (!china && ccda != nullptr)) {
    for (const auto code : ccda->required) sections.push_back(section_type_from_loinc(code));
  } else {
    for (const Ws500Section& section : ws500_sections(type)) {
      if (section.type != SectionType::kUnknown) sections.push_back(section.type);
    }
  }
  return sections;
}

// What checks find missing in the document.
std::vector<std::string> missing(const Chart& chart, const Document& document) {
  std::vector<std::string> lines;
  for (const Finding& finding : lint(catalog(), config(), chart).findings) {
    const CatalogEntry& entry = catalog().entries()[finding.check];
    const Subject& subject = finding.outcome.subject;
    const bool of_it =
        subject.kind == SubjectKind::kDocument && &chart.documents[subject.index] == &document;
    if (finding.outcome.kind != OutcomeKind::kFail || !of_it) continue;
    if (entry.info.id == "structure-required-section") lines.push_back(std::string(entry.info.id));
    if (entry.kind != "section") continue;
    for (const SectionType type : draft::missing_sections(finding.outcome)) {
      if (type == SectionType::kDeathTime) continue;  // A time, which a text is not.
      // Who told the history is a person of the header in CDA.
      if (type == SectionType::kNarrator && document.format == Format::kWs500) continue;
      lines.push_back(std::string(entry.info.id) + ": " + std::string(id(type)));
    }
  }
  return lines;
}

// The document with something in each of its places, in each something else.
std::string filled(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kPlaces[] = {
      {"<text>", "</text>"},
      {R"("ST">)", "</value>"},
      {R"("text": ")", "\""},
      {R"(xhtml\">)", "</div>"},
  };
  int count = 0;
  for (const auto& [before, behind] : kPlaces) {
    const std::string empty = std::string(before) + std::string(behind);
    for (std::size_t at = text.find(empty); at != text.npos; at = text.find(empty, at + 1)) {
      text.insert(at + before.size(), "第" + std::to_string(++count) + "项如下所述。");
    }
  }
  return text;
}

void check_document(const Document& document, DocType type, Format format, bool china) {
  CHECK(document.type == type);
  CHECK(document.format == format);
  CHECK_FALSE(document.broken);
  for (const SectionType section : required(type, format, china)) {
    CHECK_MESSAGE(document.section(section) != nullptr, id(section));
  }
  for (const Section& section : document.sections) {
    CHECK_MESSAGE(document.blank(section), section.title.value);
  }
}

TEST_CASE("a new document by itself is read as what it is, with the sections of its type") {
  for (const Format format : draft::kDraftFormats) {
    for (const DocType type : types_in(format)) {
      CAPTURE(id(type));
      CAPTURE(static_cast<int>(format));
      const auto made = draft::new_document(type, {.format = format});
      REQUIRE(made);
      CHECK_FALSE(made->at);
      const Read read = read_text(made->file_name, made->text);
      REQUIRE(read.chart->documents.size() == 1);
      CHECK_FALSE(read.chart->complete);
      const bool china = format != Format::kCcda;
      CHECK((read.chart->realm != Realm::kOther) == china);
      check_document(read.chart->documents.front(), type, format, china);
    }
  }
}

TEST_CASE("a new document that is filled in lacks no section") {
  for (const Format format : draft::kDraftFormats) {
    for (const DocType type : types_in(format)) {
      CAPTURE(id(type));
      CAPTURE(static_cast<int>(format));
      const auto made = draft::new_document(type, {.format = format});
      REQUIRE(made);
      const Read read = read_text(made->file_name, filled(made->text));
      for (const std::string& line : missing(*read.chart, read.chart->documents.front())) {
        FAIL_CHECK(line);
      }
    }
  }
}

TEST_CASE("the types in each format") {
  CHECK(types_in(Format::kWs500).size() == 53);
  CHECK(types_in(Format::kCcda).size() == ccda_documents().size());
  CHECK(types_in(Format::kChartJson).size() == 57);
  CHECK(types_in(Format::kFhir).size() == 57);
  CHECK(draft::new_document_types().size() == 57);
  for (const Format format : {Format::kUnknown, Format::kCda}) {
    CHECK(types_in(format).empty());
    CHECK_FALSE(draft::new_document(DocType::kDischargeRecord, {.format = format}));
  }
  CHECK_FALSE(draft::new_document(DocType::kCcd, {.format = Format::kWs500}));
  CHECK_FALSE(draft::new_document(DocType::kAdmissionRecord, {.format = Format::kCcda}));
}

TEST_CASE("the usual format of charts without documents is that of their country") {
  Chart here, abroad, noted;
  abroad.realm = Realm::kOther;
  noted.documents.emplace_back().format = Format::kFhir;
  const Chart* const charts[] = {&here, &abroad, &noted};
  CHECK(draft::usual_format({}) == Format::kWs500);
  CHECK(draft::usual_format({&charts[0], 1}) == Format::kWs500);
  CHECK(draft::usual_format({&charts[0], 2}) == Format::kCcda);
  CHECK(draft::usual_format(charts) == Format::kFhir);
}

// Writes it where it belongs: into the file beside it, or as a file of its own.
void put(const TemporaryFolder& folder, const Read& read, const Beside& beside,
         const NewDocument& made) {
  if (!made.at) {
    REQUIRE_FALSE(fs::exists(folder.path() / made.file_name));
    folder.write(made.file_name, made.text);
    return;
  }
  const SourceFile& file = *read.batch->files[beside.file];
  std::string text(file.text());
  folder.write(fs::path(file.uri()).filename().string(),
               text.replace(*made.at, made.replaces, made.text));
}

void fill(const TemporaryFolder& folder, const fs::path& from) {
  for (const auto& file : fs::directory_iterator(from)) {
    folder.write(file.path().filename().string(), lsp_test::file_text(file.path()));
  }
}

struct Setting {
  std::string name;
  Format format;
  bool china;
  std::function<void(const TemporaryFolder&)> fill;
};

std::vector<Setting> settings() {
  const fs::path charts = "fixtures/charts";
  return {
      {"WS/T 500", Format::kWs500, true,
       [=](const TemporaryFolder& folder) { fill(folder, charts / "medical-stay-xml"); }},
      {"chart JSON", Format::kChartJson, true,
       [=](const TemporaryFolder& folder) { fill(folder, charts / "medical-stay"); }},
      {"FHIR", Format::kFhir, true,
       [=](const TemporaryFolder& folder) { fill(folder, charts / "medical-stay-fhir"); }},
      {"FHIR of a bulk export", Format::kFhir, false,
       [=](const TemporaryFolder& folder) { fill(folder, "fixtures/formats/fhir/bulk"); }},
      {"C-CDA", Format::kCcda, false,
       [=](const TemporaryFolder& folder) {
         const Read read = read_text("chart.json", random_chart(3, 1, 0).json);
         for (const GeneratedFile& file : write_ccda(*read.chart)) {
           folder.write(file.name, file.text);
         }
       }},
      {"plain CDA", Format::kCcda, false,
       [=](const TemporaryFolder& folder) {
         folder.write("a.xml", lsp_test::file_text("fixtures/formats/ccda/plain.xml"));
       }},
  };
}

TEST_CASE("a new document belongs to the chart that it was made for") {
  for (const Setting& setting : settings()) {
    CAPTURE(setting.name);
    const TemporaryFolder untouched;
    setting.fill(untouched);
    const std::vector<Read> before = read_folder(untouched.path());
    for (const Read& read : before) {
      const auto any = [](std::uint32_t) { return true; };
      Beside beside = draft::beside(*read.chart, *read.batch, any);
      beside.bulk = setting.name == "FHIR of a bulk export";
      CHECK(beside.format == setting.format);
      const std::vector<DocType> types = draft::new_document_types(beside);
      CHECK(types == types_in(setting.format));
      for (const DocType type : types) {
        CAPTURE(id(type));
        const auto made = draft::new_document(type, beside);
        REQUIRE(made);
        const TemporaryFolder folder;
        setting.fill(folder);
        put(folder, read, beside, *made);
        const std::vector<Read> after = read_folder(folder.path());
        REQUIRE(after.size() == before.size());
        const auto same = std::find_if(after.begin(), after.end(), [&](const Read& one) {
          return one.chart->key == read.chart->key;
        });
        REQUIRE(same != after.end());
        const Chart& chart = *same->chart;
        CHECK(chart.documents.size() == read.chart->documents.size() + 1);
        CHECK(chart.patient.name.value == read.chart->patient.name.value);
        CHECK(chart.patient.id.value == read.chart->patient.id.value);
        CHECK(chart.realm == read.chart->realm);
        // A blank note may be of the operation that is known.
        if (!read.chart->surgeries.empty()) {
          CHECK(chart.surgeries.size() == read.chart->surgeries.size());
        }
        const auto added = std::find_if(
            chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
              return document.type == type && document.format == setting.format &&
                     std::all_of(document.sections.begin(), document.sections.end(),
                                 [&](const Section& section) { return document.blank(section); });
            });
        REQUIRE(added != chart.documents.end());
        check_document(*added, type, setting.format, setting.china);
      }
    }
  }
}

std::string replaced(std::string text, std::string_view old, std::string_view fresh) {
  const std::size_t at = text.find(old);
  REQUIRE(at != text.npos);
  return text.replace(at, old.size(), fresh);
}

// A new operative note of C-CDA with who was operated on, what was done, when and by whom.
std::string operative_note(std::string text) {
  text = replaced(text, "<id root=\"\" extension=\"\"/>", "<id root=\"2.999.1\" extension=\"1\"/>");
  text = replaced(text, "<code nullFlavor=\"UNK\"/>",
                  "<code code=\"47.01\" codeSystem=\"2.16.840.1.113883.6.104\" "
                  "displayName=\"Laparoscopic appendectomy\"/>");
  text = replaced(text, "<low nullFlavor=\"UNK\"/>", "<low value=\"202404081430+0800\"/>");
  const std::size_t performer = text.find("<performer");
  REQUIRE(performer != text.npos);
  return text.substr(0, performer) +
         replaced(text.substr(performer), "<family></family>", "<family>Doe</family>");
}

TEST_CASE("a new operative note of C-CDA has a place for what was done, when and by whom") {
  const auto made = draft::new_document(DocType::kOperationRecord, {.format = Format::kCcda});
  REQUIRE(made);
  const Read blank = read_text("note.xml", made->text);
  REQUIRE(blank.chart->surgeries.size() == 1);  // There was one.
  CHECK(blank.chart->surgeries.front().code.value.empty());
  CHECK_FALSE(blank.chart->surgeries.front().start.known());
  CHECK_FALSE(blank.chart->surgeries.front().surgeon.known());
  const Read read = read_text("note.xml", operative_note(made->text));
  REQUIRE(read.chart->surgeries.size() == 1);
  const Surgery& surgery = read.chart->surgeries.front();
  CHECK(surgery.code.value == "47.01");
  CHECK(surgery.start.known());
  CHECK_FALSE(surgery.end.known());
  CHECK(surgery.surgeon.known());
}

TEST_CASE("a new operative note may be of the operation that another one tells of") {
  const auto first = draft::new_document(DocType::kOperationRecord, {.format = Format::kCcda});
  REQUIRE(first);
  const TemporaryFolder folder;
  folder.write("note.xml", operative_note(first->text));
  const Read stay = read_folder(folder.path()).at(0);
  const auto any = [](std::uint32_t) { return true; };
  const auto second =
      draft::new_document(DocType::kOperationRecord, draft::beside(*stay.chart, *stay.batch, any));
  REQUIRE(second);
  folder.write(second->file_name, second->text);
  const std::vector<Read> both = read_folder(folder.path());
  REQUIRE(both.size() == 1);
  CHECK(both[0].chart->documents.size() == 2);
  CHECK(both[0].chart->surgeries.size() == 1);
}

TEST_CASE("a new summary of C-CDA is about the stay as far as it is known") {
  const Read read = read_text("chart.json", random_chart(3, 1, 0).json);
  REQUIRE(read.chart->encounter.admitted.known());
  Chart chart = *read.chart;
  chart.encounter.discharged = {};
  const auto made = draft::new_document(DocType::kCcd, {.chart = &chart, .format = Format::kCcda});
  REQUIRE(made);
  const std::size_t service = made->text.find("<serviceEvent classCode=\"PCPR\">");
  REQUIRE(service != std::string::npos);
  CHECK(made->text.find("<low value=", service) < made->text.find("</serviceEvent>"));
  CHECK(made->text.find("<high nullFlavor=\"UNK\"/>", service) != std::string::npos);
}

}  // namespace
}  // namespace emrlint

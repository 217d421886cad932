// SPDX-License-Identifier: Apache-2.0
// What the generator writes as C-CDA is what the reader reads.
#include "generator/ccda_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/lint.h"
#include "generator/random_chart.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

Batch batch_of(std::string name, std::string text) {
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>(std::move(name), std::move(text)));
  Batch batch = read_texts(std::move(files), Limits{}, true);
  REQUIRE(batch.problems.empty());
  REQUIRE(batch.charts.size() == 1);
  return batch;
}

Batch random_batch(std::uint64_t number) {
  return batch_of("chart.json", random_chart(3, number, 0).json);
}

const Document* document_of(const Chart& chart, const std::string& file) {
  for (const Document& document : chart.documents) {
    if (file.starts_with(std::string(document.id.value) + "-")) return &document;
  }
  return nullptr;
}

// Each signer with his time, sorted: the file has the last to sign first.
std::vector<std::string> signers(const Document& document) {
  std::vector<std::string> result;
  for (const Signature& signature : document.signatures) {
    std::string line(signature.person.id.value);
    line.append(" ").append(signature.person.name.value);
    if (signature.at) line.append(" ").append(to_string(signature.at->value));
    result.push_back(line);
  }
  std::sort(result.begin(), result.end());
  return result;
}

void check_header(const Chart& made, const Document& wrote, const Chart& chart) {
  const Document& document = chart.documents.front();
  CHECK(document.format == Format::kCcda);
  CHECK(document.type == ccda_type(wrote.type));
  CHECK(document.id.value == wrote.id.value);
  CHECK(chart.realm == Realm::kOther);
  CHECK(chart.patient.id.value == made.patient.id.value);
  CHECK(chart.patient.name.value == made.patient.name.value);
  CHECK(chart.patient.sex.value == made.patient.sex.value);
  CHECK(chart.encounter.id.value == made.encounter.id.value);
  CHECK(chart.encounter.kind.value == made.encounter.kind.value);
  REQUIRE(chart.encounter.admitted.known());
  CHECK(chart.encounter.admitted.value().earliest == made.encounter.admitted.value().earliest);
  REQUIRE(chart.encounter.discharged.known());
  CHECK(chart.encounter.discharged.value().earliest == made.encounter.discharged.value().earliest);
  CHECK(chart.encounter.attending.name.value == made.encounter.attending.name.value);
  CHECK(document.author.name.value == wrote.author.name.value);
  CHECK(signers(document) == signers(wrote));
}

std::string text_of(const Document& document, SectionType type) {
  std::string joined;
  for (const Section& section : document.sections) {
    if (section.type != type || section.field) continue;
    for (const Text& text : document.text_of(section)) joined.append(text.value).append("\n");
  }
  return joined;
}

void check_sections(const Document& wrote, const Document& read) {
  for (const Section& section : wrote.sections) {
    if (section.type == SectionType::kUnknown) continue;
    CAPTURE(id(section.type));
    CHECK(read.section(section.type) != nullptr);
    const std::string found = text_of(read, section.type);
    for (const Text& text : wrote.text_of(section)) {
      CHECK(found.find(text.value) != std::string::npos);
    }
  }
}

TEST_CASE("C-CDA writer: what is written is read back") {
  std::size_t operations = 0;
  for (std::uint64_t number = 0; number < 12; ++number) {
    const Batch source = random_batch(number);
    const Chart& made = source.charts.front();
    const std::vector<GeneratedFile> files = write_ccda(made);
    CHECK(files.size() >= 3);
    for (const GeneratedFile& file : files) {
      CAPTURE(file.name);
      const Document* const wrote = document_of(made, file.name);
      REQUIRE(wrote != nullptr);
      const Batch batch = batch_of(file.name, file.text);
      const Chart& chart = batch.charts.front();
      check_header(made, *wrote, chart);
      check_sections(*wrote, chart.documents.front());
      if (wrote->type != DocType::kOperationRecord) continue;
      ++operations;
      REQUIRE(chart.surgeries.size() == 1);
      const Surgery& surgery = made.surgeries[wrote->surgeries.front()];
      CHECK(chart.surgeries.front().name.value == surgery.name.value);
      CHECK(chart.surgeries.front().surgeon.name.value == surgery.surgeon.name.value);
    }
  }
  CHECK(operations > 0);
}

TEST_CASE("C-CDA writer: entries reach the model") {
  const Batch source = random_batch(1);
  bool discharged = false;
  for (const GeneratedFile& file : write_ccda(source.charts.front())) {
    CAPTURE(file.name);
    const Batch batch = batch_of(file.name, file.text);
    const Chart& chart = batch.charts.front();
    CHECK(!chart.observations.empty());
    CHECK(!chart.orders.empty());
    if (chart.documents.front().type != DocType::kDischargeRecord) continue;
    discharged = true;
    CHECK(!chart.procedures.empty());
    CHECK(!chart.results.empty());
    const auto at_discharge = [](const Diagnosis& it) {
      return it.role == DiagnosisRole::kDischarge;
    };
    CHECK(std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), at_discharge));
  }
  CHECK(discharged);
}

TEST_CASE("C-CDA writer: sizes and density of real documents, the same bytes each time") {
  const Batch source = random_batch(2);
  const std::vector<GeneratedFile> files = write_ccda(source.charts.front());
  const std::vector<GeneratedFile> again = write_ccda(source.charts.front());
  REQUIRE(files.size() == again.size());
  std::size_t total = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    CAPTURE(files[i].name);
    CHECK(files[i].text == again[i].text);
    CHECK(files[i].text.size() > 20'000);
    CHECK(files[i].text.size() < 250'000);
    total += files[i].text.size();
  }
  const std::size_t mean = total / files.size();
  CHECK(mean > 30'000);
  CHECK(mean < 100'000);
}

// Ids of the structure checks that fail on the file, a space behind each.
std::string structure_findings(const Catalog& catalog, const Config& config,
                               const GeneratedFile& file) {
  const Batch batch = batch_of(file.name, file.text);
  const ChartReport report = lint(catalog, config, batch.charts.front(), file.name);
  CHECK(report.broken.empty());
  std::string ids;
  for (const Finding& finding : report.findings) {
    const std::string_view check = catalog.entries()[finding.check].info.id;
    if (finding.outcome.kind != OutcomeKind::kFail) continue;
    if (check.starts_with("structure-")) ids.append(check).append(" ");
  }
  return ids;
}

TEST_CASE("C-CDA writer: no structure finding under the international profile") {
  const Result<Catalog> catalog = Catalog::built_in();
  REQUIRE(catalog.ok());
  const Result<Config> config = Config::load(*catalog, "", "", nullptr);
  REQUIRE(config.ok());
  for (std::uint64_t number = 0; number < 6; ++number) {
    const Batch source = random_batch(number);
    for (GeneratedFile& file : write_ccda(source.charts.front())) {
      CAPTURE(file.name);
      CHECK(structure_findings(*catalog, *config, file) == "");
      const std::size_t time = file.text.find("<time value=\"");
      REQUIRE(time != std::string::npos);
      file.text.replace(time, 17, "<time value=\"2x24");
      CHECK(structure_findings(*catalog, *config, file) == "structure-time ");
    }
  }
}

}  // namespace
}  // namespace emrlint

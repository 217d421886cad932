// SPDX-License-Identifier: Apache-2.0
// The XML and FHIR forms of fixtures/charts are what the generator makes of the chart JSON, and
// give the same findings. EMRLINT_UPDATE_FIXTURES=1 writes them anew.
#include "generator/fhir_writer.h"
#include "generator/ws500_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "engine/lint.h"
#include "reader/input.h"

namespace emrlint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNames[] = {"medical-stay", "medical-stay-broken", "elective-surgery",
                                  "elective-surgery-broken"};

fs::path json_form(const std::string& name) { return fs::path("fixtures/charts") / name; }

// fixtures/charts/medical-stay-xml-broken
fs::path form(std::string name, const char* format) {
  const std::size_t broken = name.find("-broken");
  return fs::path("fixtures/charts") / name.insert(std::min(broken, name.size()), format);
}

Batch read(const fs::path& folder) {
  Inputs inputs({.paths = {folder.string()}, .stdin_filename = "", .limits = {}});
  std::optional<WorkUnit> unit = inputs.next();
  REQUIRE(unit);
  Batch batch = read_unit(std::move(*unit), Limits{});
  CHECK_MESSAGE(!inputs.next(), folder.string(), " is one stay");
  CHECK(batch.problems.empty());
  REQUIRE(batch.charts.size() == 1);
  return batch;
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Check and message of each finding, a line each, sorted.
std::string findings(const fs::path& folder) {
  const Batch batch = read(folder);
  const Result<Catalog> catalog = Catalog::built_in();
  REQUIRE(catalog.ok());
  const Result<Config> config = Config::load(*catalog, "", "", nullptr);
  REQUIRE(config.ok());
  const ChartReport report = lint(*catalog, *config, batch.charts.front());
  CHECK(report.broken.empty());
  std::multiset<std::string> lines;
  for (const Finding& finding : report.findings) {
    if (finding.superseded || finding.outcome.kind != OutcomeKind::kFail) continue;
    const std::string_view check = catalog->entries()[finding.check].info.id;
    lines.insert(std::string(check) + '/' + std::string(finding.outcome.message_id) + '\n');
  }
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

void update(const fs::path& folder, const std::vector<GeneratedFile>& files) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const GeneratedFile& file : files) {
    std::ofstream(folder / file.name, std::ios::binary) << file.text;
  }
}

void check_form(const fs::path& folder, const std::vector<GeneratedFile>& files) {
  CAPTURE(folder.string());
  if (std::getenv("EMRLINT_UPDATE_FIXTURES") != nullptr) update(folder, files);
  const auto count = std::distance(fs::directory_iterator(folder), fs::directory_iterator());
  CHECK(static_cast<std::size_t>(count) == files.size());
  for (const GeneratedFile& file : files) {
    CHECK_MESSAGE(text_of(folder / file.name) == file.text, file.name);
  }
}

TEST_CASE("the other forms of the charts are generated") {
  for (const char* name : kNames) {
    const Batch batch = read(json_form(name));
    const Chart& chart = batch.charts.front();
    check_form(form(name, "-xml"), write_ws500(chart));
    check_form(form(name, "-fhir"), {{"bundle.json", write_fhir(chart)}});
  }
}

TEST_CASE("a chart gives the same findings in each of its forms") {
  for (const std::string name : kNames) {
    CAPTURE(name);
    const std::string expected = findings(json_form(name));
    CHECK(expected.empty() == (name.find("broken") == name.npos));
    CHECK(findings(form(name, "-xml")) == expected);
    CHECK(findings(form(name, "-fhir")) == expected);
  }
}

}  // namespace
}  // namespace emrlint

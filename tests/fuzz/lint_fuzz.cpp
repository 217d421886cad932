// SPDX-License-Identifier: Apache-2.0
// The whole way: bytes, charts, all checks, and all forms of output but XLSX.
#include <rapidjson/reader.h>

#include <functional>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>

#include "engine/places.h"
#include "engine/summary.h"
#include "fuzz/invariants.h"
#include "output/sink.h"
#include "reader/readers.h"

namespace emrlint::fuzz {
namespace {

const Catalog& catalog() {
  static const Catalog built_in = std::move(*Catalog::built_in());
  return built_in;
}

const Config& config() {
  static const Config national =
      std::move(*Config::load(catalog(), "emrlint.toml", "extends = [\"cn-national\"]\n", {}));
  return national;
}

bool is_json(std::string_view text) {
  rapidjson::MemoryStream bytes(text.data(), text.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
  rapidjson::BaseReaderHandler<> handler;
  rapidjson::Reader reader;
  constexpr unsigned kFlags =
      rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  return !reader.Parse<kFlags>(stream, handler).IsError();
}

void check_json_lines(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    expect(is_json(line), "a line of the JSON output is no JSON");
  }
}

void write(std::unique_ptr<Sink> sink, const Batch& batch, const std::vector<ChartReport>& reports,
           const RunSummary& summary) {
  sink->begin();
  sink->batch(batch, reports);
  sink->end(summary);
}

// A log of SARIF describes all checks, which takes longer than everything else that happens to a
// small input (45 ms against 0.4 without sanitizers): one input of 256 gets one, always the same.
bool gets_sarif(const std::string& bytes) { return std::hash<std::string>{}(bytes) % 256 == 0; }

// Text, JSON lines and perhaps SARIF of one run, one after the other.
std::string lint_once(const std::string& bytes) {
  std::unique_ptr<SourceFile> file = load_text(bytes);
  if (!file) return {};
  Files files;
  files.push_back(std::move(file));
  const Batch batch = read_texts(std::move(files), small_limits(), false);
  std::vector<ChartReport> reports;
  for (const Chart& chart : batch.charts) {
    reports.push_back(lint(catalog(), config(), chart, "input"));
    check_report(batch.files, reports.back());
    resolve_places(batch, reports.back());
    check_report(batch.files, reports.back());
  }
  RunSummary summary;
  summary.add(batch, reports);
  std::ostringstream text, json, sarif, csv, junit, fhir;
  OutputOptions options;
  options.show_undecided = true;
  write(make_text_sink(text, catalog(), options), batch, reports, summary);
  write(make_json_sink(json, catalog(), options), batch, reports, summary);
  check_json_lines(json.str());
  if (gets_sarif(bytes)) {
    write(make_sarif_sink(sarif, catalog(), options), batch, reports, summary);
    expect(is_json(sarif.view()), "the SARIF log is no JSON");
    write(make_fhir_sink(fhir, catalog(), options), batch, reports, summary);
    expect(is_json(fhir.view()), "the FHIR bundle is no JSON");
  }
  write(make_csv_sink(csv, catalog(), options), batch, reports, summary);
  write(make_junit_sink(junit, catalog(), options), batch, reports, summary);
  pugi::xml_document parsed;
  expect(parsed.load_string(junit.str().c_str()), "the JUnit XML is no XML");
  return text.str() + json.str() + sarif.str() + csv.str() + junit.str() + fhir.str();
}

}  // namespace
}  // namespace emrlint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = emrlint::fuzz::bytes_of(data, size);
  const std::string first = emrlint::fuzz::lint_once(bytes);
  emrlint::fuzz::expect(first == emrlint::fuzz::lint_once(bytes), "linting twice differs");
  return 0;
}

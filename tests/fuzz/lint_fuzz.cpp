// SPDX-License-Identifier: Apache-2.0
// The whole way: bytes, charts, all checks, text, JSON lines and SARIF.
#include <rapidjson/document.h>

#include <sstream>

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

bool is_json(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(
      text.data(), text.size());
  return !document.HasParseError();
}

void check_json_lines(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    expect(is_json(line), "a line of the JSON output is no JSON");
  }
}

// Text, JSON lines and SARIF of one run, one after the other.
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
  std::ostringstream text, json, sarif;
  OutputOptions options;
  options.show_undecided = true;
  for (auto& sink : {make_text_sink(text, catalog(), options).release(),
                     make_json_sink(json, catalog(), options).release(),
                     make_sarif_sink(sarif, catalog(), options).release()}) {
    const std::unique_ptr<Sink> owned(sink);
    owned->begin();
    owned->batch(batch, reports);
    owned->end(summary);
  }
  expect(is_json(sarif.str()), "the SARIF log is no JSON");
  check_json_lines(json.str());
  return text.str() + json.str() + sarif.str();
}

}  // namespace
}  // namespace emrlint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = emrlint::fuzz::bytes_of(data, size);
  const std::string first = emrlint::fuzz::lint_once(bytes);
  emrlint::fuzz::expect(first == emrlint::fuzz::lint_once(bytes), "linting twice differs");
  return 0;
}

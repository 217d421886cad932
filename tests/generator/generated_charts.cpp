// SPDX-License-Identifier: Apache-2.0
#include "generator/generated_charts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

#include "codes/code_import.h"
#include "generator/fhir_writer.h"

namespace emrlint {
namespace {

Result<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{path, path, {}};
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// What local sheets and indicators ask for besides.
constexpr const char* kLocal = R"(
extends = ["cn-national"]
checks = [
  "coding-unspecified", "consent-self-pay", "duplication-consecutive-round",
  "duplication-copied-passage",
  "duplication-handover-transfer",
  "order-non-order-content", "pathway-cardiac-arrest-outcome",
  "process-critical-value-items", "process-long-order-same-day-stop", "process-rescue-count-match",
  "process-rescue-orders-match", "timeliness-critical-value-same-day", "transfusion-pretest",
]
codes.files = ["icd-10.csv", "icd-10-2023.csv", "icd-9-cm-3.csv"]
check.duplication-copied-passage.min_chars = 200  # Sentences of the generator are alike by chance.
)";

// A list of codes of the invented hospital.
Result<CodeTable> import_codes(const std::string& path) {
  Result<std::string> list = read_file(path);
  if (!list) return list.error();
  CodeImport import(ImportOptions{});
  if (auto error = import.add(path, *std::move(list))) return *error;
  REQUIRE(import.faults().empty());
  const Result<std::string> bytes = import.finish(false);
  if (!bytes) return bytes.error();
  return CodeTable::of(*bytes, path);
}

}  // namespace

Setup built_in() {
  Result<Catalog> catalog = Catalog::built_in();
  REQUIRE(catalog.ok());
  Setup setup{std::move(*catalog), Config{}};
  const std::string path = "fixtures/hospital/emrlint.toml";
  const Result<std::string> text = read_file(path);
  REQUIRE(text.ok());
  Result<Config> config =
      Config::load(setup.catalog, path, kLocal + *text, read_file, import_codes);
  REQUIRE(config.ok());
  setup.config = std::move(*config);
  return setup;
}

Batch read(std::vector<GeneratedFile> texts) {
  std::vector<std::unique_ptr<SourceFile>> files;
  for (GeneratedFile& text : texts) {
    files.push_back(std::make_unique<SourceFile>(text.name, std::move(text.text)));
  }
  Batch batch = read_texts(std::move(files), Limits{}, true);
  REQUIRE(batch.charts.size() == 1);
  REQUIRE(batch.problems.empty());
  return batch;
}

std::vector<Batch> forms_of(const RandomChart& chart) {
  std::vector<Batch> forms;
  forms.push_back(read({{"chart.json", chart.json}}));
  forms.push_back(read(write_ws500(forms[0].charts.front())));
  forms.push_back(read({{"bundle.json", write_fhir(forms[0].charts.front())}}));
  return forms;
}

std::vector<std::string> checks_with(const Setup& setup, const Chart& chart, OutcomeKind kind) {
  std::vector<std::string> ids;
  const ChartReport report = lint(setup.catalog, setup.config, chart, "chart.json");
  for (const Finding& finding : report.findings) {
    if (finding.outcome.kind != kind || finding.superseded) continue;
    ids.emplace_back(setup.catalog.entries()[finding.check].info.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<std::string> findings_of(const Setup& setup, const RandomChart& chart) {
  const Batch batch = read({{"chart.json", chart.json}});
  return checks_with(setup, batch.charts.front(), OutcomeKind::kFail);
}

std::uint64_t charts_wanted(std::uint64_t otherwise) {
  const char* const wanted = std::getenv("EMRLINT_CHARTS");
  return wanted == nullptr ? otherwise : std::strtoull(wanted, nullptr, 10);
}

}  // namespace emrlint

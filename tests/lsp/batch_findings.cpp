// SPDX-License-Identifier: Apache-2.0
#include "lsp/batch_findings.h"

#include <algorithm>

#include "engine/run.h"
#include "lsp/lsp_client.h"
#include "output/placed.h"
#include "output/wording.h"

namespace emrlint::lsp_test {
namespace {

std::string place_text(const Place& place) {
  return std::to_string(place.begin.line - 1) + ":" + std::to_string(place.begin.column - 1) + "-" +
         std::to_string(place.end.line - 1) + ":" + std::to_string(place.end.column - 1);
}

std::string place_text(const rapidjson::Value& range) {
  std::string text;
  for (const char* const end : {"start", "end"}) {
    if (!text.empty()) text += "-";
    text += std::to_string(range[end]["line"].GetUint()) + ":" +
            std::to_string(range[end]["character"].GetUint());
  }
  return text;
}

void add(const Batch& batch, const std::vector<ChartReport>& reports,
         std::vector<std::string>& lines) {
  OutputOptions options;
  options.lang = Lang::kEn;
  options.snippets = Snippets::kFull;
  for (const Problem& problem : batch.problems) {
    std::string line = uri_of(problem.uri) + " ";
    const Span where = placed(batch, problem) ? problem.where : Span{};
    line += placed(batch, problem) ? place_text(whereabouts(batch, where).place) : "0:0-0:0";
    lines.push_back(line + " " + problem.id + " " + problem.en);
  }
  for (const ChartReport& report : reports) {
    Wording wording(options, report.chart);
    for (const Finding& finding : report.findings) {
      if (finding.outcome.kind != OutcomeKind::kFail || finding.superseded || finding.waiver) {
        continue;
      }
      const Whereabouts where = whereabouts(batch, finding.outcome.span);
      lines.push_back(uri_of(std::string(where.uri)) + " " + place_text(where.place) + " " +
                      std::string(built_in_catalog().entries()[finding.check].info.id) + " " +
                      wording.message(finding.outcome));
    }
  }
}

}  // namespace

const Config& built_in_config() {
  static const Config config = *Config::load(built_in_catalog(), "", "", nullptr);
  return config;
}

std::vector<std::string> sorted(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> batch_findings(const std::filesystem::path& folder, const Config& config) {
  InputOptions options;
  options.paths = {std::filesystem::absolute(folder).lexically_normal().string()};
  Inputs inputs(options);
  std::vector<std::string> lines;
  while (auto unit = inputs.next()) {
    const JudgedUnit judged = judge_unit(*std::move(unit), built_in_catalog(), config, Limits{});
    add(judged.batch, judged.reports, lines);
  }
  return lines;
}

std::string line_of(const std::string& uri, const rapidjson::Value& diagnostic) {
  return uri + " " + place_text(diagnostic["range"]) + " " + diagnostic["code"].GetString() + " " +
         diagnostic["message"].GetString();
}

}  // namespace emrlint::lsp_test

// SPDX-License-Identifier: Apache-2.0
#include "lsp/batch_findings.h"

#include <algorithm>
#include <set>

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

bool is_defect(const Finding& finding) {
  return finding.outcome.kind == OutcomeKind::kFail && !finding.superseded && !finding.waiver;
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
      if (!is_defect(finding)) continue;
      const Whereabouts where = whereabouts(batch, finding.outcome.span);
      lines.push_back(uri_of(std::string(where.uri)) + " " + place_text(where.place) + " " +
                      std::string(built_in_catalog().entries()[finding.check].info.id) + " " +
                      wording.message(finding.outcome));
    }
  }
}

template <typename Visit>
void for_each_unit(const std::filesystem::path& folder, const Config& config, Visit visit) {
  InputOptions options;
  options.paths = {std::filesystem::absolute(folder).lexically_normal().string()};
  Inputs inputs(options);
  while (auto unit = inputs.next()) {
    visit(judge_unit(*std::move(unit), built_in_catalog(), config, Limits{}));
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
  std::vector<std::string> lines;
  for_each_unit(folder, config,
                [&](const JudgedUnit& judged) { add(judged.batch, judged.reports, lines); });
  return lines;
}

std::vector<std::string> batch_fixes(const std::filesystem::path& folder, const Config& config) {
  std::set<std::string> lines;
  for_each_unit(folder, config, [&](const JudgedUnit& judged) {
    for (const ChartReport& report : judged.reports) {
      for (const Finding& finding : report.findings) {
        if (!is_defect(finding)) continue;
        for (const Fix& fix : finding.outcome.fixes) {
          const Whereabouts where = whereabouts(judged.batch, fix.span);
          lines.insert(uri_of(std::string(where.uri)) + " " + place_text(where.place) + " " +
                       fix.replacement);
        }
      }
    }
  });
  return {lines.begin(), lines.end()};
}

std::string line_of(const std::string& uri, const rapidjson::Value& diagnostic) {
  return uri + " " + place_text(diagnostic["range"]) + " " + diagnostic["code"].GetString() + " " +
         diagnostic["message"].GetString();
}

std::string line_of_edit(const std::string& uri, const rapidjson::Value& edit) {
  return uri + " " + place_text(edit["range"]) + " " + edit["newText"].GetString();
}

}  // namespace emrlint::lsp_test

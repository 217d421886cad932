// SPDX-License-Identifier: Apache-2.0
#include "lsp/batch_findings.h"

#include <algorithm>
#include <set>

#include "engine/judge_across.h"
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

std::string place_line(const Batch& batch, Span span) {
  const Whereabouts where = whereabouts(batch, span);
  return uri_of(std::string(where.uri)) + " " + place_text(where.place);
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
      std::string line = place_line(batch, finding.outcome.span) + " " +
                         std::string(built_in_catalog().entries()[finding.check].info.id) + " " +
                         wording.message(finding.outcome);
      for (const Note& note : finding.outcome.notes) {
        line += "\n  see " + place_line(batch, note.span) + " " +
                wording.sentence(note.zh, note.en, note.args);
      }
      lines.push_back(line);
    }
  }
}

InputOptions inputs_of(const std::filesystem::path& folder) {
  InputOptions options;
  options.paths = {std::filesystem::absolute(folder).lexically_normal().string()};
  return options;
}

class Lines final : public Receiver {
 public:
  std::vector<std::string> render(const Batch&, const std::vector<ChartReport>&) const override {
    return {};
  }
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>&) override {
    lsp_test::add(batch, reports, lines);
  }

  std::vector<std::string> lines;
};

template <typename Visit>
void for_each_unit(const std::filesystem::path& folder, const Config& config, Visit visit) {
  Inputs inputs(inputs_of(folder));
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
  Lines out;
  Inputs inputs(inputs_of(folder));
  AcrossOptions options;
  options.lines.boilerplate = &config.tables().boilerplate();
  AcrossCharts across(built_in_catalog(), options);
  RunSummary summary = run(inputs, built_in_catalog(), config, {}, out, &across);
  judge_across(across, built_in_catalog(), config, summary, out);
  return std::move(out.lines);
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
  std::string line = uri + " " + place_text(diagnostic["range"]) + " " +
                     diagnostic["code"].GetString() + " " + diagnostic["message"].GetString();
  if (!diagnostic.HasMember("relatedInformation")) return line;
  for (const rapidjson::Value& note : diagnostic["relatedInformation"].GetArray()) {
    const rapidjson::Value& location = note["location"];
    line += std::string("\n  see ") + location["uri"].GetString() + " " +
            place_text(location["range"]) + " " + note["message"].GetString();
  }
  return line;
}

std::string line_of_edit(const std::string& uri, const rapidjson::Value& edit) {
  return uri + " " + place_text(edit["range"]) + " " + edit["newText"].GetString();
}

}  // namespace emrlint::lsp_test

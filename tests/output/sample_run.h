// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_OUTPUT_SAMPLE_RUN_H_
#define EMRLINT_TESTS_OUTPUT_SAMPLE_RUN_H_

#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "check/report.h"
#include "engine/places.h"
#include "engine/summary.h"
#include "output/sink.h"
#include "reader/readers.h"

namespace emrlint {
namespace sample {

inline constexpr const char* kChart = R"({
  "format": "emrlint-chart/1", "chart": "ZY1", "complete": true,
  "patient": {"name": "张三", "sex": "male"},
  "encounter": {"id": "ZY1", "kind": "inpatient", "admitted": "2024-03-01T09:12+08:00"},
  "documents": [
    {"id": "d1", "type": "admission-record", "title": "入院记录", "sections": [
      {"type": "present-illness", "text": "患者张三于三天前出现腹痛，电话13800001234，无发热。"}]},
    {"id": "d2", "type": "progress-note", "title": "日常病程记录", "sections": []},
    {"id": "d3", "type": "progress-note", "title": "日常病程记录", "sections": []},
    {"id": "d4", "type": "progress-note", "title": "日常病程记录", "sections": []}
  ]
})";

inline constexpr const char* kConfig = R"(checks = ["sample-*"]
[[waiver]]
check = "sample-check"
chart = "ZY1"
subject = "document/progress-note/d4"
reason = "张三知情"
by = "病案室"
until = "2030-12-31"
)";

inline constexpr Message<Personal, Time> kFound = {
    "found", "患者{0}的病史在{1}之后写成。", "The history of {0} was written after {1}."};
inline constexpr Message<Time> kAdmitted = {"admitted", "入院：{0}。", "Admission: {0}."};
inline constexpr Message<> kMend = {"mend", "写\"≥\"", "write \"≥\""};
inline constexpr MessageInfo kMessages[] = {kFound, kAdmitted, kMend};
inline constexpr Citation kBasis[] = {{"BL", "22(15)"}, {"BL", "8"}, {"HX", "8-1"}};
inline constexpr int kSystems[] = {15};

inline void judge(const Chart& chart, const Options&, Report& report) {
  const TimeFact& admitted = chart.encounter.admitted;
  for (const Document& document : chart.documents) {
    const Subject subject = of(chart, document);
    if (document.id.value == "d1") {
      const Text& text = document.texts.front();
      const std::size_t at = text.value.find("腹痛");
      const auto begin = static_cast<std::uint32_t>(text.span.begin + at);
      report.fail(kFound, subject, {text.span.file, begin, begin + 6},
                  Personal{chart.patient.name.value}, admitted.value())
          .measure("similarity", 12.0 / 13)
          .measure("length", 210)
          .note(kAdmitted, admitted.span(), admitted.value())
          .fix(kMend, {text.span.file, begin, begin + 6}, "\"≥\"")
          .fix(kMend, {text.span.file, begin, begin + 6}, "张三")
          .timeline = true;
    } else if (document.id.value == "d2") {
      report.undecided(subject, missing::kTitle);
    } else if (document.id.value == "d3") {
      report.due(kAdmitted, subject, document.span, admitted.value(),
                 {to_argument(admitted.value())});
    } else {
      report.fail(kFound, subject, document.span, Personal{"张三"}, admitted.value());
    }
  }
}

inline constexpr Check kCheck = {
    .info = {.id = "sample-check",
             .severity = Severity::kError,
             .title = {"病史及时书写", "The history is written in time"},
             .judged = {"病史的时间。", "The time of the history."},
             .advice = {"及时书写。", "Write in time."},
             .basis = kBasis,
             .core_systems = kSystems,
             .messages = kMessages},
    .run = judge};

}  // namespace sample

// A file of tests/output/golden.
inline std::string golden(const std::string& name) {
  std::ifstream in("tests/output/golden/" + name, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A small invented chart, judged by one check of the tests that says one of everything: a failure
// with a timeline, an undecided and a due outcome, a waived one; beside it a file that is broken.
class SampleRun {
 public:
  SampleRun();

  using Make =
      std::function<std::unique_ptr<Sink>(std::ostream&, const Catalog&, OutputOptions)>;
  std::string write(const Make& make, const OutputOptions& options) const;
  const RunSummary& summary() const { return summary_; }

 private:
  Catalog catalog_;
  Config config_;
  Batch batch_;
  std::vector<ChartReport> reports_;
  RunSummary summary_;
};

inline SampleRun::SampleRun() {
  REQUIRE_FALSE(catalog_.add_native(sample::kCheck, "test"));
  const auto no_file = [](const std::string& path) -> Result<std::string> {
    return Error{path, path, {}};
  };
  Result<Config> config = Config::load(catalog_, "emrlint.toml", sample::kConfig, no_file);
  REQUIRE(config.ok());
  config_ = *std::move(config);
  config_.today = parse_iso_time("2024-03-10");
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("病历/a b.json", sample::kChart));
  batch_ = read_texts(std::move(files), Limits{}, false);
  REQUIRE(batch_.charts.size() == 1);
  Problem& problem = batch_.problems.emplace_back();
  problem.id = "xml-syntax";
  problem.zh = "第3行：标签没有结束。";
  problem.en = "Line 3: a tag does not end.";
  problem.uri = "病历/broken.xml";
  reports_.push_back(lint(catalog_, config_, batch_.charts.front(), "病历/a b.json"));
  resolve_places(batch_, reports_.back());
  summary_.add(batch_, reports_);
}

inline std::string SampleRun::write(const Make& make, const OutputOptions& options) const {
  std::ostringstream out;
  const std::unique_ptr<Sink> sink = make(out, catalog_, options);
  sink->begin();
  sink->batch(batch_, reports_);
  sink->end(summary_);
  return out.str();
}

}  // namespace emrlint

#endif  // EMRLINT_TESTS_OUTPUT_SAMPLE_RUN_H_

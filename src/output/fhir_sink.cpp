// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <sstream>
#include <utility>

#include "output/card_text.h"
#include "output/citation.h"
#include "output/due_list.h"
#include "output/json_writer.h"
#include "output/place.h"
#include "output/snippet.h"
#include "output/state_name.h"
#include "output/wording.h"
#include "reader/logical_path.h"

namespace emrlint {
namespace {

constexpr const char* kChartExtension = "urn:emrlint:chart";
constexpr const char* kFingerprintExtension = "urn:emrlint:fingerprint";

// The code of IssueType (R4) that says most of a finding.
std::string_view issue_code(const Finding& finding, std::string_view family) {
  if (finding.waiver != nullptr) return "informational";
  if (finding.outcome.kind == OutcomeKind::kUndecided) return "incomplete";
  if (finding.outcome.kind == OutcomeKind::kDue) return "informational";
  if (family == "completeness") return "required";
  if (family == "coding") return "code-invalid";
  return "business-rule";
}

std::string_view issue_severity(const Finding& finding) {
  if (finding.outcome.kind != OutcomeKind::kFail || finding.waiver != nullptr) {
    return "information";
  }
  return finding.severity == Severity::kNote ? "information" : id(finding.severity);
}

// The outcome of one chart, or of one input that was not read.
class OutcomeWriter {
 public:
  OutcomeWriter(std::ostream& out, const Catalog& catalog, const OutputOptions& options,
                const Batch& batch)
      : json_(out), catalog_(catalog), options_(options), batch_(batch) {}

  void write(const Problem& problem) {
    Wording wording(options_, nullptr);
    begin("");
    const bool nothing = problem.kind != Problem::Kind::kIncomplete;
    begin_issue(nothing ? "fatal" : "error", nothing ? "structure" : "incomplete");
    details("urn:emrlint:problem", problem.id, "",
            wording.text(options_.lang == Lang::kZh ? problem.zh : problem.en));
    json_.text("diagnostics", printable(problem.uri));
    json_.end_object();
    end();
  }

  void write(const ChartReport& report) {
    // What checks across charts found nothing about has its outcome already.
    if (report.chart == nullptr && report.findings.empty() && report.broken.empty()) return;
    Wording wording(options_, report.chart);
    begin(report.key);
    for (const BrokenCheck& broken : report.broken) {
      begin_issue("fatal", "exception");
      const CheckInfo& info = catalog_.entries()[broken.check].info;
      details(help_uri(info.id), "broken", info.title.in(options_.lang), wording.text(broken.what));
      json_.end_object();
    }
    for (const Finding& finding : report.findings) {
      if (!finding.superseded) write(finding, wording);
    }
    if (!any_) write_nothing(report);
    end();
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }

  void begin(std::string_view chart) {
    any_ = false;
    json_.begin_object();
    json_.text("resourceType", "OperationOutcome");
    if (!chart.empty()) {
      json_.begin_array("extension");
      extension(kChartExtension, chart);
      json_.end_array();
    }
    json_.begin_array("issue");
  }

  void end() {
    json_.end_array();
    json_.end_object();
    json_.end_document();
  }

  void extension(std::string_view url, std::string_view value) {
    json_.begin_object();
    json_.text("url", url);
    json_.text("valueString", value);
    json_.end_object();
  }

  void begin_issue(std::string_view severity, std::string_view code) {
    any_ = true;
    json_.begin_object();
    json_.text("severity", severity);
    json_.text("code", code);
  }

  void details(std::string_view system, std::string_view code, std::string_view display,
               std::string_view text) {
    json_.begin_object("details");
    json_.begin_array("coding");
    json_.begin_object();
    json_.text("system", system);
    json_.text("code", code);
    if (!display.empty()) json_.text("display", display);
    json_.end_object();
    json_.end_array();
    json_.text("text", printable(text));
    json_.end_object();
  }

  void write(const Finding& finding, Wording& wording) {
    const Outcome& outcome = finding.outcome;
    const CatalogEntry& entry = catalog_.entries()[finding.check];
    json_.begin_object();
    any_ = true;
    json_.begin_array("extension");
    extension(kFingerprintExtension, finding.fingerprint);
    json_.end_array();
    json_.text("severity", issue_severity(finding));
    json_.text("code", issue_code(finding, entry.family));
    details(help_uri(entry.info.id), outcome.message_id, entry.info.title.in(options_.lang),
            wording.message(outcome));
    json_.text("diagnostics", diagnostics(finding, entry.info, wording));
    write_path(outcome.span);
    json_.end_object();
  }

  // "a.json:7:54 [check/message] finding; basis: ..."
  std::string diagnostics(const Finding& finding, const CheckInfo& info, Wording& wording) {
    const Whereabouts where = whereabouts(batch_, finding.outcome.span);
    std::string text = fmt::format("{}:{}:{} [{}/{}] {}", printable(where.uri),
                                   where.place.begin.line, where.place.begin.column, info.id,
                                   finding.outcome.message_id, state_name(finding, options_.lang));
    if (is_due(finding.outcome)) text.append(" ").append(to_string(*finding.outcome.due));
    if (finding.waiver != nullptr) {
      text.append(say("：", ": ")).append(printable(wording.text(finding.waiver->reason)));
    }
    if (info.basis.empty()) return text;
    text.append(say("；依据：", "; basis: "));
    return text.append(citations_text(info.basis, options_.lang));
  }

  // FHIRPath is the expression, XPath the location; a JSON pointer is neither.
  void write_path(Span span) {
    std::string path, kind;
    if (const Site* const site = batch_.site(span)) {
      path = site->path;
      kind = site->kind;
    } else {
      const SourceFile& file = *batch_.files[span.file];
      if (file.syntax() == Syntax::kUnknown) return;
      if (!finder_ || finder_file_ != &file) {
        finder_.emplace(file, path_style(file));
        finder_file_ = &file;
      }
      const LogicalPath found = finder_->at(span.begin);
      path = found.path;
      kind = found.kind;
    }
    if (path.empty()) return;
    const bool xpath = kind == "element" || kind == "attribute";
    if (path.front() == '/' && !xpath) return;
    json_.begin_array(xpath ? "location" : "expression");
    json_.text(path);
    json_.end_array();
  }

  // An outcome has an issue: that there is none is one, with what it rests on.
  void write_nothing(const ChartReport& report) {
    std::uint64_t passed = 0;
    for (const Tally& tally : report.tallies) passed += tally.pass;
    begin_issue("information", "informational");
    json_.begin_object("details");
    const std::string count = std::to_string(passed);
    json_.text("text", options_.lang == Lang::kZh ? "没有问题：" + count + "项判定通过"
                                                  : "no finding: " + count + " judgements passed");
    json_.end_object();
    json_.end_object();
  }

  JsonWriter json_;
  const Catalog& catalog_;
  const OutputOptions& options_;
  const Batch& batch_;
  bool any_ = false;                  // Whether the outcome at hand has an issue.
  std::optional<PathFinder> finder_;  // Of finder_file_, the last one that was asked for.
  const SourceFile* finder_file_ = nullptr;
};

// FHIR R4: a Bundle with an OperationOutcome for each chart.
class FhirSink final : public Sink {
 public:
  FhirSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : out_(out), catalog_(catalog), options_(std::move(options)) {}

  void begin() override {
    out_ << R"({"resourceType":"Bundle","type":"collection")";
    out_ << (options_.lang == Lang::kZh ? R"(,"language":"zh-CN")" : R"(,"language":"en")");
  }

  // A resource a line.
  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    std::ostringstream out;
    {
      OutcomeWriter writer(out, catalog_, options_, batch);  // Writes the rest when it goes.
      for (const Problem& problem : batch.problems) writer.write(problem);
      for (const ChartReport& report : reports) writer.write(report);
    }
    return std::move(out).str();
  }

  void add(const Batch&, const std::vector<ChartReport>&, std::string_view rendered) override {
    while (!rendered.empty()) {
      const std::size_t end = rendered.find('\n');
      // Numbers in order: the same run gives the same URNs.
      ++count_;
      out_ << (count_ == 1 ? ",\"entry\":[\n" : ",\n")
           << fmt::format(R"({{"fullUrl":"urn:uuid:00000000-0000-8000-8000-{:012x}","resource":)",
                          count_)
           << rendered.substr(0, end) << "}";
      rendered.remove_prefix(end + 1);
    }
  }

  void end(const RunSummary&) override { out_ << (count_ == 0 ? "}\n" : "\n]}\n") << std::flush; }

 private:
  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<Sink> make_fhir_sink(std::ostream& out, const Catalog& catalog,
                                     OutputOptions options) {
  return std::make_unique<FhirSink>(out, catalog, std::move(options));
}

}  // namespace emrlint

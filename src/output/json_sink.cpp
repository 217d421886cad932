// SPDX-License-Identifier: Apache-2.0
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "output/chart_head.h"
#include "output/citation.h"
#include "output/due_list.h"
#include "output/json_place.h"
#include "output/json_summary.h"
#include "output/json_writer.h"
#include "output/placed.h"
#include "output/sink.h"
#include "output/wording.h"

namespace emrlint {
namespace {

// The lines of one batch.
class BatchLines {
 public:
  BatchLines(std::ostream& out, const Catalog& catalog, const OutputOptions& options,
             const Batch& batch)
      : json_(out), catalog_(catalog), options_(options), batch_(batch) {}

  void write(const std::vector<ChartReport>& reports) {
    for (const Problem& problem : batch_.problems) write_problem(problem);
    for (const ChartReport& report : reports) {
      Wording wording(options_, report.chart);
      if (report.chart != nullptr) write_chart(report, wording);
      for (const BrokenCheck& broken : report.broken) write_broken(report, broken, wording);
      for (const Finding& finding : report.findings) write_finding(report, finding, wording);
    }
  }

 private:
  void write_place(Span span) { write_json_place(json_, whereabouts(batch_, span)); }

  void write_problem(const Problem& problem) {
    Wording wording(options_, nullptr);
    json_.begin_object();
    json_.text("type", "problem");
    json_.text("kind", id(problem.kind));
    json_.text("id", problem.id);
    json_.text("message", wording.text(options_.lang == Lang::kZh ? problem.zh : problem.en));
    if (placed(batch_, problem)) {
      write_place(problem.where);
    } else {
      json_.text("path", problem.uri);
    }
    json_.end_object();
    json_.end_document();
  }

  // The chart itself, also where nothing was found: whose it is, and which checks it passed.
  void write_chart(const ChartReport& report, Wording& wording) {
    json_.begin_object();
    json_.text("type", "chart");
    json_.text("chart", report.key);
    json_.text("profile", report.profile);
    const ChartHead head = chart_head(report.chart, wording);
    if (!head.patient.empty()) json_.text("patient", head.patient);
    if (!head.department.empty()) json_.text("department", head.department);
    if (!head.doctor.empty()) json_.text("doctor", head.doctor);
    json_.number("documents", report.chart->documents.size());
    json_.flag("complete", report.chart->complete);
    json_.begin_object("passed");
    for (std::size_t i = 0; i < report.tallies.size(); ++i) {
      const std::uint32_t pass = report.tallies[i].pass;
      if (pass > 0) json_.number(catalog_.entries()[i].info.id, pass);
    }
    json_.end_object();
    json_.end_object();
    json_.end_document();
  }

  void write_broken(const ChartReport& report, const BrokenCheck& broken, Wording& wording) {
    json_.begin_object();
    json_.text("type", "broken");
    json_.text("chart", report.key);
    json_.text("check", catalog_.entries()[broken.check].info.id);
    json_.text("message", wording.text(broken.what));
    json_.end_object();
    json_.end_document();
  }

  static std::string_view type_of(OutcomeKind kind) {
    switch (kind) {
      case OutcomeKind::kFail:
        break;
      case OutcomeKind::kUndecided:
        return "undecided";
      case OutcomeKind::kDue:
        return "due";
    }
    return "finding";
  }

  void write_finding(const ChartReport& report, const Finding& finding, Wording& wording) {
    const Outcome& outcome = finding.outcome;
    const CheckInfo& info = catalog_.entries()[finding.check].info;
    json_.begin_object();
    json_.text("type", type_of(outcome.kind));
    json_.text("chart", report.key);
    json_.text("profile", report.profile);
    json_.text("check", info.id);
    json_.text(outcome.kind == OutcomeKind::kUndecided ? "missing" : "messageId",
               outcome.message_id);
    if (outcome.kind != OutcomeKind::kUndecided) json_.text("severity", id(finding.severity));
    json_.text("message", wording.message(outcome));
    json_.begin_array("arguments");
    for (const Argument& argument : outcome.args) json_.text(wording.argument(argument));
    json_.end_array();
    json_.text("subject", finding.subject);
    if (report.chart != nullptr) write_document(*report.chart, finding, wording);
    json_.text("fingerprint", finding.fingerprint);
    if (is_due(outcome)) json_.text("dueAt", to_iso(*outcome.due));
    write_place(outcome.span);
    write_notes(outcome, wording);
    if (outcome.timeline) json_.flag("timeline", true);
    write_fixes(outcome, wording);
    write_measures(outcome);
    json_.begin_array("basis");
    for (const Citation& citation : info.basis) {
      json_.text(std::string(citation.source) + " " + std::string(citation.article));
    }
    json_.end_array();
    if (finding.superseded) json_.flag("superseded", true);
    if (finding.waiver != nullptr) write_waiver(*finding.waiver, wording);
    json_.end_object();
    json_.end_document();
  }

  void write_document(const Chart& chart, const Finding& finding, Wording& wording) {
    const Document* const document = document_of(chart, finding);
    if (document == nullptr) return;
    json_.text("document", document_text(*document, wording, options_.lang));
    const std::string author = staff_text(document->author, wording);
    if (!author.empty()) json_.text("doctor", author);
  }

  void write_notes(const Outcome& outcome, Wording& wording) {
    json_.begin_array("notes");
    for (const Note& note : outcome.notes) {
      json_.begin_object();
      json_.text("message", wording.sentence(note.zh, note.en, note.args));
      write_place(note.span);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_fixes(const Outcome& outcome, Wording& wording) {
    bool any = false;
    for (const Fix& fix : outcome.fixes) {
      if (!wording.shows(fix)) continue;
      if (!any) json_.begin_array("fixes");
      any = true;
      json_.begin_object();
      json_.text("message", wording.sentence(fix.zh, fix.en, fix.args));
      json_.text("replacement", fix.replacement);
      write_place(fix.span);
      json_.end_object();
    }
    if (any) json_.end_array();
  }

  void write_measures(const Outcome& outcome) {
    if (outcome.measures.empty()) return;
    json_.begin_object("measures");
    for (const Measure& measure : outcome.measures) json_.decimal(measure.name, measure.value);
    json_.end_object();
  }

  void write_waiver(const Waiver& waiver, Wording& wording) {
    json_.begin_object("waiver");
    json_.text("reason", wording.text(waiver.reason));
    json_.text("by", wording.text(waiver.by));
    json_.text("until", to_iso(waiver.until));
    json_.text("origin", waiver.origin);
    json_.end_object();
  }

  JsonWriter json_;
  const Catalog& catalog_;
  const OutputOptions& options_;
  const Batch& batch_;
};

// One JSON object a line; the keys are described in docs/output.md.
class JsonSink final : public Sink {
 public:
  JsonSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : out_(out), catalog_(catalog), options_(std::move(options)) {}

  void begin() override {}

  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    std::ostringstream out;
    BatchLines(out, catalog_, options_, batch).write(reports);
    return std::move(out).str();
  }

  void add(const Batch&, const std::vector<ChartReport>&, std::string_view rendered) override {
    out_ << rendered;
  }

  void end(const RunSummary& summary) override {
    JsonWriter json(out_);
    json.begin_object();
    json.text("type", "summary");
    json.number("exitCode", static_cast<std::uint64_t>(exit_code(summary, options_.fail_on)));
    json.number("charts", summary.charts);
    json.number("documents", summary.documents);
    json.number("errors", summary.errors);
    json.number("warnings", summary.warnings);
    json.number("notes", summary.notes);
    json.number("undecided", summary.undecided);
    json.number("due", summary.due);
    json.number("waived", summary.waived);
    json.number("problems", summary.problems);
    json.number("broken", summary.broken);
    write_tallies(json, catalog_, summary);
    write_unused_waivers(json, summary);
    json.end_object();
    json.end_document();
    json.flush();
  }

 private:
  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Sink> make_json_sink(std::ostream& out, const Catalog& catalog,
                                     OutputOptions options) {
  return std::make_unique<JsonSink>(out, catalog, std::move(options));
}

}  // namespace emrlint

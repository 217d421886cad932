// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "output/citation.h"
#include "output/json_writer.h"
#include "output/place.h"
#include "output/sink.h"
#include "output/wording.h"

namespace emrlint {
namespace {

std::string_view kind_id(Problem::Kind kind) {
  switch (kind) {
    case Problem::Kind::kUnreadable: break;
    case Problem::Kind::kIncomplete: return "incomplete";
    case Problem::Kind::kNotARecord: return "not-a-record";
    case Problem::Kind::kLimit: return "limit";
  }
  return "unreadable";
}

// One JSON object a line; the keys are described in docs/output.md.
class JsonSink final : public Sink {
 public:
  JsonSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : json_(out), catalog_(catalog), options_(std::move(options)) {}

  void begin() override {}

  void batch(const Batch& batch, const std::vector<ChartReport>& reports) override {
    for (const Problem& problem : batch.problems) write_problem(batch, problem);
    for (const ChartReport& report : reports) {
      Wording wording(options_, report.chart);
      for (const BrokenCheck& broken : report.broken) write_broken(report, broken, wording);
      for (const Finding& finding : report.findings) {
        write_finding(batch, report, finding, wording);
      }
    }
  }

  void end(const RunSummary& summary) override {
    json_.begin_object();
    json_.text("type", "summary");
    json_.number("exitCode", static_cast<std::uint64_t>(exit_code(summary, options_.fail_on)));
    json_.number("charts", summary.charts);
    json_.number("documents", summary.documents);
    json_.number("errors", summary.errors);
    json_.number("warnings", summary.warnings);
    json_.number("notes", summary.notes);
    json_.number("undecided", summary.undecided);
    json_.number("due", summary.due);
    json_.number("waived", summary.waived);
    json_.number("problems", summary.problems);
    json_.number("broken", summary.broken);
    json_.begin_object("checks");
    for (std::size_t i = 0; i < summary.tallies.size(); ++i) write_tally(i, summary.tallies[i]);
    json_.end_object();
    json_.begin_array("unusedWaivers");
    for (const std::string& waiver : summary.unused_waivers) json_.text(waiver);
    json_.end_array();
    json_.end_object();
    json_.end_document();
    json_.flush();
  }

 private:
  void write_tally(std::size_t check, const Tally& tally) {
    if (tally.pass + tally.fail + tally.undecided + tally.due == 0) return;
    json_.begin_object(catalog_.entries()[check].info.id);
    json_.number("pass", tally.pass);
    json_.number("fail", tally.fail);
    json_.number("undecided", tally.undecided);
    json_.number("due", tally.due);
    json_.end_object();
  }

  void write_place(const SourceFile& file, Span span) {
    const Place place = place_of(file, span);
    json_.text("path", file.uri());
    json_.number("line", place.begin.line);
    json_.number("column", place.begin.column);
    json_.number("endLine", place.end.line);
    json_.number("endColumn", place.end.column);
    if (place.bytes) {
      json_.number("byteOffset", place.byte_offset);
      json_.number("byteLength", place.byte_length);
    }
  }

  void write_problem(const Batch& batch, const Problem& problem) {
    Wording wording(options_, nullptr);
    json_.begin_object();
    json_.text("type", "problem");
    json_.text("kind", kind_id(problem.kind));
    json_.text("id", problem.id);
    json_.text("message", wording.text(options_.lang == Lang::kZh ? problem.zh : problem.en));
    if (problem.located && problem.where.file < batch.files.size()) {
      write_place(*batch.files[problem.where.file], problem.where);
    } else {
      json_.text("path", problem.uri);
    }
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
      case OutcomeKind::kFail: break;
      case OutcomeKind::kUndecided: return "undecided";
      case OutcomeKind::kDue: return "due";
    }
    return "finding";
  }

  void write_finding(const Batch& batch, const ChartReport& report, const Finding& finding,
                     Wording& wording) {
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
    json_.text("fingerprint", finding.fingerprint);
    if (outcome.due) json_.text("dueAt", to_iso(*outcome.due));
    write_place(*batch.files[outcome.span.file], outcome.span);
    write_notes(batch, outcome, wording);
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

  void write_notes(const Batch& batch, const Outcome& outcome, Wording& wording) {
    json_.begin_array("notes");
    for (const Note& note : outcome.notes) {
      json_.begin_object();
      json_.text("message", wording.sentence(note.zh, note.en, note.args));
      write_place(*batch.files[note.span.file], note.span);
      json_.end_object();
    }
    json_.end_array();
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
  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Sink> make_json_sink(std::ostream& out, const Catalog& catalog,
                                     OutputOptions options) {
  return std::make_unique<JsonSink>(out, catalog, std::move(options));
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "output/json_writer.h"
#include "output/logical_path.h"
#include "output/place.h"
#include "output/sarif_tool.h"
#include "output/sink.h"
#include "output/wording.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

constexpr std::size_t kMaxNotifications = 10'000;  // Kept until the end of the run.
constexpr std::size_t kMaxSnippet = 500;           // Bytes; longer regions have none.

// What could not be read or judged, for the invocation at the end of the log.
struct Notification {
  std::string id, text;
  std::string uri;
  std::optional<Place> place;
};

class SarifSink final : public Sink {
 public:
  SarifSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : json_(out), catalog_(catalog), options_(std::move(options)) {}

  void begin() override {
    json_.begin_object();
    json_.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.text("version", "2.1.0");
    json_.begin_array("runs");
    json_.begin_object();
    json_.text("columnKind", "unicodeCodePoints");
    json_.text("language", sarif_language(options_.lang));
    if (!options_.base_uri.empty()) {
      json_.begin_object("originalUriBaseIds");
      json_.begin_object("SRCROOT");
      json_.text("uri", options_.base_uri);
      json_.end_object();
      json_.end_object();
    }
    json_.begin_array("results");
  }

  void batch(const Batch& batch, const std::vector<ChartReport>& reports) override {
    finder_.reset();
    for (const Problem& problem : batch.problems) note_problem(batch, problem);
    for (const ChartReport& report : reports) {
      Wording wording(options_, report.chart);
      for (const BrokenCheck& broken : report.broken) note_broken(batch, report, broken, wording);
      for (const Finding& finding : report.findings) {
        if (!finding.superseded) write_result(batch, report, finding, wording);
      }
    }
    finder_.reset();  // It points into a file of the batch.
  }

  void end(const RunSummary& summary) override {
    json_.end_array();
    json_.line();
    write_sarif_tool(json_, catalog_, options_.lang);
    json_.line();
    write_invocation(summary);
    write_properties(summary);
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.line();
    json_.flush();
  }

 private:
  void message(std::string_view name, std::string_view text) {
    json_.begin_object(name);
    json_.text("text", text);
    json_.end_object();
  }

  void notify(Notification notification) {
    if (notifications_.size() < kMaxNotifications) {
      notifications_.push_back(std::move(notification));
    } else {
      ++dropped_;
    }
  }

  void note_problem(const Batch& batch, const Problem& problem) {
    Wording wording(options_, nullptr);
    Notification out{problem.id,
                     wording.text(options_.lang == Lang::kZh ? problem.zh : problem.en),
                     problem.uri, {}};
    if (problem.located && problem.where.file < batch.files.size()) {
      const SourceFile& file = *batch.files[problem.where.file];
      out.uri = file.uri();
      out.place = place_of(file, problem.where);
    }
    notify(std::move(out));
  }

  void note_broken(const Batch& batch, const ChartReport& report, const BrokenCheck& broken,
                   Wording& wording) {
    const std::string check(catalog_.entries()[broken.check].info.id);
    const std::string what = wording.text(broken.what);
    notify({"broken-check",
            options_.lang == Lang::kZh ? "检查 " + check + " 中断：" + what
                                       : "The check " + check + " broke: " + what,
            batch.files[report.chart->span.file]->uri(), {}});
  }

  void write_artifact(std::string_view path) {
    if (path != artifact_path_) {
      artifact_ = artifact_uri(path, options_.base_uri);
      artifact_path_ = path;
    }
    json_.begin_object("artifactLocation");
    json_.text("uri", artifact_.uri);
    if (artifact_.relative && !options_.base_uri.empty()) json_.text("uriBaseId", "SRCROOT");
    json_.end_object();
  }

  void begin_region(const Place& place) {
    json_.begin_object("region");
    json_.number("startLine", place.begin.line);
    json_.number("startColumn", place.begin.column);
    json_.number("endLine", place.end.line);
    json_.number("endColumn", place.end.column);
    if (place.bytes) {
      json_.number("byteOffset", place.byte_offset);
      json_.number("byteLength", place.byte_length);
    }
  }

  void write_physical(const SourceFile& file, Span span, Wording& wording) {
    json_.begin_object("physicalLocation");
    write_artifact(file.uri());
    begin_region(place_of(file, span));
    if (options_.snippets != Snippets::kNone && !span.empty() &&
        span.end - span.begin <= kMaxSnippet) {
      message("snippet", wording.text(file.text(span)));
    }
    json_.end_object();
    json_.end_object();
  }

  void write_logical(const SourceFile& file, Span span) {
    if (file.syntax() == Syntax::kUnknown) return;
    if (!finder_ || finder_file_ != &file) {
      PathStyle style = PathStyle::kXPath;
      if (file.syntax() == Syntax::kJson) {
        style = recognise(file.text()) == Format::kFhir ? PathStyle::kFhirPath
                                                        : PathStyle::kJsonPointer;
      }
      finder_.emplace(file, style);
      finder_file_ = &file;
    }
    const LogicalPath path = finder_->at(span.begin);
    if (path.path.empty()) return;
    json_.begin_array("logicalLocations");
    json_.begin_object();
    json_.text("fullyQualifiedName", path.path);
    json_.text("name", path.name);
    json_.text("kind", path.kind);
    json_.end_object();
    json_.end_array();
  }

  void write_result(const Batch& batch, const ChartReport& report, const Finding& finding,
                    Wording& wording) {
    const Outcome& outcome = finding.outcome;
    const SourceFile& file = *batch.files[outcome.span.file];
    json_.line();
    json_.begin_object();
    json_.text("ruleId", catalog_.entries()[finding.check].info.id);
    json_.number("ruleIndex", finding.check);
    write_kind(finding);
    write_message(outcome, wording);
    json_.begin_array("locations");
    json_.begin_object();
    write_physical(file, outcome.span, wording);
    write_logical(file, outcome.span);
    json_.end_object();
    json_.end_array();
    if (!outcome.notes.empty()) {
      write_notes(batch, outcome, wording);
      if (outcome.timeline) write_timeline(batch, outcome, wording);
    }
    json_.begin_object("partialFingerprints");
    json_.text("emrlintSubject/v1", finding.fingerprint);
    json_.end_object();
    write_suppressions(finding, wording);
    json_.begin_object("properties");
    json_.text("chart", report.key);
    json_.text("subject", finding.subject);
    json_.text("profile", report.profile);
    if (outcome.kind == OutcomeKind::kUndecided) json_.text("missing", outcome.message_id);
    if (outcome.due) json_.text("dueAt", to_iso(*outcome.due));
    json_.end_object();
    json_.end_object();
  }

  void write_kind(const Finding& finding) {
    switch (finding.outcome.kind) {
      case OutcomeKind::kFail:
        json_.text("kind", "fail");
        json_.text("level", id(finding.severity));
        return;
      case OutcomeKind::kUndecided: json_.text("kind", "open"); break;
      case OutcomeKind::kDue: json_.text("kind", "review"); break;
    }
    json_.text("level", "none");
  }

  void write_message(const Outcome& outcome, Wording& wording) {
    json_.begin_object("message");
    json_.text("text", wording.message(outcome));
    const bool undecided = outcome.kind == OutcomeKind::kUndecided;
    json_.text("id", undecided ? std::string_view("undecided") : outcome.message_id);
    if (undecided || !outcome.args.empty()) json_.begin_array("arguments");
    if (undecided) json_.text(options_.lang == Lang::kZh ? outcome.zh : outcome.en);
    for (const Argument& argument : outcome.args) json_.text(wording.argument(argument));
    if (undecided || !outcome.args.empty()) json_.end_array();
    json_.end_object();
  }

  void write_notes(const Batch& batch, const Outcome& outcome, Wording& wording) {
    json_.begin_array("relatedLocations");
    std::uint64_t number = 1;
    for (const Note& note : outcome.notes) {
      json_.begin_object();
      json_.number("id", number++);
      write_physical(*batch.files[note.span.file], note.span, wording);
      message("message", wording.sentence(note.zh, note.en, note.args));
      json_.end_object();
    }
    json_.end_array();
  }

  // The steps of a deadline in the order of the notes, ending where the finding stands.
  void write_timeline(const Batch& batch, const Outcome& outcome, Wording& wording) {
    json_.begin_array("codeFlows");
    json_.begin_object();
    json_.begin_array("threadFlows");
    json_.begin_object();
    json_.begin_array("locations");
    for (const Note& note : outcome.notes) {
      write_step(*batch.files[note.span.file], note.span,
                 wording.sentence(note.zh, note.en, note.args), wording);
    }
    if (outcome.notes.back().span != outcome.span) {
      write_step(*batch.files[outcome.span.file], outcome.span, wording.message(outcome), wording);
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void write_step(const SourceFile& file, Span span, std::string_view text, Wording& wording) {
    json_.begin_object();
    json_.begin_object("location");
    write_physical(file, span, wording);
    message("message", text);
    json_.end_object();
    json_.end_object();
  }

  void write_suppressions(const Finding& finding, Wording& wording) {
    json_.begin_array("suppressions");
    if (finding.waiver != nullptr) {
      json_.begin_object();
      json_.text("kind", "external");
      json_.text("status", "accepted");
      json_.text("justification", wording.text(finding.waiver->reason));
      json_.begin_object("properties");
      json_.text("by", wording.text(finding.waiver->by));
      json_.text("until", to_iso(finding.waiver->until));
      json_.text("origin", finding.waiver->origin);
      json_.end_object();
      json_.end_object();
    }
    json_.end_array();
  }

  void write_invocation(const RunSummary& summary) {
    json_.begin_array("invocations");
    json_.begin_object();
    json_.flag("executionSuccessful", summary.problems == 0 && summary.broken == 0);
    json_.number("exitCode", static_cast<std::uint64_t>(exit_code(summary, options_.fail_on)));
    json_.begin_array("toolExecutionNotifications");
    for (const Notification& notification : notifications_) write_notification(notification);
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void write_notification(const Notification& notification) {
    json_.line();
    json_.begin_object();
    json_.begin_object("descriptor");
    json_.text("id", notification.id);
    json_.end_object();
    json_.text("level", "error");
    message("message", notification.text);
    if (!notification.uri.empty()) {
      json_.begin_array("locations");
      json_.begin_object();
      json_.begin_object("physicalLocation");
      write_artifact(notification.uri);
      if (notification.place) {
        begin_region(*notification.place);
        json_.end_object();
      }
      json_.end_object();
      json_.end_object();
      json_.end_array();
    }
    json_.end_object();
  }

  void write_properties(const RunSummary& summary) {
    json_.begin_object("properties");
    json_.number("charts", summary.charts);
    json_.number("documents", summary.documents);
    json_.number("notificationsLeftOut", dropped_);
    json_.begin_array("unusedWaivers");
    for (const std::string& waiver : summary.unused_waivers) json_.text(waiver);
    json_.end_array();
    json_.begin_object("checks");
    for (std::size_t i = 0; i < summary.tallies.size(); ++i) {
      const Tally& tally = summary.tallies[i];
      if (tally.pass + tally.fail + tally.undecided + tally.due == 0) continue;
      json_.begin_object(catalog_.entries()[i].info.id);
      json_.number("pass", tally.pass);
      json_.number("fail", tally.fail);
      json_.number("undecided", tally.undecided);
      json_.number("due", tally.due);
      json_.end_object();
    }
    json_.end_object();
    json_.end_object();
  }

  JsonWriter json_;
  const Catalog& catalog_;
  const OutputOptions options_;
  std::optional<PathFinder> finder_;
  const SourceFile* finder_file_ = nullptr;
  std::string artifact_path_;  // Of artifact_, the last one that was written.
  ArtifactUri artifact_;
  std::vector<Notification> notifications_;
  std::uint64_t dropped_ = 0;
};

}  // namespace

std::unique_ptr<Sink> make_sarif_sink(std::ostream& out, const Catalog& catalog,
                                      OutputOptions options) {
  return std::make_unique<SarifSink>(out, catalog, std::move(options));
}

}  // namespace emrlint

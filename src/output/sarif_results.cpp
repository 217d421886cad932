// SPDX-License-Identifier: Apache-2.0
#include "output/sarif_results.h"

#include <optional>
#include <sstream>
#include <utility>

#include "output/due_list.h"
#include "output/json_writer.h"
#include "output/place.h"
#include "output/sarif_place.h"
#include "output/wording.h"
#include "reader/logical_path.h"

namespace emrlint {
namespace {

constexpr std::size_t kMaxSnippet = 500;  // Bytes; longer regions have none.

class ResultWriter {
 public:
  ResultWriter(std::ostream& out, const Catalog& catalog, const OutputOptions& options,
               const Batch& batch)
      : json_(out), places_(json_, options), catalog_(catalog), options_(options), batch_(batch) {
    json_.begin_array();
  }

  void write(const ChartReport& report) {
    Wording wording(options_, report.chart);
    for (const Finding& finding : report.findings) {
      if (!finding.superseded) write_result(report, finding, wording);
    }
  }

 private:
  void message(std::string_view name, std::string_view text) {
    json_.begin_object(name);
    json_.text("text", text);
    json_.end_object();
  }

  void write_physical(const Whereabouts& where, Span span, Wording& wording) {
    json_.begin_object("physicalLocation");
    places_.artifact(where.uri);
    places_.begin_region(where.place);
    if (where.file != nullptr && options_.snippets != Snippets::kNone && !span.empty() &&
        span.end - span.begin <= kMaxSnippet) {
      message("snippet", wording.text(where.file->text(span)));
    }
    json_.end_object();
    json_.end_object();
  }

  void write_logical(const SourceFile* file, Span span) {
    if (file == nullptr) {
      const Site& site = *batch_.site(span);
      return write_logical(site.path, site.name, site.kind);
    }
    if (file->syntax() == Syntax::kUnknown) return;
    if (!finder_ || finder_file_ != file) {
      finder_.emplace(*file, path_style(*file));
      finder_file_ = file;
    }
    const LogicalPath path = finder_->at(span.begin);
    write_logical(path.path, path.name, path.kind);
  }

  void write_logical(std::string_view path, std::string_view name, std::string_view kind) {
    if (path.empty()) return;
    json_.begin_array("logicalLocations");
    json_.begin_object();
    json_.text("fullyQualifiedName", path);
    json_.text("name", name);
    json_.text("kind", kind);
    json_.end_object();
    json_.end_array();
  }

  void write_result(const ChartReport& report, const Finding& finding, Wording& wording) {
    const Outcome& outcome = finding.outcome;
    const Whereabouts where = whereabouts(batch_, outcome.span);
    json_.line();
    json_.begin_object();
    json_.text("ruleId", catalog_.entries()[finding.check].info.id);
    json_.number("ruleIndex", finding.check);
    write_kind(finding);
    write_message(outcome, wording);
    json_.begin_array("locations");
    json_.begin_object();
    write_physical(where, outcome.span, wording);
    write_logical(where.file, outcome.span);
    json_.end_object();
    json_.end_array();
    if (!outcome.notes.empty()) {
      write_notes(outcome, wording);
      if (outcome.timeline) write_timeline(outcome, wording);
    }
    write_fixes(outcome, wording);
    json_.begin_object("partialFingerprints");
    json_.text("emrlintSubject/v1", finding.fingerprint);
    json_.end_object();
    write_suppressions(finding, wording);
    json_.begin_object("properties");
    json_.text("chart", report.key);
    json_.text("subject", finding.subject);
    json_.text("profile", report.profile);
    if (outcome.kind == OutcomeKind::kUndecided) json_.text("missing", outcome.message_id);
    if (is_due(outcome)) json_.text("dueAt", to_iso(*outcome.due));
    for (const Measure& measure : outcome.measures) json_.decimal(measure.name, measure.value);
    json_.end_object();
    json_.end_object();
  }

  void write_kind(const Finding& finding) {
    switch (finding.outcome.kind) {
      case OutcomeKind::kFail:
        json_.text("kind", "fail");
        json_.text("level", id(finding.severity));
        return;
      case OutcomeKind::kUndecided:
        json_.text("kind", "open");
        break;
      case OutcomeKind::kDue:
        json_.text("kind", "review");
        break;
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

  void write_notes(const Outcome& outcome, Wording& wording) {
    json_.begin_array("relatedLocations");
    std::uint64_t number = 1;
    for (const Note& note : outcome.notes) {
      json_.begin_object();
      json_.number("id", number++);
      write_physical(whereabouts(batch_, note.span), note.span, wording);
      message("message", wording.sentence(note.zh, note.en, note.args));
      json_.end_object();
    }
    json_.end_array();
  }

  // The steps of a deadline in the order of the notes, ending where the finding stands.
  void write_timeline(const Outcome& outcome, Wording& wording) {
    json_.begin_array("codeFlows");
    json_.begin_object();
    json_.begin_array("threadFlows");
    json_.begin_object();
    json_.begin_array("locations");
    for (const Note& note : outcome.notes) {
      write_step(note.span, wording.sentence(note.zh, note.en, note.args), wording);
    }
    if (outcome.notes.back().span != outcome.span) {
      write_step(outcome.span, wording.message(outcome), wording);
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void write_step(Span span, std::string_view text, Wording& wording) {
    json_.begin_object();
    json_.begin_object("location");
    write_physical(whereabouts(batch_, span), span, wording);
    message("message", text);
    json_.end_object();
    json_.end_object();
  }

  void write_fixes(const Outcome& outcome, Wording& wording) {
    bool any = false;
    for (const Fix& fix : outcome.fixes) {
      if (!wording.shows(fix)) continue;
      if (!any) json_.begin_array("fixes");
      any = true;
      write_fix(fix, wording);
    }
    if (any) json_.end_array();
  }

  void write_fix(const Fix& fix, Wording& wording) {
    const Whereabouts where = whereabouts(batch_, fix.span);
    json_.begin_object();
    message("description", wording.sentence(fix.zh, fix.en, fix.args));
    json_.begin_array("artifactChanges");
    json_.begin_object();
    places_.artifact(where.uri);
    json_.begin_array("replacements");
    json_.begin_object();
    places_.begin_region(where.place, "deletedRegion");
    json_.end_object();
    message("insertedContent", fix.replacement);
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.end_array();
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

  JsonWriter json_;
  SarifPlaces places_;
  const Catalog& catalog_;
  const OutputOptions& options_;
  const Batch& batch_;
  std::optional<PathFinder> finder_;  // Of finder_file_, the last one that was asked for.
  const SourceFile* finder_file_ = nullptr;
};

}  // namespace

std::string sarif_results(const Catalog& catalog, const OutputOptions& options, const Batch& batch,
                          const std::vector<ChartReport>& reports) {
  std::ostringstream out;
  {
    ResultWriter writer(out, catalog, options, batch);  // Writes the rest when it goes.
    for (const ChartReport& report : reports) writer.write(report);
  }
  return std::move(out).str().substr(1);  // Without the bracket of its array.
}

}  // namespace emrlint

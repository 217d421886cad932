// SPDX-License-Identifier: Apache-2.0
#include "lsp/diagnostics.h"

#include <memory>
#include <utility>

#include "lsp/json_text.h"
#include "output/placed.h"
#include "output/wording.h"

namespace emrlint::lsp {
namespace {

constexpr std::uint64_t kError = 1, kWarning = 2, kInformation = 3;
constexpr std::uint64_t kUnnecessary = 1;  // DiagnosticTag

std::uint64_t level(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return kError;
    case Severity::kWarning:
      return kWarning;
    case Severity::kNote:
    case Severity::kOff:
      break;
  }
  return kInformation;
}

void begin(JsonWriter& json, const TextRange& range, std::uint64_t severity) {
  json.begin_object();
  write_range(json, "range", range);
  json.number("severity", severity);
  json.text("source", "emrlint");
}

void write_location(JsonWriter& json, const GroupView& view, const DiagnosticStyle& style,
                    Span span) {
  const AcrossPlace* const across = view.across().place(span);
  const FilePlace place = view.place(span);
  json.begin_object("location");
  json.text("uri", across ? across->uri : style.uri(view.folder().files()[place.file]));
  write_range(json, "range", across ? across->range : view.range(place));
  json.end_object();
}

void write_notes(JsonWriter& json, const GroupView& view, const DiagnosticStyle& style,
                 const Outcome& outcome, Wording& wording) {
  if (outcome.notes.empty()) return;
  json.begin_array("relatedInformation");
  for (const Note& note : outcome.notes) {
    json.begin_object();
    write_location(json, view, style, note.span);
    json.text("message", wording.sentence(note.zh, note.en, note.args));
    json.end_object();
  }
  json.end_array();
}

void write(JsonWriter& json, const GroupView& view, const DiagnosticStyle& style,
           const ChartReport& report, const Finding& finding, Wording& wording) {
  const CatalogEntry& entry = style.catalog.entries()[finding.check];
  begin(json, view.range(view.place(report, finding)), level(finding.severity));
  json.text("code", entry.info.id);
  if (const std::string page = style.page(entry.info.id); !page.empty()) {
    json.begin_object("codeDescription");
    json.text("href", page);
    json.end_object();
  }
  json.text("message", wording.message(finding.outcome));
  if (entry.family == "duplication") {
    json.begin_array("tags");
    json.number(kUnnecessary);
    json.end_array();
  }
  write_notes(json, view, style, finding.outcome, wording);
  json.begin_object("data");
  json.text("fingerprint", finding.fingerprint);
  json.end_object();
  json.end_object();
}

// The lists of all files of a group.
class Lists {
 public:
  Lists(const GroupView& view, const DiagnosticStyle& style) : view_(view), style_(style) {
    for (const std::uint32_t file : view.unit().plan().files) {
      lists_[file] = std::make_unique<JsonText>();
      lists_[file]->begin_array();
    }
  }

  std::map<std::uint32_t, std::string> make() {
    for (const Problem& problem : view_.unit().batch().problems) add(problem);
    for (const ChartReport* const report : view_.reports()) {
      Wording wording(style_.output, report->chart);
      for (const Finding& finding : report->findings) {
        if (!shown(finding)) continue;
        const FilePlace place = view_.place(*report, finding);
        write(*lists_.at(place.file), view_, style_, *report, finding, wording);
      }
    }
    std::map<std::uint32_t, std::string> out;
    for (const auto& [file, list] : lists_) {
      list->end_array();
      out[file] = list->take();
    }
    return out;
  }

 private:
  void add(const Problem& problem) {
    const bool placed = emrlint::placed(view_.unit().batch(), problem);
    FilePlace place = view_.place(placed ? problem.where : Span{});
    if (!placed) place.file = view_.folder().find(problem.uri).value_or(place.file);
    const auto list = lists_.find(place.file);
    if (list == lists_.end()) return;
    JsonText& json = *list->second;
    begin(json, view_.range(place), kError);
    json.text("code", problem.id);
    json.text("message", style_.output.lang == Lang::kZh ? problem.zh : problem.en);
    json.end_object();
  }

  const GroupView& view_;
  const DiagnosticStyle& style_;
  std::map<std::uint32_t, std::unique_ptr<JsonText>> lists_;
};

}  // namespace

void write_diagnostic(JsonWriter& json, const GroupView& view, const DiagnosticStyle& style,
                      const ChartReport& report, const Finding& finding) {
  Wording wording(style.output, report.chart);
  write(json, view, style, report, finding, wording);
}

std::map<std::uint32_t, std::string> diagnostics(const GroupView& view,
                                                 const DiagnosticStyle& style) {
  return Lists(view, style).make();
}

}  // namespace emrlint::lsp

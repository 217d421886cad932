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

class Writer {
 public:
  Writer(const GroupView& view, const DiagnosticStyle& style) : view_(view), style_(style) {
    for (const std::uint32_t file : view.unit().plan().files) {
      lists_[file] = std::make_unique<JsonText>();
      lists_[file]->begin_array();
    }
  }

  std::map<std::uint32_t, std::string> write() {
    for (const Problem& problem : view_.unit().batch().problems) add(problem);
    for (const ChartReport& report : view_.unit().reports()) {
      Wording wording(style_.output, report.chart);
      for (const Finding& finding : report.findings) {
        if (shown(finding)) add(report, finding, wording);
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
  JsonText& begin(const FilePlace& place, std::uint64_t severity) {
    JsonText& json = *lists_.at(place.file);
    json.begin_object();
    write_range(json, "range", view_.range(place));
    json.number("severity", severity);
    json.text("source", "emrlint");
    return json;
  }

  void add(const Problem& problem) {
    const bool placed = emrlint::placed(view_.unit().batch(), problem);
    FilePlace place = view_.place(placed ? problem.where : Span{});
    if (!placed) place.file = view_.folder().find(problem.uri).value_or(place.file);
    if (!lists_.contains(place.file)) return;
    JsonText& json = begin(place, kError);
    json.text("code", problem.id);
    json.text("message", style_.output.lang == Lang::kZh ? problem.zh : problem.en);
    json.end_object();
  }

  void add(const ChartReport& report, const Finding& finding, Wording& wording) {
    const CatalogEntry& entry = style_.catalog.entries()[finding.check];
    JsonText& json = begin(view_.place(report, finding), level(finding.severity));
    json.text("code", entry.info.id);
    if (const std::string page = style_.page(entry.info.id); !page.empty()) {
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
    add_notes(json, finding.outcome, wording);
    json.begin_object("data");
    json.text("fingerprint", finding.fingerprint);
    json.end_object();
    json.end_object();
  }

  void add_notes(JsonText& json, const Outcome& outcome, Wording& wording) {
    if (outcome.notes.empty()) return;
    json.begin_array("relatedInformation");
    for (const Note& note : outcome.notes) {
      const FilePlace place = view_.place(note.span);
      json.begin_object();
      json.begin_object("location");
      json.text("uri", style_.uri(view_.folder().files()[place.file]));
      write_range(json, "range", view_.range(place));
      json.end_object();
      json.text("message", wording.sentence(note.zh, note.en, note.args));
      json.end_object();
    }
    json.end_array();
  }

  const GroupView& view_;
  const DiagnosticStyle& style_;
  std::map<std::uint32_t, std::unique_ptr<JsonText>> lists_;
};

}  // namespace

std::map<std::uint32_t, std::string> diagnostics(const GroupView& view,
                                                 const DiagnosticStyle& style) {
  return Writer(view, style).write();
}

}  // namespace emrlint::lsp

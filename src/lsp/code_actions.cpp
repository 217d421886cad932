// SPDX-License-Identifier: Apache-2.0
#include "lsp/code_actions.h"

#include <algorithm>
#include <vector>

#include "draft/skeleton.h"
#include "lsp/json_text.h"
#include "output/waiver_text.h"
#include "output/wording.h"
#include "terminology/ws500.h"

namespace emrlint::lsp {
namespace {

// The section of WS/T 500 that an outcome names, where its type is that of no section before it.
std::vector<SectionType> required(const Document& document, const Outcome& outcome) {
  const auto sections = ws500_sections(document.type);
  const auto named =
      std::find_if(sections.begin(), sections.end(), [&](const Ws500Section& section) {
        return outcome.args.size() > 1 && section.name == outcome.args[1].zh;
      });
  if (named == sections.end() || named->type == SectionType::kUnknown) return {};
  const bool first = std::none_of(sections.begin(), named, [&](const Ws500Section& section) {
    return section.type == named->type;
  });
  return first ? std::vector<SectionType>{named->type} : std::vector<SectionType>{};
}

class Actions {
 public:
  Actions(const View& view, std::optional<std::int64_t> version,
          const std::optional<WaiverFile>& waivers)
      : view_(view), version_(version), waivers_(waivers) {
    json_.begin_array();
  }

  void add(const ChartReport& report, const Finding& finding, Wording& wording) {
    const bool only = finding.outcome.fixes.size() == 1;
    for (const Fix& fix : finding.outcome.fixes) {
      const FilePlace place = view_.group.place(fix.span);
      const std::string title = wording.sentence(fix.zh, fix.en, fix.args);
      edit(report, finding, title, place, fix.replacement, only);
    }
    add_skeletons(report, finding);
    if (waivers_) add_waiver(report, finding, wording);
    add_page(report, finding);
  }

  std::string take() {
    json_.end_array();
    return json_.take();
  }

 private:
  void begin(const ChartReport& report, const Finding& finding, const std::string& title) {
    json_.begin_object();
    json_.text("title", title);
    json_.text("kind", "quickfix");
    json_.begin_array("diagnostics");
    write_diagnostic(json_, view_.group, view_.style, report, finding);
    json_.end_array();
  }

  void text_edit(const TextRange& range, std::string_view text) {
    json_.begin_object();
    write_range(json_, "range", range);
    json_.text("newText", text);
    json_.end_object();
  }

  void edit(const ChartReport& report, const Finding& finding, const std::string& title,
            const FilePlace& place, std::string_view text, bool preferred) {
    if (view_.group.unit().passed_over(place.file, place.begin, place.end)) return;
    const std::string uri = view_.style.uri(view_.group.folder().files()[place.file]);
    begin(report, finding, title);
    if (preferred) json_.flag("isPreferred", true);
    json_.begin_object("edit");
    if (version_ && place.file == view_.file) {
      json_.begin_array("documentChanges");
      begin_versioned(uri, static_cast<std::uint64_t>(*version_));
      text_edit(view_.group.range(place), text);
      end_versioned();
      json_.end_array();
    } else {
      json_.begin_object("changes");
      json_.begin_array(uri);
      text_edit(view_.group.range(place), text);
      json_.end_array();
      json_.end_object();
    }
    json_.end_object();
    json_.end_object();
  }

  void begin_versioned(std::string_view uri, std::optional<std::uint64_t> version) {
    json_.begin_object();
    json_.begin_object("textDocument");
    json_.text("uri", uri);
    if (version) {
      json_.number("version", *version);
    } else {
      json_.made("version", "null");
    }
    json_.end_object();
    json_.begin_array("edits");
  }
  void end_versioned() {
    json_.end_array();
    json_.end_object();
  }

  const Document* document_of(const ChartReport& report, const Finding& finding) const {
    const Subject& subject = finding.outcome.subject;
    if (report.chart == nullptr || subject.kind != SubjectKind::kDocument) return nullptr;
    const auto& documents = report.chart->documents;
    return subject.index < documents.size() ? &documents[subject.index] : nullptr;
  }

  std::vector<SectionType> sections_to_add(const Document& document, const Finding& finding) const {
    const CatalogEntry& entry = view_.entry(finding);
    if (entry.kind == "section") return draft::missing_sections(finding.outcome);
    if (entry.info.id == "structure-required-section") return required(document, finding.outcome);
    return {};
  }

  // Lines of NDJSON have no room for one.
  void add_skeletons(const ChartReport& report, const Finding& finding) {
    const Document* const document = document_of(report, finding);
    if (document == nullptr || view_.group.unit().plan().lines) return;
    for (const SectionType type : sections_to_add(*document, finding)) {
      if (document->section(type) != nullptr) continue;  // It is there, and empty.
      const FilePlace place = view_.group.place(document->span);
      const ChartUnit& unit = view_.group.unit();
      if (unit.passed_over(place.file, place.begin, place.end)) continue;
      const auto skeleton = draft::section_skeleton(*document, unit.text(place.file), type);
      if (!skeleton) continue;
      const std::string title = std::string(view_.say("插入空白的", "insert an empty ")) +
                                std::string(name(type, view_.lang()));
      const FilePlace gap{place.file, skeleton->at, skeleton->at + skeleton->replaces};
      edit(report, finding, title, gap, skeleton->text, false);
    }
  }

  void add_waiver(const ChartReport& report, const Finding& finding, Wording& wording) {
    const bool zh = view_.lang() == Lang::kZh;
    const std::string text =
        waiver_text({view_.entry(finding).info.id, report.key, finding.fingerprint,
                     wording.message(finding.outcome), waivers_->until},
                    view_.lang());
    begin(report, finding,
          zh ? "豁免此问题：写入 emrlint.toml，请填写理由"
             : "waive this: goes into emrlint.toml, where you say why");
    json_.begin_object("edit");
    json_.begin_array("documentChanges");
    if (!waivers_->exists) {
      json_.begin_object();
      json_.text("kind", "create");
      json_.text("uri", waivers_->uri);
      json_.begin_object("options");
      json_.flag("ignoreIfExists", true);
      json_.end_object();
      json_.end_object();
    }
    begin_versioned(waivers_->uri, std::nullopt);
    text_edit({waivers_->end, waivers_->end}, text);
    end_versioned();
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  void add_page(const ChartReport& report, const Finding& finding) {
    const std::string id(view_.entry(finding).info.id);
    const std::string title = std::string(view_.say("打开检查说明：", "open the page of ")) + id;
    begin(report, finding, title);
    json_.begin_object("command");
    json_.text("title", title);
    json_.text("command", kOpenPage);
    json_.begin_array("arguments");
    json_.text(id);
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  const View& view_;
  std::optional<std::int64_t> version_;
  const std::optional<WaiverFile>& waivers_;
  JsonText json_;
};

bool touches(const View& view, const ChartReport& report, const Finding& finding, std::size_t from,
             std::size_t to) {
  const auto meets = [&](const FilePlace& place) {
    return place.file == view.file && place.meets(from, to);
  };
  if (meets(view.group.place(report, finding))) return true;
  const auto& fixes = finding.outcome.fixes;
  return std::any_of(fixes.begin(), fixes.end(),
                     [&](const Fix& fix) { return meets(view.group.place(fix.span)); });
}

}  // namespace

std::string code_actions(const View& view, std::size_t from, std::size_t to,
                         std::optional<std::int64_t> version,
                         const std::optional<WaiverFile>& waivers) {
  Actions actions(view, version, waivers);
  for (const ChartReport* const report : view.group.reports()) {
    Wording wording(view.style.output, report->chart);
    for (const Finding& finding : report->findings) {
      if (!shown(finding) || !touches(view, *report, finding, from, to)) continue;
      actions.add(*report, finding, wording);
    }
  }
  return actions.take();
}

}  // namespace emrlint::lsp

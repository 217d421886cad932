// SPDX-License-Identifier: Apache-2.0
#include "output/sarif_tool.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/version.h"
#include "check/core_systems.h"
#include "output/card_text.h"
#include "output/citation.h"
#include "output/wording.h"

namespace emrlint {
namespace {

constexpr std::string_view kSystems = "core-systems";
constexpr std::string_view kRegulations = "regulations";

std::string citation_id(const Citation& citation) {
  std::string name(citation.source);
  if (!citation.article.empty()) name.append(" ").append(citation.article);
  return name;
}

class ToolWriter {
 public:
  ToolWriter(JsonWriter& json, const Catalog& catalog, Lang lang)
      : json_(json), catalog_(catalog), lang_(lang) {
    for (const CatalogEntry& entry : catalog.entries()) {
      for (const Citation& citation : entry.info.basis) cited_.push_back(citation);
    }
    const auto same = [](const Citation& a, const Citation& b) {
      return a.source == b.source && a.article == b.article;
    };
    std::sort(cited_.begin(), cited_.end(), before);
    cited_.erase(std::unique(cited_.begin(), cited_.end(), same), cited_.end());
  }

  void write() {
    json_.begin_object("tool");
    json_.begin_object("driver");
    json_.text("name", "emrlint");
    json_.text("version", kVersion);
    json_.text("semanticVersion", kVersion);
    json_.text("language", sarif_language(lang_));
    message("shortDescription",
            lang_ == Lang::kZh ? "结构化病历的静态检查。" : "Static analysis of medical records.");
    write_supported();
    json_.begin_array("rules");
    for (const CatalogEntry& entry : catalog_.entries()) write_rule(entry);
    json_.end_array();
    json_.end_object();
    json_.end_object();
    write_taxonomies();
    write_translation(lang_ == Lang::kZh ? Lang::kEn : Lang::kZh);
  }

 private:
  static bool before(const Citation& a, const Citation& b) {
    return std::pair(a.source, a.article) < std::pair(b.source, b.article);
  }

  void message(std::string_view name, std::string_view text) {
    json_.begin_object(name);
    json_.text("text", text);
    json_.end_object();
  }

  void write_supported() {
    json_.begin_array("supportedTaxonomies");
    std::uint64_t index = 0;
    for (const std::string_view name : {kSystems, kRegulations}) {
      json_.begin_object();
      json_.text("name", name);
      json_.number("index", index++);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_texts(const CatalogEntry& entry, Lang lang) {
    const CheckInfo& info = entry.info;
    message("shortDescription", full_stop(info.title.in(lang), lang));
    message("fullDescription", full_stop(info.judged.in(lang), lang));
    json_.begin_object("messageStrings");
    for (const MessageInfo& text : info.messages) {
      message(text.id, lang == Lang::kZh ? text.zh : text.en);
    }
    message("undecided", undecided_template().in(lang));
    json_.end_object();
    json_.begin_object("help");
    json_.text("text", card_text(entry, lang, CardForm::kPlain));
    // The translation makes do with the text: it is read, not displayed as a page.
    if (lang == lang_) json_.text("markdown", card_text(entry, lang, CardForm::kMarkdown));
    json_.end_object();
  }

  void write_rule(const CatalogEntry& entry) {
    const CheckInfo& info = entry.info;
    json_.line();
    json_.begin_object();
    json_.text("id", info.id);
    json_.text("name", pascal_case(info.id));
    write_texts(entry, lang_);
    json_.text("helpUri", help_uri(info.id));
    json_.begin_object("defaultConfiguration");
    json_.flag("enabled", info.severity != Severity::kOff);
    json_.text("level", info.severity == Severity::kOff ? "none" : id(info.severity));
    json_.end_object();
    json_.begin_array("relationships");
    for (const int number : info.core_systems) {
      relationship(std::to_string(number), static_cast<std::uint64_t>(number - 1), kSystems, 0);
    }
    for (const Citation& citation : info.basis) {
      relationship(citation_id(citation), index_of(citation), kRegulations, 1);
    }
    json_.end_array();
    json_.begin_object("properties");
    json_.begin_array("tags");
    json_.text(entry.family);
    json_.text(entry.kind);
    json_.end_array();
    json_.text("problem.severity", info.severity == Severity::kError     ? "error"
                                   : info.severity == Severity::kWarning ? "warning"
                                                                         : "recommendation");
    json_.text("origin", entry.origin);
    json_.end_object();
    json_.end_object();
  }

  std::uint64_t index_of(const Citation& wanted) const {
    const auto it = std::lower_bound(cited_.begin(), cited_.end(), wanted, before);
    return static_cast<std::uint64_t>(it - cited_.begin());
  }

  void relationship(std::string_view target, std::uint64_t index, std::string_view taxonomy,
                    std::uint64_t taxonomy_index) {
    json_.begin_object();
    json_.begin_object("target");
    json_.text("id", target);
    json_.number("index", index);
    json_.begin_object("toolComponent");
    json_.text("name", taxonomy);
    json_.number("index", taxonomy_index);
    json_.end_object();
    json_.end_object();
    json_.begin_array("kinds");
    json_.text("relevant");
    json_.end_array();
    json_.end_object();
  }

  void begin_taxonomy(std::string_view name, Bilingual title, bool comprehensive) {
    json_.line();
    json_.begin_object();
    json_.text("name", name);
    json_.text("version", kVersion);
    json_.text("language", sarif_language(lang_));
    json_.flag("isComprehensive", comprehensive);
    message("shortDescription", title.in(lang_));
    json_.begin_array("taxa");
  }

  void taxon(std::string_view identity, std::string_view name, std::string_view description) {
    json_.begin_object();
    json_.text("id", identity);
    json_.text("name", name);
    message("shortDescription", full_stop(description, lang_));
    json_.end_object();
  }

  void write_taxonomies() {
    json_.begin_array("taxonomies");
    begin_taxonomy(
        kSystems,
        {"18项医疗质量安全核心制度。", "The 18 core systems of healthcare quality and safety."},
        true);
    for (int number = 1; number <= kCoreSystems; ++number) {
      const std::string_view name = core_system(number).in(lang_);
      taxon(std::to_string(number), name, name);
    }
    json_.end_array();
    json_.end_object();
    begin_taxonomy(
        kRegulations,
        {"检查所依据的规章条文。", "The passages of the regulations that the checks rest on."},
        false);
    for (const Citation& citation : cited_) {
      const CitedSource* const source = cited_source(citation.source);
      std::string description = citation_text(citation, lang_);
      if (source != nullptr && !source->number.empty()) {
        description.append(lang_ == Lang::kZh ? "，" : ", ").append(source->number);
      }
      taxon(citation_id(citation), citation_text(citation, lang_), description);
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void write_translation(Lang other) {
    json_.begin_array("translations");
    json_.line();
    json_.begin_object();
    json_.text("name", "emrlint");
    json_.text("version", kVersion);
    json_.text("language", sarif_language(other));
    json_.begin_array("contents");
    json_.text("localizedData");
    json_.end_array();
    json_.begin_array("rules");
    for (const CatalogEntry& entry : catalog_.entries()) {
      json_.line();
      json_.begin_object();
      json_.text("id", entry.info.id);
      json_.text("name", pascal_case(entry.info.id));
      write_texts(entry, other);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  JsonWriter& json_;
  const Catalog& catalog_;
  const Lang lang_;
  std::vector<Citation> cited_;
};

}  // namespace

std::string_view sarif_language(Lang lang) { return lang == Lang::kZh ? "zh-CN" : "en-US"; }

void write_sarif_tool(JsonWriter& json, const Catalog& catalog, Lang lang) {
  ToolWriter(json, catalog, lang).write();
}

}  // namespace emrlint

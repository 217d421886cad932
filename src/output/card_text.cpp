// SPDX-License-Identifier: Apache-2.0
#include "output/card_text.h"

#include <cctype>
#include <vector>

#include "check/core_systems.h"
#include "codes/coding_system.h"
#include "config/option_value.h"
#include "output/citation.h"
#include "tables/table_info.h"

namespace emrlint {
namespace {

class CardWriter {
 public:
  CardWriter(const CatalogEntry& entry, Lang lang, CardForm form)
      : info_(entry.info), lang_(lang), markdown_(form == CardForm::kMarkdown) {}

  std::string write() {
    paragraph("检查什么", "What is judged", info_.judged.in(lang_));
    paragraph("例外", "Exceptions", info_.exceptions.in(lang_));
    paragraph("怎么改", "What to do", info_.advice.in(lang_));
    std::vector<std::string> items;
    for (const Citation& citation : info_.basis) items.push_back(citation_text(citation, lang_));
    list("依据", "Basis", items);
    items.clear();
    for (const int number : info_.core_systems) {
      items.push_back(std::to_string(number) + " " + std::string(core_system(number).in(lang_)));
    }
    list("核心制度", "Core systems", items);
    items.clear();
    for (const Source source : info_.needs) items.emplace_back(id(source));
    list("需要的数据", "Data it needs", items);
    items.clear();
    for (const TableKind table : info_.needs_tables) {
      const Bilingual& title = table_info(table).title;
      items.push_back(code(id(table)) + "  " + std::string(title.in(lang_)));
    }
    list("需要的表格（[tables]）", "Tables it needs ([tables])", items);
    items.clear();
    for (const CodeSystem system : info_.needs_codes) {
      const CodingSystem& codes = coding_system(system);
      items.push_back(code(codes.id) + "  " + std::string(codes.name.in(lang_)));
    }
    list("需要的编码表（[codes]）", "Code tables it needs ([codes])", items);
    items.clear();
    for (const OptionInfo& option : info_.options) {
      items.push_back(code(option.name) + " = " + to_toml(option.fallback) + "  " +
                      std::string(lang_ == Lang::kZh ? option.zh : option.en));
    }
    list("选项", "Options", items);
    items.clear();
    for (const MessageInfo& message : info_.messages) {
      items.push_back(code(message.id) + "  " +
                      std::string(lang_ == Lang::kZh ? message.zh : message.en));
    }
    list("可能的提示", "Messages", items);
    return std::move(out_);
  }

 private:
  std::string code(std::string_view text) const {
    return markdown_ ? "`" + std::string(text) + "`" : std::string(text);
  }

  void heading(const char* zh, const char* en) {
    if (!out_.empty()) out_ += "\n";
    const std::string_view text = lang_ == Lang::kZh ? zh : en;
    out_.append(markdown_ ? "## " : "").append(text).append(markdown_ ? "\n\n" : "\n");
  }

  void paragraph(const char* zh, const char* en, std::string_view text) {
    if (text.empty()) return;
    heading(zh, en);
    out_.append(markdown_ ? "" : "  ").append(text).append("\n");
  }

  void list(const char* zh, const char* en, const std::vector<std::string>& items) {
    if (items.empty()) return;
    heading(zh, en);
    for (const std::string& item : items) {
      out_.append(markdown_ ? "- " : "  ").append(item).append("\n");
    }
  }

  const CheckInfo& info_;
  const Lang lang_;
  const bool markdown_;
  std::string out_;
};

}  // namespace

std::string card_text(const CatalogEntry& entry, Lang lang, CardForm form) {
  return CardWriter(entry, lang, form).write();
}

std::string pascal_case(std::string_view id) {
  std::string out;
  bool upper = true;
  for (const char c : id) {
    if (c == '-') {
      upper = true;
    } else {
      out += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      upper = false;
    }
  }
  return out;
}

std::string full_stop(std::string_view text, Lang lang) {
  std::string out(text);
  const bool ended = text.ends_with('.') || text.ends_with("。") || text.ends_with('?');
  if (!text.empty() && !ended) out += lang == Lang::kZh ? "。" : ".";
  return out;
}

std::string help_uri(std::string_view id) { return "urn:emrlint:check:" + std::string(id); }

}  // namespace emrlint

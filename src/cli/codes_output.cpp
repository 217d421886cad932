// SPDX-License-Identifier: Apache-2.0
#include "cli/codes_output.h"

#include <fmt/format.h>

#include "output/width.h"

namespace emrlint {
namespace {

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

constexpr std::size_t kLabel = 14;  // Columns.

void add_row(std::string& out, Bilingual label, std::string_view text, Lang lang) {
  if (text.empty()) return;
  out.append("  ").append(label.in(lang));
  const std::size_t width = display_width(label.in(lang));
  out.append(width < kLabel ? kLabel - width : 1, ' ').append(text).append("\n");
}

std::string joined(const CodeTexts& texts, std::string_view between) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

Bilingual level_name(const CodeEntry& entry) {
  switch (entry.level()) {
    case CodeLevel::kChapter:
      return {"章", "a chapter"};
    case CodeLevel::kBlock:
      return {"节", "a block"};
    case CodeLevel::kHeading:
      return {"类目或亚目，不能直接使用", "a heading, not to be used itself"};
    case CodeLevel::kCode:
      break;
  }
  return entry.billable() ? Bilingual{"可用", "yes"} : Bilingual{"不能直接使用", "no"};
}

std::string edits_text(const CodeEntry& entry, Lang lang) {
  std::string out;
  const auto add = [&](CodeEdit edit, Bilingual text) {
    if (entry.has(edit))
      out.append(out.empty() ? "" : lang == Lang::kZh ? "；" : "; ").append(text.in(lang));
  };
  add(CodeEdit::kManifestation, {"表现编码，不作主要诊断", "manifestation, never principal"});
  add(CodeEdit::kUnacceptablePrincipal, {"不可作主要诊断", "unacceptable as principal"});
  add(CodeEdit::kQuestionableAdmission,
      {"作主要诊断时入院理由存疑", "questionable reason to admit as principal"});
  return out;
}

}  // namespace

std::string written_code(const CodeEntry& entry) {
  std::string text(entry.code());
  if (entry.sign() == CodeSign::kAsterisk) return text + "*";
  if (entry.sign() != CodeSign::kDagger) return text;
  text += '+';
  if (!entry.links().empty()) text.append(*entry.links().begin()).append("*");
  return text;
}

std::string validity_text(const CodeValidity& validity, Lang lang) {
  if (!validity.from && !validity.to) return {};
  const std::string from = validity.from ? day_text(*validity.from) : "";
  const std::string to = validity.to ? day_text(*validity.to) : "";
  if (to.empty()) return lang == Lang::kZh ? from + "起" : "from " + from;
  if (from.empty()) return lang == Lang::kZh ? "至" + to : "until " + to;
  return lang == Lang::kZh ? from + "至" + to : from + " to " + to;
}

std::string code_line(const CodeEntry& entry, Lang lang) {
  std::string line = written_code(entry);
  line.append(line.size() < kLabel ? kLabel - line.size() : 1, ' ').append("  ");
  line += entry.name(lang);
  if (!entry.billable()) line.append("  [").append(level_name(entry).in(lang)).append("]");
  return line;
}

std::string code_text(const CodeEntry& entry, Lang lang) {
  std::string out = written_code(entry) + "  " + std::string(entry.name(lang)) + "\n";
  add_row(out, {"版本", "edition"}, entry.table().name().in(lang), lang);
  if (!entry.name_zh().empty()) {
    add_row(out, {"英文", "English"}, lang == Lang::kZh ? entry.name_en() : "", lang);
    add_row(out, {"中文", "Chinese"}, lang == Lang::kEn ? entry.name_zh() : "", lang);
  }
  add_row(out, {"别名", "synonyms"}, joined(entry.synonyms(), lang == Lang::kZh ? "；" : "; "),
          lang);
  add_row(out, {"伴随编码", "beside it"}, joined(entry.links(), ", "), lang);
  if (const auto parent = entry.parent()) {
    add_row(out, {"上级", "above"}, code_line(*parent, lang), lang);
  }
  if (entry.child_count() > 0) {
    add_row(out, {"下级", "below"}, std::to_string(entry.child_count()), lang);
  }
  add_row(out, {"使用", "may be used"}, level_name(entry).in(lang), lang);
  if (entry.sex() == Sex::kMale)
    add_row(out, {"性别", "sex"}, lang == Lang::kZh ? "男" : "male", lang);
  if (entry.sex() == Sex::kFemale) {
    add_row(out, {"性别", "sex"}, lang == Lang::kZh ? "女" : "female", lang);
  }
  if (const auto ages = entry.ages()) {
    add_row(out, {"年龄（岁）", "age in years"}, fmt::format("{}–{}", ages->from, ages->to), lang);
  }
  add_row(out, {"编辑规则", "edits"}, edits_text(entry, lang), lang);
  add_row(out, {"有效期", "valid"}, validity_text(entry.validity(), lang), lang);
  return out;
}

std::string table_text(const CodeTable& table, Lang lang) {
  std::string out(table.name().in(lang));
  out += "\n";
  const std::string id = std::string(coding_system(table.system()).id) +
                         (table.edition().empty() ? "" : "/" + std::string(table.edition()));
  add_row(out, {"标识", "id"}, id, lang);
  add_row(out, {"编码数", "codes"}, std::to_string(table.size()), lang);
  add_row(out, {"来源行数", "rows read"},
          fmt::format(fmt::runtime(lang == Lang::kZh ? "{}，{}行未采用" : "{}, {} not taken"),
                      table.rows(), table.rejected()),
          lang);
  add_row(out, {"发布者", "publisher"}, table.publisher(), lang);
  add_row(out, {"地区", "region"}, table.region(), lang);
  add_row(out, {"有效期", "valid"}, validity_text(table.validity(), lang), lang);
  add_row(out, {"来源", "source"}, table.source(), lang);
  return out;
}

namespace {

void write_optional(JsonWriter& json, std::string_view name, std::string_view text) {
  if (!text.empty()) json.text(name, text);
}

void write_validity(JsonWriter& json, const CodeValidity& validity) {
  if (validity.from) json.text("validFrom", day_text(*validity.from));
  if (validity.to) json.text("validTo", day_text(*validity.to));
}

void write_list(JsonWriter& json, std::string_view name, const CodeTexts& texts) {
  if (texts.empty()) return;
  json.begin_array(name);
  for (const std::string_view text : texts) json.text(text);
  json.end_array();
}

constexpr std::string_view kLevels[] = {"code", "heading", "block", "chapter"};
constexpr std::string_view kEdits[] = {"manifestation", "unacceptable-principal",
                                       "questionable-admission"};

}  // namespace

void write_code(JsonWriter& json, const CodeEntry& entry) {
  json.text("system", coding_system(entry.table().system()).id);
  write_optional(json, "edition", entry.table().edition());
  json.text("code", entry.code());
  json.text("written", written_code(entry));
  write_optional(json, "nameZh", entry.name_zh());
  write_optional(json, "nameEn", entry.name_en());
  json.text("level", kLevels[static_cast<std::size_t>(entry.level())]);
  json.flag("billable", entry.billable());
  if (const auto parent = entry.parent()) json.text("parent", parent->code());
  json.number("children", entry.child_count());
  write_list(json, "synonyms", entry.synonyms());
  write_list(json, "links", entry.links());
  if (entry.sex() == Sex::kMale) json.text("sex", "male");
  if (entry.sex() == Sex::kFemale) json.text("sex", "female");
  if (const auto ages = entry.ages()) {
    json.number("ageFrom", static_cast<std::uint64_t>(ages->from));
    json.number("ageTo", static_cast<std::uint64_t>(ages->to));
  }
  json.begin_array("edits");
  for (std::size_t i = 0; i < std::size(kEdits); ++i) {
    if (entry.has(static_cast<CodeEdit>(i))) json.text(kEdits[i]);
  }
  json.end_array();
  write_validity(json, entry.validity());
}

void write_table(JsonWriter& json, const CodeTable& table) {
  json.text("system", coding_system(table.system()).id);
  write_optional(json, "edition", table.edition());
  json.both("name", table.name());
  json.number("codes", table.size());
  json.number("rows", table.rows());
  json.number("rejected", table.rejected());
  write_optional(json, "publisher", table.publisher());
  write_optional(json, "region", table.region());
  write_validity(json, table.validity());
  json.text("source", table.source());
}

}  // namespace emrlint

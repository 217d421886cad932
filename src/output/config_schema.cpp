// SPDX-License-Identifier: Apache-2.0
#include "output/config_schema.h"

#include <initializer_list>
#include <string>

#include "config/option_value.h"
#include "model/document_types.h"
#include "output/json_writer.h"
#include "tables/table_info.h"

namespace emrlint {
namespace {

class SchemaWriter {
 public:
  SchemaWriter(std::ostream& out, const Catalog& catalog) : json_(out), catalog_(catalog) {}

  void write() {
    json_.begin_object();
    json_.text("$schema", "https://json-schema.org/draft/2020-12/schema");
    json_.text("title", "emrlint.toml");
    json_.text("type", "object");
    json_.flag("additionalProperties", false);
    json_.begin_object("properties");
    for (const char* key : {"title", "description"}) write_bilingual(key);
    list("extends", "内置方案或文件 / built-in profiles or files");
    list("checks", "运行的检查，可用 * / checks that run, * as wildcard");
    list("disable", "不运行的检查，可用 * / checks that do not run, * as wildcard");
    write_checks();
    write_overrides();
    write_waivers();
    json_.begin_object("chart");
    begin_closed();
    list("paper", "纸质保存的资料 / what is kept on paper", {"checklists"});
    end_closed();
    json_.line();
    json_.begin_object("tables");
    begin_closed();
    for (std::size_t i = 0; i < kTableCount; ++i) {
      const Bilingual& title = table_info(static_cast<TableKind>(i)).title;
      text(table_ids()[i],
           std::string(title.zh) + "（CSV）的路径 / path of a CSV file: " + std::string(title.en));
    }
    end_closed();
    json_.line();
    json_.begin_object("codes");
    begin_closed();
    list("files", "编码表文件 / code tables, made by emrlint codes import");
    text("region", "本院所在地区，如CN-ZJ / where the hospital is, such as CN-ZJ");
    end_closed();
    json_.line();
    json_.begin_object("score");
    begin_closed();
    list("sheets",
         "评分表：内置的名称，或本院的.toml文件；夜间任务用第一个 / scoring sheets: "
         "built-in names or .toml files of your own; the nightly job uses the first");
    end_closed();
    json_.line();
    write_nightly();
    json_.end_object();
    json_.line();
    json_.begin_object("$defs");
    write_check_definitions();
    json_.end_object();
    json_.end_object();
    json_.end_document();
  }

 private:
  // "type": "object" with nothing but the properties that follow.
  void begin_closed() {
    json_.text("type", "object");
    json_.flag("additionalProperties", false);
    json_.begin_object("properties");
  }
  void end_closed() {
    json_.end_object();
    json_.end_object();
  }

  void write_nightly() {
    json_.begin_object("nightly");
    begin_closed();
    list("paths", "病历文件或文件夹 / files and folders of charts");
    text("store", "存储文件夹 / folder of the store");
    text("key", "密钥文件 / file of the key for what is hashed");
    text("reports", "报告文件夹 / folder for reports");
    list("indicators", "本院的指标集文件 / files with sets of indicators of the hospital's own");
    json_.begin_object("timeout");
    json_.text("type", "integer");
    json_.number("minimum", 1);
    json_.text("description", "每份病历最多的秒数 / the most seconds for one chart");
    json_.end_object();
    end_closed();
  }

  void text(std::string_view name, std::string_view description) {
    json_.begin_object(name);
    json_.text("type", "string");
    json_.text("description", description);
    json_.end_object();
  }

  void list(std::string_view name, std::string_view description,
            std::initializer_list<std::string_view> words = {}) {
    json_.begin_object(name);
    json_.text("type", "array");
    json_.text("description", description);
    json_.begin_object("items");
    json_.text("type", "string");
    choices(words);
    json_.end_object();
    json_.end_object();
  }

  void choices(std::initializer_list<std::string_view> words) {
    if (words.size() == 0) return;
    json_.begin_array("enum");
    for (const std::string_view word : words) json_.text(word);
    json_.end_array();
  }

  void write_bilingual(std::string_view name) {
    json_.begin_object(name);
    begin_closed();
    text("zh", "中文");
    text("en", "English");
    end_closed();
  }

  void write_severity() {
    json_.begin_object("severity");
    json_.text("type", "string");
    choices({"error", "warning", "note", "off"});
    json_.end_object();
  }

  void write_checks() {
    json_.begin_object("check");
    json_.text("$ref", "#/$defs/checks");
    json_.end_object();
  }

  // One text or a list of texts.
  void one_or_more(std::string_view name, std::string_view description) {
    json_.begin_object(name);
    json_.text("description", description);
    json_.begin_array("type");
    json_.text("string");
    json_.text("array");
    json_.end_array();
    json_.begin_object("items");
    json_.text("type", "string");
    json_.end_object();
    json_.end_object();
  }

  void begin_tables(std::string_view name, std::initializer_list<std::string_view> required) {
    json_.begin_object(name);
    json_.text("type", "array");
    json_.begin_object("items");
    json_.begin_array("required");
    for (const std::string_view key : required) json_.text(key);
    json_.end_array();
    begin_closed();
  }
  void end_tables() {
    end_closed();
    json_.end_object();
  }

  void write_overrides() {
    begin_tables("override", {"when"});
    json_.begin_object("when");
    begin_closed();
    one_or_more("department", "科室，可用 * / department, * as wildcard");
    one_or_more("disease", "诊断编码的开头 / start of a diagnosis code");
    one_or_more("document", "病历中有这种文书 / the chart holds such a document");
    one_or_more("path", "输入路径，可用 * / path of the input, * as wildcard");
    end_closed();
    write_checks();
    end_tables();
  }

  void write_waivers() {
    begin_tables("waiver", {"check", "reason", "by", "until"});
    text("check", "检查 / the check");
    text("chart", "住院号 / the chart");
    text("subject", "对象 / the subject");
    text("fingerprint", "指纹 / the fingerprint of one finding");
    text("reason", "理由 / why it is accepted");
    text("by", "责任人 / who accepts it");
    text("until", "期限，如 2026-12-31 / the last day, such as 2026-12-31");
    end_tables();
  }

  void write_check_definitions() {
    json_.begin_object("checks");
    json_.text("type", "object");
    json_.begin_object("properties");
    for (const CatalogEntry& entry : catalog_.entries()) {
      json_.line();
      json_.begin_object(entry.info.id);
      json_.text("description",
                 std::string(entry.info.title.zh) + " / " + std::string(entry.info.title.en));
      begin_closed();
      write_severity();
      for (const OptionInfo& option : entry.info.options) write_option(option);
      end_closed();
    }
    json_.end_object();
    // A pattern instead of an id: the severity alone.
    json_.begin_object("additionalProperties");
    begin_closed();
    write_severity();
    end_closed();
    json_.end_object();
  }

  void write_option(const OptionInfo& option) {
    json_.begin_object(option.name);
    json_.text("description", std::string(option.zh) + " / " + std::string(option.en) + " (" +
                                  to_toml(option.fallback) + ")");
    std::visit(TypeWriter{json_}, option.fallback);
    json_.end_object();
  }

  struct TypeWriter {
    JsonWriter& json;
    void operator()(bool) const { json.text("type", "boolean"); }
    void operator()(int) const {
      json.text("type", "integer");
      json.number("minimum", 0);
    }
    void operator()(double) const { json.text("type", "number"); }
    void operator()(Duration) const {
      json.text("type", "string");
      json.text("pattern", "^([0-9]+(w|d|h|min))+$");
    }
    void operator()(std::string_view) const { json.text("type", "string"); }
    void operator()(WordList) const {
      json.text("type", "array");
      json.begin_object("items");
      json.text("type", "string");
      json.end_object();
    }
  };

  JsonWriter json_;
  const Catalog& catalog_;
};

}  // namespace

void write_config_schema(std::ostream& out, const Catalog& catalog) {
  SchemaWriter(out, catalog).write();
}

}  // namespace emrlint

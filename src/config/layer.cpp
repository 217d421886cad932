// SPDX-License-Identifier: Apache-2.0
#include "config/layer.h"

#include <algorithm>

#include "config/glob.h"
#include "config/option_value.h"

namespace emrlint {
namespace {

constexpr std::string_view kSeverities[] = {"error", "warning", "note", "off"};

class LayerReader {
 public:
  LayerReader(const Catalog& catalog, std::string path, std::deque<std::string>& texts,
              bool built_in)
      : catalog_(catalog), errors_(std::move(path)), texts_(texts), built_in_(built_in) {
    for (const CatalogEntry& entry : catalog.entries()) ids_.push_back(entry.info.id);
  }

  Result<Layer> read(const TomlValue& root);

 private:
  std::string origin(TomlPlace place) const {
    return errors_.path() + ':' + std::to_string(place.line);
  }
  std::vector<Stated> stated(TableReader& table, std::string_view key);
  std::vector<Stated> globs(TableReader& table, std::string_view key);
  std::vector<std::string> texts(TableReader& table, std::string_view key);
  // The tables of an array of tables, each with the place of its heading.
  std::vector<TableReader> tables(TableReader& table, std::string_view key);

  void read_checks(TableReader& table, std::vector<Setting>& out);
  void read_check(const TomlMember& member, std::vector<Setting>& out);
  void read_severity(TableReader& table, const TomlValue& value,
                     const std::vector<std::uint32_t>& checks, std::vector<Setting>& out);
  void read_options(TableReader& table, std::uint32_t check, std::vector<Setting>& out);
  Override read_override(TableReader& table);
  Waiver read_waiver(TableReader& table);
  Time read_until(TableReader& table);
  void read_chart(TableReader& table, Layer& layer);
  void read_tables(TableReader& table, Layer& layer);
  void read_codes(TableReader& table, Layer& layer);
  void read_score(TableReader& parent, Layer& layer);
  void read_nightly(TableReader& parent, StatedNightly& nightly);

  const Catalog& catalog_;
  TomlErrors errors_;
  std::deque<std::string>& texts_;
  std::vector<std::string_view> ids_;
  bool built_in_;
};

std::vector<Stated> LayerReader::stated(TableReader& table, std::string_view key) {
  std::vector<Stated> found;
  for (const TomlValue* value : table.texts(key)) {
    found.push_back({value->text, origin(value->place), place_name(errors_.path(), value->place)});
  }
  return found;
}

// Patterns of checks; one that fits no check is an error.
std::vector<Stated> LayerReader::globs(TableReader& table, std::string_view key) {
  for (const TomlValue* value : table.texts(key)) {
    const bool fits = std::any_of(ids_.begin(), ids_.end(),
                                  [&](std::string_view id) { return glob_match(value->text, id); });
    if (!fits && !built_in_) table.word(*value, {"检查", "check"}, ids_);
  }
  return stated(table, key);
}

std::vector<std::string> LayerReader::texts(TableReader& table, std::string_view key) {
  std::vector<std::string> found;
  for (const TomlValue* value : table.texts(key)) found.push_back(value->text);
  return found;
}

std::vector<TableReader> LayerReader::tables(TableReader& table, std::string_view key) {
  std::vector<TableReader> found;
  const TomlValue* list = table.find(key);
  if (list == nullptr) return found;
  for (const TomlValue& item : list->items) {
    if (item.kind == TomlKind::kTable) found.emplace_back(item, item.place, errors_);
  }
  if (found.size() != list->items.size() || found.empty()) {
    const std::string name(key);
    table.fail(list->place, "应写作[[" + name + "]]", "write it as [[" + name + "]]");
  }
  return found;
}

void LayerReader::read_severity(TableReader& table, const TomlValue& value,
                                const std::vector<std::uint32_t>& checks,
                                std::vector<Setting>& out) {
  const auto index = table.word(value, {"严重程度", "severity"}, kSeverities);
  if (!index) return;
  for (const std::uint32_t check : checks) {
    out.push_back({check, static_cast<Severity>(*index), {}, {}, origin(value.place)});
  }
}

void LayerReader::read_options(TableReader& table, std::uint32_t check, std::vector<Setting>& out) {
  for (const OptionInfo& option : catalog_.entries()[check].info.options) {
    const TomlValue* value = table.find(option.name);
    if (value == nullptr) continue;
    if (const auto read = read_option_value(table, option, *value, texts_)) {
      out.push_back({check, std::nullopt, option.name, *read, origin(value->place)});
    }
  }
}

// [check.<id>]; with a pattern for an id only the severity can be set.
void LayerReader::read_check(const TomlMember& member, std::vector<Setting>& out) {
  TableReader table(member.value, member.place, errors_);
  std::vector<std::uint32_t> checks;
  for (std::uint32_t i = 0; i < ids_.size(); ++i) {
    if (glob_match(member.key, ids_[i])) checks.push_back(i);
  }
  if (checks.empty()) {
    TomlValue name;
    name.place = member.place;
    name.text = member.key;
    table.word(name, {"检查", "check"}, ids_);
    return;
  }
  if (const TomlValue* severity = table.find("severity")) {
    read_severity(table, *severity, checks, out);
  }
  if (checks.size() == 1) read_options(table, checks.front(), out);
  table.finish();
}

void LayerReader::read_checks(TableReader& table, std::vector<Setting>& out) {
  const std::optional<TableReader> checks = table.table("check");
  if (!checks) return;
  for (const TomlMember& member : checks->value().members) {
    if (member.value.kind == TomlKind::kTable) {
      read_check(member, out);
    } else {
      errors_.add(member.place, "应写作[check." + member.key + "]",
                  "write it as [check." + member.key + "]");
    }
  }
}

Override LayerReader::read_override(TableReader& table) {
  Override result;
  result.origin = origin(table.place());
  table.require("when");
  if (std::optional<TableReader> when = table.table("when")) {
    result.departments = texts(*when, "department");
    result.diseases = texts(*when, "disease");
    result.paths = texts(*when, "path");
    std::vector<std::string_view> types;
    for (std::size_t i = 1; i < kDocTypeCount; ++i) types.push_back(id(static_cast<DocType>(i)));
    for (const TomlValue* value : when->texts("document")) {
      const auto index = when->word(*value, {"文书类型", "document type"}, types);
      if (index) result.documents.push_back(static_cast<DocType>(*index + 1));
    }
    when->finish();
  }
  read_checks(table, result.settings);
  table.finish();
  return result;
}

Time LayerReader::read_until(TableReader& table) {
  const TomlValue* value = table.require("until");
  if (value == nullptr) return {};
  const auto time = parse_iso_time(value->text);
  if (time) return *time;
  table.fail(value->place, "until应为日期，如2026-12-31",
             "until must be a date such as 2026-12-31");
  return {};
}

Waiver LayerReader::read_waiver(TableReader& table) {
  Waiver waiver;
  waiver.origin = origin(table.place());
  waiver.check = table.required_text("check");
  if (const TomlValue* check = table.find("check")) table.word(*check, {"检查", "check"}, ids_);
  waiver.chart = table.text("chart").value_or("");
  waiver.subject = table.text("subject").value_or("");
  waiver.fingerprint = table.text("fingerprint").value_or("");
  if (waiver.chart.empty() && waiver.fingerprint.empty()) {
    table.fail(table.place(), "缺少chart或fingerprint", "chart or fingerprint is missing");
  }
  waiver.reason = table.required_text("reason");
  waiver.by = table.required_text("by");
  waiver.until = read_until(table);
  table.finish();
  return waiver;
}

void LayerReader::read_chart(TableReader& root, Layer& layer) {
  std::optional<TableReader> table = root.table("chart");
  if (!table) return;
  constexpr std::string_view kPaper[] = {"checklists"};
  for (const TomlValue* value : table->texts("paper")) {
    if (table->word(*value, {"纸质资料", "kind of paper"}, kPaper)) {
      layer.paper = Stated{"[\"checklists\"]", origin(value->place), {}};
    }
  }
  table->finish();
}

void LayerReader::read_tables(TableReader& parent, Layer& layer) {
  std::optional<TableReader> table = parent.table("tables");
  if (!table) return;
  for (std::size_t i = 0; i < kTableCount; ++i) {
    for (Stated& path : stated(*table, table_ids()[i])) layer.tables[i] = std::move(path);
  }
  table->finish();
}

void LayerReader::read_codes(TableReader& parent, Layer& layer) {
  std::optional<TableReader> table = parent.table("codes");
  if (!table) return;
  layer.codes = stated(*table, "files");
  if (table->text("region")) layer.codes_region = stated(*table, "region").front();
  table->finish();
}

void LayerReader::read_score(TableReader& parent, Layer& layer) {
  std::optional<TableReader> table = parent.table("score");
  if (!table) return;
  layer.sheets = stated(*table, "sheets");
  table->finish();
}

void LayerReader::read_nightly(TableReader& parent, StatedNightly& nightly) {
  std::optional<TableReader> table = parent.table("nightly");
  if (!table) return;
  const auto one = [&](const char* key, std::optional<Stated>& value) {
    if (table->text(key)) value = stated(*table, key).front();
  };
  nightly.paths = stated(*table, "paths");
  nightly.indicators = stated(*table, "indicators");
  one("store", nightly.store);
  one("key", nightly.key);
  one("reports", nightly.reports);
  nightly.timeout = table->integer("timeout");
  if (nightly.timeout) nightly.timeout_origin = origin(table->find("timeout")->place);
  nightly.keep = table->integer("keep");
  if (nightly.keep) nightly.keep_origin = origin(table->find("keep")->place);
  table->finish();
}

Result<Layer> LayerReader::read(const TomlValue& root) {
  TableReader table(root, root.place, errors_);
  Layer layer;
  layer.name = errors_.path();
  for (const std::string_view key : {"title", "description"}) {  // Of a profile, for people.
    if (std::optional<TableReader> text = table.table(key)) {
      text->required_text("zh");
      text->required_text("en");
      text->finish();
    }
  }
  layer.extends = stated(table, "extends");
  layer.checks = globs(table, "checks");
  layer.disable = globs(table, "disable");
  read_checks(table, layer.settings);
  for (TableReader& item : tables(table, "override")) {
    layer.overrides.push_back(read_override(item));
  }
  for (TableReader& item : tables(table, "waiver")) layer.waivers.push_back(read_waiver(item));
  read_chart(table, layer);
  read_tables(table, layer);
  read_codes(table, layer);
  read_score(table, layer);
  read_nightly(table, layer.nightly);
  table.finish();
  if (errors_.first()) return *errors_.first();
  return layer;
}

template <typename List, typename Fits>
bool one_fits(const List& list, Fits fits) {
  return list.empty() || std::any_of(list.begin(), list.end(), fits);
}

}  // namespace

bool Override::fits(const Chart& chart, std::string_view uri) const {
  const std::string_view department = chart.encounter.department.value;
  return one_fits(departments, [&](const auto& glob) { return glob_match(glob, department); }) &&
         one_fits(paths, [&](const auto& glob) { return glob_match(glob, uri); }) &&
         one_fits(documents, [&](DocType type) { return chart.has(type); }) &&
         one_fits(diseases, [&](const std::string& prefix) {
           return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(),
                              [&](const Diagnosis& diagnosis) {
                                return diagnosis.code.value.starts_with(prefix);
                              });
         });
}

Result<Layer> read_layer(const Catalog& catalog, std::string path, std::string_view text,
                         std::deque<std::string>& texts, bool built_in) {
  const Result<TomlValue> root = parse_toml(path, text);
  if (!root) return root.error();
  return LayerReader(catalog, std::move(path), texts, built_in).read(*root);
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/embedded.h"
#include "rule/citation.h"
#include "rule/table_reader.h"
#include "score/sheet.h"

namespace emrlint {
namespace {

constexpr std::array<std::string_view, 5> kUnits{"", "place", "time", "item", "page"};

// Reads one file into a sheet that may hold what it extends.
class SheetReader {
 public:
  SheetReader(TableReader file, const Catalog& catalog, ScoreSheet& sheet)
      : file_(std::move(file)),
        catalog_(catalog),
        sheet_(sheet),
        extended_(std::exchange(sheet.rows, {})) {
    for (const CatalogEntry& entry : catalog.entries()) check_ids_.push_back(entry.info.id);
  }

  void read() {
    file_.find("extends");
    sheet_.title = required_text(file_, "title");
    sheet_.description = required_text(file_, "description");
    read_source();
    if (const auto profile = file_.text("profile")) sheet_.profile = *profile;
    if (const auto total = points(file_, "total")) sheet_.total = *total;
    read_charts();
    read_needs();
    for (TableReader& grade : file_.tables("grade")) read_grade(grade);
    for (TableReader& section : file_.tables("section")) read_section(section);
    if (auto veto = file_.table("veto")) read_veto(*veto);
    for (TableReader& row : file_.tables("row")) read_row(row);
    take_over();
    file_.finish();
    check_whole();
  }

 private:
  SheetText required_text(TableReader& table, std::string_view key) {
    if (table.require(key) == nullptr) return {};
    auto inner = table.table(key);
    if (!inner) return {};
    SheetText text{std::string(inner->required_text("zh")),
                   std::string(inner->required_text("en"))};
    inner->finish();
    return text;
  }

  void read_source() {
    const TomlValue* value = file_.find("source");
    if (value == nullptr) return;
    const std::vector<std::string_view> keys = source_keys();
    if (const auto index = file_.word(*value, {"依据", "source"}, keys)) {
      sheet_.source = keys[*index];
    }
  }

  std::optional<Points> points(TableReader& table, std::string_view key) {
    const std::optional<double> number = table.number(key);
    if (!number) return std::nullopt;
    const double hundredths = std::round(*number * 100);
    if (*number < 0 || *number > 10'000 || std::abs(hundredths - *number * 100) > 1e-6) {
      table.fail(table.find(key)->place, std::string(key) + "应为0至10000的分值，最多两位小数",
                 std::string(key) + " must be points from 0 to 10000, to a hundredth at most");
      return std::nullopt;
    }
    return Points{static_cast<std::int32_t>(hundredths)};
  }

  void read_charts() {
    const std::vector<const TomlValue*> encounters = file_.texts("encounters");
    if (!encounters.empty()) sheet_.encounters.clear();
    for (const TomlValue* value : encounters) {
      if (const auto kind = encounter_kind_from_id(value->text)) {
        sheet_.encounters.push_back(*kind);
      } else {
        file_.fail(value->place, "没有这种就诊：" + value->text, "no such stay: " + value->text);
      }
    }
    for (const TomlValue* value : file_.texts("not_with")) {
      if (const auto type = doc_type_from_id(value->text)) {
        sheet_.not_with.push_back(*type);
      } else {
        file_.fail(value->place, "没有这种文书：" + value->text,
                   "no such type of document: " + value->text);
      }
    }
  }

  void read_needs() {
    for (const TomlValue* value : file_.texts("needs")) {
      if (const auto source = source_from_id(value->text)) {
        sheet_.needs.push_back(*source);
      } else {
        file_.fail(value->place, "没有这种数据：" + value->text, "no such data: " + value->text);
      }
    }
  }

  void read_grade(TableReader& table) {
    if (!own_grades_) sheet_.grades.clear();
    own_grades_ = true;
    SheetGrade grade;
    grade.id = table.required_text("id");
    grade.title = required_text(table, "title");
    if (const auto from = points(table, "from")) grade.from = *from;
    if (!sheet_.grades.empty() && sheet_.grades.back().from <= grade.from) {
      table.fail(table.place(), "等级应由高到低排列", "grades are listed from the best down");
    }
    table.finish();
    sheet_.grades.push_back(std::move(grade));
  }

  void read_section(TableReader& table) {
    SheetSection section;
    section.id = table.required_text("id");
    section.title = required_text(table, "title");
    if (const auto value = points(table, "points")) section.points = *value;
    table.finish();
    sheet_.sections.push_back(std::move(section));
  }

  std::uint32_t grade_of(TableReader& table, std::string_view key, std::uint32_t otherwise) {
    const TomlValue* value = table.find(key);
    if (value == nullptr) return otherwise;
    std::vector<std::string_view> ids;
    for (const SheetGrade& grade : sheet_.grades) ids.push_back(grade.id);
    const auto index = table.word(*value, {"等级", "grade"}, ids);
    return index ? static_cast<std::uint32_t>(*index) : otherwise;
  }

  void read_veto(TableReader& table) {
    sheet_.veto = {};
    if (const auto value = points(table, "points")) sheet_.veto.points = *value;
    sheet_.veto.grade = grade_of(table, "grade", 0);
    sheet_.veto.severe_grade = grade_of(table, "severe_grade", sheet_.veto.grade);
    for (const TomlValue* value : table.texts("severe")) {
      if (const auto check = check_of(table, *value, value->text)) {
        sheet_.veto.severe.push_back(*check);
      }
    }
    std::sort(sheet_.veto.severe.begin(), sheet_.veto.severe.end());
    table.finish();
  }

  std::optional<std::uint32_t> check_of(TableReader& table, const TomlValue& value,
                                        std::string_view id) {
    if (const auto check = catalog_.index_of(id)) return check;
    TomlValue name = value;
    name.text = id;
    table.word(name, {"检查", "check"}, check_ids_);
    return std::nullopt;
  }

  void read_row(TableReader& table) {
    SheetRow row;
    row.section = section_of(table);
    if (const auto item = table.text("item")) row.item = *item;
    row.text = required_text(table, "text");
    if (const TomlValue* unit = table.find("per")) {
      const auto index = table.word(*unit, {"计分单位", "unit"}, kUnits);
      if (index) row.unit = static_cast<SheetUnit>(*index);
    }
    row.veto = table.boolean("veto").value_or(false);
    row.points = points(table, "points").value_or(Points{});
    row.most = points(table, "most");
    row.cap = points(table, "cap");
    if (!row.veto && row.points == Points{}) {
      table.fail(table.place(), "缺少points或veto", "points or veto is missing");
    }
    for (const TomlValue* value : table.texts("checks")) read_match(table, *value, row);
    if (row.matches.empty()) row.by_hand = required_text(table, "by_hand");
    table.finish();
    insert(std::move(row));
  }

  std::uint32_t section_of(TableReader& table) {
    const TomlValue* value = table.require("section");
    if (value == nullptr) return 0;
    std::vector<std::string_view> ids;
    for (const SheetSection& section : sheet_.sections) ids.push_back(section.id);
    return static_cast<std::uint32_t>(table.word(*value, {"项目", "section"}, ids).value_or(0));
  }

  // "check", "check/message", "check#detail", "check@kind", each with "{4}"
  void read_match(TableReader& table, const TomlValue& value, SheetRow& row) {
    std::string_view text = value.text;
    SheetMatch match;
    if (const std::size_t brace = text.find('{'); brace != text.npos) {
      const bool digit = text.size() == brace + 3 && text[brace + 1] >= '0' && text.back() == '}';
      if (!digit) table.fail(value.place, "应写作{0}", "write it as {0}");
      if (digit) match.count = static_cast<std::uint32_t>(text[brace + 1] - '0');
      text = text.substr(0, brace);
    }
    const std::size_t end = std::min(text.find_first_of("/#@"), text.size());
    const auto check = check_of(table, value, text.substr(0, end));
    if (!check) return;
    match.check = *check;
    const bool message = end < text.size() && text[end] == '/';
    match.which = text.substr(message ? end + 1 : end);
    if (message) check_message(table, value, match.which, *check);
    const auto [known, fresh] = used_.try_emplace({match.check, match.which}, value.place);
    if (!fresh) {
      const std::string line = std::to_string(known->second.line);
      table.fail(value.place, value.text + "在第" + line + "行已有扣分，不能重复扣分",
                 value.text + " costs points in line " + line + " already");
    }
    row.matches.push_back(std::move(match));
  }

  // Own rows take their checks from the rows that were there; one without any goes.
  void take_over() {
    const auto taken = [&](const SheetMatch& match) {
      return used_.contains({match.check, match.which}) || used_.contains({match.check, ""});
    };
    for (SheetRow& row : extended_) {
      const bool had = !row.matches.empty();
      std::erase_if(row.matches, taken);
      if (!had || !row.matches.empty()) insert(std::move(row));
    }
  }

  // Behind the rows of its section.
  void insert(SheetRow row) {
    const auto behind = std::upper_bound(
        sheet_.rows.begin(), sheet_.rows.end(), row,
        [](const SheetRow& a, const SheetRow& b) { return a.section < b.section; });
    sheet_.rows.insert(behind, std::move(row));
  }

  void check_message(TableReader& table, const TomlValue& value, const std::string& message,
                     std::uint32_t check) {
    std::vector<std::string_view> ids;
    for (const MessageInfo& info : catalog_.entries()[check].info.messages) ids.push_back(info.id);
    TomlValue name = value;
    name.text = message;
    table.word(name, {"消息", "message"}, ids);
  }

  void check_whole() {
    if (sheet_.grades.empty()) file_.require("grade");
    if (sheet_.sections.empty()) file_.require("section");
    if (sheet_.rows.empty()) file_.require("row");
    if (sheet_.total == Points{}) file_.require("total");
    Points sum;
    for (const SheetSection& section : sheet_.sections) sum += section.points;
    if (sum != sheet_.total) {
      file_.fail(file_.place(), "各项目合计" + to_string(sum) + "分，与total不符",
                 "the sections add up to " + to_string(sum) + " points, unlike total");
    }
  }

  TableReader file_;
  const Catalog& catalog_;
  ScoreSheet& sheet_;
  std::vector<SheetRow> extended_;  // Rows of the sheet that this one extends.
  bool own_grades_ = false;
  std::vector<std::string_view> check_ids_;
  std::map<std::pair<std::uint32_t, std::string>, TomlPlace> used_;
};

constexpr std::string_view kFolder = "checks/sheets/", kEnding = ".toml";

const EmbeddedFile* embedded_sheet(std::string_view name) {
  return find_embedded_toml(kFolder, name);
}

// "checks/sheets/cn-generic-100.toml" is cn-generic-100.
std::string name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != path.npos) path.remove_prefix(slash + 1);
  if (path.ends_with(kEnding)) path.remove_suffix(kEnding.size());
  return std::string(path);
}

}  // namespace

Result<ScoreSheet> read_sheet(std::string path, std::string_view text, const Catalog& catalog,
                              const ReadSheetText& read) {
  const Result<TomlValue> root = parse_toml(path, text);
  if (!root) return root.error();
  TomlErrors errors(path);
  TableReader file(*root, root->place, errors);
  ScoreSheet sheet;
  if (const auto base = file.text("extends")) {
    const std::string name(*base);
    Result<std::string> extended = read(name);
    if (!extended) return extended.error();
    // One step: a sheet that is extended extends none, so there are no circles.
    Result<ScoreSheet> whole = read_sheet(name, *extended, catalog, [&](const std::string&) {
      return Error{path + ": " + name + "本身已扩展另一份评分表",
                   path + ": " + name + " extends another sheet itself",
                   {}};
    });
    if (!whole) return whole;
    sheet = *std::move(whole);
  }
  sheet.id = name_of(path);
  SheetReader(file, catalog, sheet).read();
  if (errors.first()) return *errors.first();
  return sheet;
}

std::vector<std::string_view> built_in_sheets() { return embedded_toml_names(kFolder); }

Result<ScoreSheet> load_sheet(const std::string& name, const Catalog& catalog,
                              const ReadSheetText& read_file) {
  const ReadSheetText read = [&](const std::string& other) -> Result<std::string> {
    if (const EmbeddedFile* file = embedded_sheet(other)) return std::string(file->text);
    return read_file(other);
  };
  Result<std::string> text = read(name);
  if (!text) {
    const std::vector<std::string_view> known = built_in_sheets();
    Error error = text.error();
    error.zh += did_you_mean_zh(name, known);
    error.en += did_you_mean_en(name, known);
    return error;
  }
  const EmbeddedFile* const built_in = embedded_sheet(name);
  return read_sheet(built_in != nullptr ? std::string(built_in->path) : name, *text, catalog, read);
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "codes/code_import.h"

#include <algorithm>

#include "base/keyed_hash.h"
#include "codes/claml.h"
#include "codes/code_file.h"
#include "codes/pinyin.h"
#include "codes/sheet_import.h"
#include "codes/workbook.h"
#include "source/load.h"

namespace emrlint {
namespace {

constexpr std::uint64_t kMostBytes = 1u << 30;

// "icd10.csv" of "lists/icd10.csv".
std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

// Takes the lines "# key: value" off the front of a text; they describe the edition.
std::uint32_t take_remarks(std::string_view& text, CodeEdition& edition) {
  std::uint32_t lines = 0;
  while (text.starts_with('#')) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(1, end - 1);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++lines;
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    const std::string_view key = trim_blanks(line.substr(0, colon));
    const std::string value(trim_blanks(line.substr(colon + 1)));
    const auto take = [&](std::string_view name, std::string& field) {
      if (key == name && field.empty()) field = value;
    };
    if (key == "system" && edition.system == nullptr) edition.system = find_coding_system(value);
    take("edition", edition.id);
    take("name-zh", edition.name_zh);
    take("name-en", edition.name_en);
    take("publisher", edition.publisher);
    take("region", edition.region);
    if (key == "valid-from" && !edition.validity.from)
      edition.validity.from = parse_code_day(value);
    if (key == "valid-to" && !edition.validity.to) edition.validity.to = parse_code_day(value);
  }
  return lines;
}

Error unknown_columns(const std::string& name) {
  return {name + ": 看不出哪一列是编码、哪一列是名称；请用 --columns code=A,name=B 指明",
          name +
              ": cannot tell which column holds codes and which names; name them with "
              "--columns code=A,name=B",
          {}};
}

}  // namespace

CodeImport::CodeImport(ImportOptions options) : options_(std::move(options)) {}

void CodeImport::add_fault(std::string place, std::string zh, std::string en) {
  faults_.push_back({std::move(place), std::move(zh), std::move(en)});
}

std::optional<Error> CodeImport::add(const std::string& name, std::string bytes) {
  std::string& source = options_.edition.source;
  if (!source.empty()) source += "; ";
  source += file_name(name) + " (sha256 " + sha256_hex(bytes) + ")";
  sources_.push_back(name);
  if (looks_zipped(bytes)) return add_workbook(name, bytes);
  Loaded loaded = load(ByteStream::of(std::move(bytes)), name, kMostBytes);
  if (!loaded.file || loaded.failure != LoadFailure::kNone) {
    return Error{name + ": " + loaded.error.zh, name + ": " + loaded.error.en, {}};
  }
  return add_text(name, loaded.file->text());
}

std::optional<Error> CodeImport::add_text(const std::string& name, std::string_view text) {
  if (looks_like_claml(text)) return ClamlImport(*this, name).run(text);
  const std::uint32_t remarks = take_remarks(text, options_.edition);
  ReadSheet read = read_text_sheet(text, remarks + 1);
  if (!options_.columns.empty()) {
    Result<ColumnMap> chosen = columns_by_choice(read.sheet, options_.columns);
    if (!chosen) return chosen.error();
    read.columns = *std::move(chosen);
  }
  if (!read.columns) return unknown_columns(name);
  return add_sheet(name, read.sheet, *read.columns);
}

std::optional<Error> CodeImport::add_workbook(const std::string& name, const std::string& bytes) {
  Workbook workbook;
  if (const auto error = workbook.read(bytes, options_.sheet)) {
    return Error{name + ": " + error->zh, name + ": " + error->en, {}};
  }
  bool any = false;
  for (const Sheet& sheet : workbook.sheets()) {
    std::optional<ColumnMap> columns = columns_by_heading(sheet);
    if (!columns) columns = columns_by_codes(sheet);
    if (!options_.columns.empty()) {
      Result<ColumnMap> chosen = columns_by_choice(sheet, options_.columns);
      if (!chosen) return chosen.error();
      columns = *std::move(chosen);
    }
    if (!columns || columns->first_row >= sheet.rows()) continue;
    any = true;
    if (auto error = add_sheet(name, sheet, *columns)) return error;
  }
  if (any) return std::nullopt;
  return unknown_columns(name);
}

std::optional<Error> CodeImport::add_sheet(const std::string& name, const Sheet& sheet,
                                           const ColumnMap& columns) {
  CodeEdition& edition = options_.edition;
  if (edition.system == nullptr) {
    edition.system = columns.has(CodeColumn::kEditSystem) ? &coding_system(CodeSystem::kIcd10Cm)
                                                          : system_of(sheet, columns);
  }
  if (edition.system == nullptr) {
    return Error{name + ": 看不出是哪一种编码，请用 --system 指明",
                 name + ": cannot tell which code system it is of; name it with --system",
                 {}};
  }
  SheetImport(*this, name, sheet, columns).run();
  return std::nullopt;
}

CodeRow* CodeImport::find(std::string_view code) {
  const auto found = known_.find(code);
  return found == known_.end() ? nullptr : &rows_[found->second];
}

void CodeImport::add_row(CodeRow row, const std::string& place, std::uint32_t line) {
  const auto source = static_cast<std::uint32_t>(sources_.size());
  const auto found = known_.find(row.code);
  if (found == known_.end()) {
    rows_.push_back(std::move(row));
    origins_.push_back({source, line});
    known_.emplace(rows_.back().code, rows_.size() - 1);
    return;
  }
  CodeRow& old = rows_[found->second];
  const Origin origin = origins_[found->second];
  const bool heading = old.level == CodeLevel::kHeading && row.level == CodeLevel::kCode;
  if (origin.source != source || heading || options_.repeats_are_synonyms) {
    if (heading) old.level = CodeLevel::kCode;
    return merge(old, std::move(row));
  }
  const std::string& name = old.name_zh.empty() ? old.name_en : old.name_zh;
  const bool same = old.name_zh == row.name_zh && old.name_en == row.name_en;
  const std::string number = std::to_string(origin.line);
  add_fault(
      place,
      "编码" + row.code + "与第" + number + "行重复" + (same ? "" : "，那里的名称为“" + name + "”"),
      "the code " + row.code + " stands in line " + number + " already" +
          (same ? "" : ", with the name \"" + name + "\""));
}

void CodeImport::merge(CodeRow& old, CodeRow row) {
  if (old.name_zh.empty()) old.name_zh = row.name_zh;
  if (old.name_en.empty()) old.name_en = row.name_en;
  old.add_synonym(std::move(row.name_zh));
  old.add_synonym(std::move(row.name_en));
  for (std::string& synonym : row.synonyms) old.add_synonym(std::move(synonym));
  for (const std::string& link : row.links) old.add_link(link);
  if (old.parent.empty()) old.parent = std::move(row.parent);
  if (!old.billable) old.billable = row.billable;
  if (old.sign == CodeSign::kNone) old.sign = row.sign;
  if (old.sex == Sex::kUnknown) old.sex = row.sex;
  if (!old.ages) old.ages = row.ages;
  if (!old.validity.from) old.validity.from = row.validity.from;
  if (!old.validity.to) old.validity.to = row.validity.to;
}

void CodeImport::place_edits() {
  const bool alone = rows_.empty();
  for (std::size_t i = 0; i < edits_.size(); ++i) {
    CodeRow& edit = edits_[i];
    CodeRow* row = find(edit.code);
    if (row == nullptr && !alone) {
      add_fault(edit_places_[i], "编码" + edit.code + "不在其他来源中，未采用",
                "the code " + edit.code + " is in no other source and was not taken");
      continue;
    }
    if (row == nullptr) {
      add_row(std::move(edit), edit_places_[i], 0);
      continue;
    }
    if (row->sex != Sex::kUnknown && edit.sex != Sex::kUnknown && row->sex != edit.sex) {
      add_fault(edit_places_[i], "编码" + edit.code + "已限另一性别",
                "the code " + edit.code + " is limited to the other sex already");
      continue;
    }
    if (edit.sex != Sex::kUnknown) row->sex = edit.sex;
    for (const CodeEdit one : edit.edits) row->add_edit(one);
    if (!edit.ages) continue;
    const AgeLimits both{std::max(edit.ages->from, row->ages ? row->ages->from : 0),
                         std::min(edit.ages->to, row->ages ? row->ages->to : edit.ages->to)};
    if (both.from <= both.to) row->ages = both;
  }
  edits_.clear();
}

Result<std::string> CodeImport::finish(bool with_initials) {
  place_edits();
  if (rows_.empty()) return Error{"没有读到编码", "no code was read", {}};
  CodeEdition& edition = options_.edition;
  name_edition(edition);
  std::vector<CodeRow> rows(std::make_move_iterator(rows_.begin()),
                            std::make_move_iterator(rows_.end()));
  codes_ = rows.size();
  known_.clear();
  rows_.clear();
  PinyinInitials initials;
  if (with_initials) {
    Result<PinyinInitials> made = pinyin_initials(rows);
    if (made) {
      initials = *std::move(made);
    } else {
      notes_.push_back(made.error());
    }
  }
  edition.rejected = static_cast<std::uint32_t>(faults_.size());
  return code_table_bytes(std::move(rows), edition, initials.letters.empty() ? nullptr : &initials);
}

}  // namespace emrlint

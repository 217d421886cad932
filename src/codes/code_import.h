// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_IMPORT_H_
#define EMRLINT_CODES_CODE_IMPORT_H_

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "codes/code_row.h"
#include "codes/columns.h"
#include "codes/sheet.h"

namespace emrlint {

// 2024-01-31, 2024/1/31, 20240131.
std::optional<std::chrono::sys_days> parse_code_day(std::string_view text);

struct ImportOptions {
  CodeEdition edition;  // Without a system: told by the codes.
  // Which column holds what, where headings do not tell: {"code", "A"}, {"name", "2"} or {"name",
  // "疾病名称"}.
  std::vector<std::pair<std::string, std::string>> columns;
  std::string sheet;                  // Of a spreadsheet; empty: all that hold codes.
  bool repeats_are_synonyms = false;  // A code that comes again with another name.
};

// A row that was left out, or a part of it.
struct ImportFault {
  std::string place;  // "icd10.csv:12:5", "icd10.xlsx:诊断!B12"
  std::string zh, en;
};

// Puts a code table together out of one or more sources. Later ones add codes, synonyms, names in
// the other language and edits to those before. What cannot be used of a source is skipped row by
// row and reported; an error is only what leaves nothing to read.
class CodeImport {
 public:
  explicit CodeImport(ImportOptions options);

  // A source by its bytes, unpacked or not: delimited text, "code name" lines, an order file of
  // ICD-10-CM, lists of the Medicare Code Editor, ClaML, an XLSX workbook. Told by content.
  std::optional<Error> add(const std::string& name, std::string bytes);
  // The table; an error where no code was found. What it had to do without (the library of ICU) is
  // in notes() then.
  Result<std::string> finish(bool with_initials = true);

  const std::vector<ImportFault>& faults() const { return faults_; }
  const CodeEdition& edition() const { return options_.edition; }
  std::size_t codes() const { return codes_; }  // Of the table, once it is finished.
  const std::vector<Error>& notes() const { return notes_; }
  // Rows of CMS lists about other things: coverage, length of stay, another code system.
  std::uint32_t other_rows() const { return other_rows_; }

 private:
  friend class SheetImport;
  friend class ClamlImport;

  // Where a code that was read stands.
  struct Origin {
    std::uint32_t source = 0, line = 0;
  };

  std::optional<Error> add_text(const std::string& name, std::string_view text);
  std::optional<Error> add_workbook(const std::string& name, const std::string& bytes);
  std::optional<Error> add_sheet(const std::string& name, const Sheet& sheet,
                                 const ColumnMap& columns);
  // Joins a row with what is known of its code, or says why not.
  void add_row(CodeRow row, const std::string& place, std::uint32_t line);
  static void merge(CodeRow& old, CodeRow row);
  void add_fault(std::string place, std::string zh, std::string en);
  // The edits of codes that no other source has.
  void place_edits();
  CodeRow* find(std::string_view code);

  ImportOptions options_;
  std::deque<CodeRow> rows_;
  std::vector<Origin> origins_;                              // Of the rows.
  std::unordered_map<std::string_view, std::size_t> known_;  // Codes, parts of rows_.
  std::vector<CodeRow> edits_;                               // Of CMS lists.
  std::vector<std::string> edit_places_;
  std::vector<ImportFault> faults_;
  std::vector<std::string> sources_;  // Names.
  std::vector<Error> notes_;
  std::size_t codes_ = 0;
  std::uint32_t other_rows_ = 0;
};

// Writes a file whole or not at all: under another name first, then in place.
std::optional<Error> write_code_file(const std::string& path, std::string_view bytes);

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODE_IMPORT_H_

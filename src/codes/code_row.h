// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_ROW_H_
#define EMRLINT_CODES_CODE_ROW_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codes/code_table.h"

namespace emrlint {

// What the sources of an import say of one code.
struct CodeRow {
  std::string code;  // Canonical.
  std::string name_zh, name_en;
  std::vector<std::string> synonyms;
  std::vector<std::string> links;  // Canonical.
  std::string parent;              // Canonical; empty: by the structure of the codes.
  std::optional<bool> billable;    // Absent: by its form and place in the tree.
  CodeSign sign = CodeSign::kNone;
  CodeLevel level = CodeLevel::kCode;
  Sex sex = Sex::kUnknown;
  std::optional<AgeLimits> ages;
  std::vector<CodeEdit> edits;
  CodeValidity validity;

  // A further name of the code, unless it has it already.
  void add_synonym(std::string name);
  void add_link(std::string_view link);
  void add_edit(CodeEdit edit);
};

// What a table says of itself.
struct CodeEdition {
  const CodingSystem* system = nullptr;
  std::string id;
  std::string name_zh, name_en, publisher, region;
  CodeValidity validity;
  std::string source;
  std::uint32_t rows = 0, rejected = 0;
};

// Fills in names and publisher of an edition whose id is well known ("clinical-2.0"), where they
// are empty; a name made of system and id for any other.
void name_edition(CodeEdition& edition);

// The bytes of a code table of these rows, of which no two have one code. The same for the same
// rows in any order. `pinyin` answers the first letter of the reading of an ideograph, lower case,
// 0 for none; absent: no search by initials.
struct PinyinInitials {
  // Sorted by character.
  std::vector<std::pair<char32_t, char>> letters;
  char of(char32_t c) const;
};
std::string code_table_bytes(std::vector<CodeRow> rows, const CodeEdition& edition,
                             const PinyinInitials* pinyin);

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODE_ROW_H_

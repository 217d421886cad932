// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CLAML_H_
#define EMRLINT_CODES_CLAML_H_

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "codes/code_import.h"

namespace emrlint {

bool looks_like_claml(std::string_view text);

// Reads a classification in ClaML (EN 14463): the WHO publishes ICD-10 so. Chapters, blocks and
// categories with their super-classes, preferred titles, inclusions as synonyms, dagger and
// asterisk with the codes that they refer to, and categories that a modifier divides.
class ClamlImport {
 public:
  ClamlImport(CodeImport& out, const std::string& name) : out_(out), name_(name) {}
  std::optional<Error> run(std::string_view text);

 private:
  std::string place(std::size_t offset);
  bool read_class(const pugi::xml_node& node, CodeRow& row, const std::string& where);
  void divide(const pugi::xml_node& node, const CodeRow& row);

  CodeImport& out_;
  const std::string& name_;
  std::string_view text_;
  std::size_t counted_ = 0;  // Bytes whose lines are counted.
  std::uint32_t line_ = 1, column_ = 1;
  // By modifier; the code of each is what it adds, ".0".
  std::unordered_map<std::string, std::vector<CodeRow>> modifications_;
  std::vector<CodeRow> divided_;
};

}  // namespace emrlint

#endif  // EMRLINT_CODES_CLAML_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_WORKBOOK_H_
#define EMRLINT_CODES_WORKBOOK_H_

#include <deque>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "codes/sheet.h"

namespace emrlint {

// Whether bytes begin like a zip archive.
bool looks_zipped(std::string_view bytes);

// The sheets of an XLSX workbook (ECMA-376) with the values that its cells show; formulas as they
// were computed last. The cells are views of what the workbook keeps.
class Workbook {
 public:
  // An error for what is no workbook, is damaged or too large, or where libzip is not installed.
  // With a name only that sheet.
  std::optional<Error> read(std::string_view bytes, const std::string& only);

  const std::deque<Sheet>& sheets() const { return sheets_; }

 private:
  class Archive;

  std::optional<Error> read_strings(Archive& archive);
  std::optional<Error> read_sheet(Archive& archive, const std::string& name,
                                  const std::string& part);
  std::string_view cell_text(const pugi::xml_node& cell, Sheet& sheet) const;
  bool add_cell(const pugi::xml_node& cell, std::uint32_t& column, Sheet& sheet) const;
  pugi::xml_document* parse(std::string part);

  std::deque<std::string> parts_;  // The texts of documents_, which are parsed in place.
  std::deque<pugi::xml_document> documents_;
  std::vector<std::string> strings_;  // Of xl/sharedStrings.xml.
  std::deque<Sheet> sheets_;
};

}  // namespace emrlint

#endif  // EMRLINT_CODES_WORKBOOK_H_

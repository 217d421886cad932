// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_LOGICAL_PATH_H_
#define EMRLINT_READER_LOGICAL_PATH_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/source_file.h"

namespace emrlint {

// Where a place stands in the structure of its file.
struct LogicalPath {
  std::string path;  // XPath, FHIRPath, or JSON pointer; empty where none can be told.
  std::string name;  // Its last step.
  std::string_view kind;  // As SARIF calls it: element, attribute, property, value.
};

// How the steps of a path are written.
enum class PathStyle : std::uint8_t { kXPath, kJsonPointer, kFhirPath };

// How the format of a file writes them.
PathStyle path_style(const SourceFile& file);

// Finds the paths of places in one file by walking over its tokens, not by parsing: each call goes
// on from where the last one stopped, so places in rising order cost one pass in all. Lives no
// longer than the file.
class PathFinder {
 public:
  PathFinder(const SourceFile& file, PathStyle style);

  LogicalPath at(std::uint32_t offset);

 private:
  // An open element (XML), or an open array or object (JSON).
  struct Level {
    std::string_view name;  // XML: tag; JSON: key of the member at hand.
    std::uint32_t index = 0;  // XML: number among its like-named siblings; JSON: of the item.
    bool array = false;
    std::vector<std::pair<std::string_view, std::uint32_t>> children = {};  // XML: counts by name.
  };

  void restart();
  LogicalPath xml_at(std::uint32_t offset);
  LogicalPath json_at(std::uint32_t offset);
  // The end of the markup that starts at "<" in position_: behind its ">".
  std::size_t markup_end() const;
  std::string_view attribute_at(std::string_view tag, std::size_t offset) const;
  LogicalPath xml_path(std::string_view last, std::string_view attribute);
  LogicalPath json_path() const;
  void json_string();

  std::string_view text_;
  PathStyle style_;
  std::size_t position_ = 0;
  std::vector<Level> levels_;
  std::string_view root_type_;  // FHIR: the resourceType of the root.
  bool key_expected_ = false;
};

}  // namespace emrlint

#endif  // EMRLINT_READER_LOGICAL_PATH_H_

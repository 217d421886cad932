// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_BODY_H_
#define EMRLINT_READER_CDA_BODY_H_

#include <cstdint>
#include <optional>
#include <pugixml.hpp>

#include "reader/cda_entries.h"
#include "reader/cda_walk.h"

namespace emrlint {

// Reads the body of a document, whose header is known: sections with their texts and elements, in
// the order of the text. Documents of WS/T 500 get their logical fields as sections too.
class CdaBody {
 public:
  explicit CdaBody(CdaWalk& walk) : walk_(walk), entries_(walk) {}

  // `component` of ClinicalDocument.
  void read(pugi::xml_node component);
  // A section or an entry that was recovered behind an error. Entries without a section around them
  // go on with the section before, as a section of their own. To be finished after the last.
  void read_recovered(pugi::xml_node node);
  void finish_recovered();

  CdaEntries& entries() { return entries_; }

 private:
  struct Heading;

  void read_structured(pugi::xml_node node);
  void read_section(pugi::xml_node node, std::uint32_t depth);
  void read_plain_body(pugi::xml_node node);
  void name_section(std::uint32_t index, const Heading& heading, pugi::xml_node node);
  SectionType type_by_elements(std::uint32_t index) const;
  void read_section_code(pugi::xml_node node, Heading& heading);
  void close_section(std::uint32_t index);
  void add_fields(std::uint32_t index, std::uint32_t narrative_end);
  bool repeats_narrative(const Text& text, std::uint32_t narrative_end) const;
  void add_field(std::uint32_t section, std::uint32_t element, Range text);
  bool shared() const { return walk_.document().format == Format::kWs500; }

  CdaWalk& walk_;
  CdaEntries entries_;
  std::uint32_t first_text_ = 0;  // Of the section that is being read.
  std::uint32_t first_element_ = 0;
  std::optional<std::uint32_t> continued_;  // The section that recovered entries are put in.
};

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_BODY_H_

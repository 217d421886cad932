// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_XML_H_
#define EMRLINT_SYNTAX_XML_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "base/span.h"
#include "source/source_file.h"
#include "syntax/syntax_error.h"

namespace emrlint {

// A pugixml tree whose names and values know their bytes. Entities of a DTD are never expanded.
// An element's first text run is the value() of the element itself, further ones are child nodes.
// Names are compared after strip(): a document may put a namespace prefix before each of them.
class XmlTree {
 public:
  // Parses the whole file in its parse buffer. After an error the tree holds what stands before.
  static XmlTree parse(SourceFile& file, std::uint32_t file_index);
  // Parses bytes [begin, end) of the file in a copy that the file keeps; `prefix` is the one of
  // the document around. Offsets are those of the file.
  static XmlTree parse_part(SourceFile& file, std::uint32_t file_index, std::uint32_t begin,
                            std::uint32_t end, std::string_view prefix);

  // The document element; null if there is none.
  pugi::xml_node root() const { return root_; }
  const std::optional<SyntaxError>& error() const { return error_; }
  std::uint32_t file() const { return file_; }
  // Namespace prefix of the document element with its colon; empty for none.
  std::string_view prefix() const { return prefix_; }

  // The name without the prefix of the document; another prefix stays.
  const char* strip(const char* name) const {
    return prefix_.empty() ? name : strip_prefix(name);
  }
  // The end of the parse buffer, for readers that look at several bytes of a name at once.
  const char* buffer_end() const { return buffer_ + size_; }

  // Whether the error of the text stands inside an element: what the tree has of it is not all.
  bool broken(pugi::xml_node node) const;

  // A value() of an attribute, with the bytes between its quotes, or between the blanks there.
  Text attribute(const char* value) const;
  // The value() of an attribute without the blanks around it, which attribute() then leaves out as
  // well. The parse buffer loses them, the source does not.
  const char* cut_blanks(const char* value) const;
  // A value() of an element or of a text node: one text run, without blanks around it.
  Text run(const char* value) const;
  // The whole text of an element, children aside: its only run, or all of them joined.
  Text text(pugi::xml_node node, SourceFile& file) const;

  Span name_span(pugi::xml_node node) const;
  Span start_tag(pugi::xml_node node) const;
  // From the start tag to the end tag. Linear in the depth of the element's last descendant.
  Span span(pugi::xml_node node) const;
  std::uint32_t offset(const char* at) const {
    return static_cast<std::uint32_t>(at - buffer_) + base_;
  }

  // The first element that is nested deeper than `limit` below `node`, null if there is none.
  static pugi::xml_node deeper_than(pugi::xml_node node, std::uint32_t limit);

 private:
  void load(char* buffer, std::size_t size);
  pugi::xml_node last_node() const;
  void drop_cut_attribute();
  void drop_cut_text();
  const char* strip_prefix(const char* name) const;
  bool owns(const char* at) const { return at >= buffer_ && at <= buffer_ + size_; }
  std::uint32_t end_of_attribute(std::string_view text, std::uint32_t begin,
                                 std::uint32_t end) const;
  std::uint32_t end_of_start_tag(pugi::xml_node node) const;
  std::uint32_t end_of_leaf(pugi::xml_node node) const;
  std::uint32_t behind_end_tag(std::uint32_t at) const;

  // pugixml's nodes point at their document, so it must not move.
  std::unique_ptr<pugi::xml_document> document_;
  pugi::xml_node root_;
  std::string_view source_;  // Text of the file.
  std::string_view prefix_;
  char* buffer_ = nullptr;
  std::size_t size_ = 0;
  std::uint32_t base_ = 0;
  std::uint32_t file_ = 0;
  std::optional<SyntaxError> error_;
};

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_XML_H_

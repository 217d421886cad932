// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_XML_LINES_H_
#define EMRLINT_DRAFT_XML_LINES_H_

#include <string>
#include <string_view>

#include "base/time.h"

namespace emrlint::draft {

// Elements of CDA, each on a line of its own.
class XmlLines {
 public:
  // What is written is indented by `indent` besides; `prefix` is the namespace prefix of its
  // elements, with its colon.
  explicit XmlLines(std::string indent = {}, std::string_view prefix = {})
      : indent_(std::move(indent)), prefix_(prefix) {}

  // A whole document: its header stands between the first two, sections between the last two.
  void begin_document();
  void begin_body();
  void end_document();
  // A line of markup. "<" and "</" get the prefix.
  void line(int depth, std::string_view markup);
  // An element around a text.
  void text(int depth, std::string_view element, std::string_view value);
  // Also an empty one, to be filled in.
  void id(int depth, std::string_view root, std::string_view extension);
  // <code>, without the display name where that is empty.
  void code(int depth, std::string_view code, std::string_view system, std::string_view display);
  // Lines that were made before.
  void made(std::string_view lines) { out_ += lines; }
  std::string take() { return std::move(out_); }

 private:
  std::string indent_;
  std::string_view prefix_;
  std::string out_;
};

// ` name="value"`
std::string attribute(std::string_view name, std::string_view value);

// "20240408143000+0800", as HL7 writes it and as precise as the time is.
std::string hl7(const Time& time);

// The indent of the line that an offset stands on, if nothing but blanks is before it.
std::string indent_before(std::string_view text, std::size_t at);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_XML_LINES_H_

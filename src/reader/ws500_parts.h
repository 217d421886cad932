// SPDX-License-Identifier: Apache-2.0
// The parts of read_ws500_events(), each for one kind of fact. Internal to the reader.
#ifndef EMRLINT_READER_WS500_PARTS_H_
#define EMRLINT_READER_WS500_PARTS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "reader/cda_entries.h"

namespace emrlint {

// A shared document that was read: its elements, and what the entries say beside them.
struct Ws500Document {
  const CdaEntries& entries;
  Document& document;
  Chart& chart;

  const Element& element(std::uint32_t index) const { return document.elements[index]; }
  const CdaNode& node(std::uint32_t index) const { return entries.nodes()[index]; }
  SectionType section_of(std::uint32_t index) const {
    return document.sections[element(index).section].type;
  }
  std::string_view name_of(std::uint32_t index) const { return element(index).name.value; }
  // The first element of an entry with that id that lies below `ancestor`, null if there is none.
  const Element* below(const CdaEntry& entry, std::uint32_t ancestor, std::string_view id) const;
  // The same anywhere in the document.
  const Element* anywhere(std::string_view id) const { return document.element(id); }
};

inline bool contains(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

// The display of a coded value, else the value; of null, nothing.
Text said(const Element* element);
// The time in an element, if it holds a possible one.
std::optional<Located<Time>> time_in(const Element* element);
// A text that is not in the document, for a word of the model ("drug"), at the place that says so.
inline Text word_at(std::string_view word, Span span) { return {word, span}; }

void add_ws500_diagnoses(Ws500Document& it);
void add_ws500_surgeries(Ws500Document& it);
void add_ws500_orders(Ws500Document& it);
void add_ws500_results(Ws500Document& it);
void add_ws500_front_page(Ws500Document& it);

}  // namespace emrlint

#endif  // EMRLINT_READER_WS500_PARTS_H_

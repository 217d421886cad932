// SPDX-License-Identifier: Apache-2.0
// The parts of write_ccda(). Internal to the generator.
#ifndef EMRLINT_GENERATOR_CCDA_PARTS_H_
#define EMRLINT_GENERATOR_CCDA_PARTS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "generator/random_text.h"
#include "generator/xml_writer.h"
#include "model/chart.h"
#include "terminology/ccda.h"

namespace emrlint {

// A kind of document of C-CDA and the sections it is given, required ones and others.
struct CcdaKind {
  DocType type;
  std::span<const SectionType> sections;

  const CcdaDocument& form() const { return *ccda_document(type); }
};

// Null for a record that has no counterpart.
const CcdaKind* ccda_kind(DocType type);

void write_ccda_header(XmlWriter& xml, const Chart& chart, const Document& document,
                       const CcdaKind& kind);
void write_ccda_body(XmlWriter& xml, const Chart& chart, const Document& document,
                     const CcdaKind& kind);

// templateId with its date, none for an empty root.
void write_ccda_template(XmlWriter& xml, std::string_view root, std::string_view date);
// <name> with given and family parts where the name has two.
void write_ccda_name(XmlWriter& xml, std::string_view name);
// assignedEntity or assignedAuthor with number, address, telephone and name.
void write_ccda_staff(XmlWriter& xml, std::string_view element, const Person& person);

// One document's coded entries: table in the narrative and entries below it.
struct CcdaEntries {
  XmlWriter& xml;
  const Chart& chart;
  const Document& document;
  Dice dice;
  std::string time;  // Of the document, as HL7 writes it.
  int ids = 0;       // Of entries, so that each has one.
};

bool has_ccda_entries(SectionType type);
void write_ccda_table(CcdaEntries& entries, SectionType type, Dice dice);
void write_ccda_entries(CcdaEntries& entries, SectionType type, Dice dice);

// Invented English sentences that suit the section.
std::string ccda_sentence(Dice& dice, SectionType type);

// What is coded: code, system and name of a problem, a drug ...
struct CcdaTerm {
  std::string_view code, name, icd;
};
struct CcdaMeasure {
  std::string_view code, name, unit;
  int least, most, decimals;
};
struct CcdaPanel {
  std::string_view code, name;
  std::span<const CcdaMeasure> measures;
};
std::span<const CcdaTerm> ccda_problems();
std::span<const CcdaTerm> ccda_drugs();
std::span<const CcdaTerm> ccda_procedures();
std::span<const CcdaTerm> ccda_allergens();
std::span<const CcdaPanel> ccda_panels();
std::span<const CcdaMeasure> ccda_vital_signs();

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_CCDA_PARTS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_DOCUMENT_H_
#define EMRLINT_MODEL_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/as_written.h"
#include "model/document_types.h"
#include "model/person.h"
#include "model/section_types.h"

namespace emrlint {

enum class Format : std::uint8_t { kUnknown, kWs500, kCcda, kCda, kFhir, kChartJson };

// Slice of one of the document's own vectors.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

enum class ValueKind : std::uint8_t {
  kNone,
  kText,
  kCoded,
  kTime,
  kQuantity,
  kBoolean,
  kNumber,
  kIdentifier,
  kOther,
};

// The dictionary that an element's id is from, as its code system says.
enum class IdSystem : std::uint8_t {
  kOther,
  kDataElements,  // WS 363: DE04.01.119.00
  kFrontPageSet,  // Basic data set of the inpatient front page: HDSD00.11.142
};

// One coded datum: a WS/T 500 data element, a CDA or FHIR observation inside a document.
struct Element {
  Text id;    // "DE04.01.119.00"; LOINC code elsewhere.
  Text name;  // displayName: the real meaning, since one id has several.
  ValueKind kind = ValueKind::kNone;
  IdSystem id_system = IdSystem::kOther;
  Text value;        // Text, number, time as written, or the code of a coded value.
  Text display;      // displayName of a coded value.
  Text code_system;  // OID or URI of a coded value.
  Text unit;
  std::uint32_t section = 0;  // Index of its exchange section in Document::sections.
  std::int32_t parent = -1;   // Enclosing element, -1 for none.
  Span span;                  // The whole element.
};

// A part of a document under one heading. Where the exchange format puts several fields of the
// writing rules into one coded section, each is a section of its own here too, with `field` set.
struct Section {
  SectionType type = SectionType::kUnknown;
  bool field = false;  // Taken from a data element of an exchange section, see above.
  Text code;
  Text code_system;
  Text title;      // Title or displayName as written.
  Range texts;     // Of Document::texts: the readable text, in order.
  Range elements;  // Of Document::elements.
  Span span;       // The heading: small, for pointing at.
};

// A document that this one replaces or adds to.
struct RelatedDocument {
  Text id;
  bool replaces = false;
};

// What one document says of the patient and the stay in its own header.
struct HeaderClaims {
  Text stay_id;     // 住院号 / visit number.
  Text patient_id;  // 病案号 or patient id.
  Text id_card;
  Text name;
  std::optional<Located<Sex>> sex;
  std::optional<Located<Time>> birth;
  Text age;  // Number as written; unit beside.
  Text age_unit;
  Text department, ward, room, bed, institution;
  Text admission_route;  // 入院途径, where a shared document states it.
};

// One signed record. Text views point into its source file.
class Document {
 public:
  DocType type = DocType::kUnknown;
  Format format = Format::kUnknown;
  Text id;
  Text type_code;  // "C0034", LOINC, or the type id of chart JSON.
  Text template_id;
  Text title;
  HeaderClaims header;
  std::optional<Located<Time>> recorded;   // When the writer says that he wrote.
  std::optional<Located<Time>> created;    // When the system first stored it.
  std::optional<Located<Time>> generated;  // When a machine made the exchange file.
  std::optional<Located<Time>> held;       // When the discussion, round or visit took place.
  Person author;
  std::vector<Signature> signatures;
  std::vector<Participant> participants;
  std::vector<RelatedDocument> related;
  Text set_id;              // What all versions of it share.
  Text version;             // "2"
  Text amended;             // What says that it changed after it was final.
  Text confidentiality;     // HL7: N normal, R restricted, V very restricted.
  std::vector<Text> about;  // References to events, as written: "surgeries/s1".
  std::vector<Section> sections;
  std::vector<Element> elements;
  std::vector<Text> texts;  // Owned here, sliced by the sections.
  std::vector<RawTime> raw_times;
  std::vector<OidUse> oids;
  std::vector<PaddedCode> padded_codes;
  Span span;            // Title or root element: small, for pointing at.
  bool broken = false;  // The parser stopped inside, at `damage`.
  Span damage;

  // Set by the chart builder:
  std::optional<Located<Time>> completed;  // Latest required signature; never the generation time.
  std::vector<std::uint32_t> surgeries;    // Indexes into Chart::surgeries that it speaks of.

  // The first section of a type that has text (a field before the exchange section that holds it
  // among others), else the first of that type, else null.
  const Section* section(SectionType wanted) const;
  bool has_text(SectionType wanted) const;
  std::span<const Text> text_of(const Section& section) const;
  std::span<const Element> elements_of(const Section& section) const;
  // The whole readable text in order, each piece once, also where a section and a field share it.
  std::vector<Text> narrative() const;
  // The element with this id (exactly), or null.
  const Element* element(std::string_view element_id) const;
  const Signature* signature(Role role) const;
  // Whether every text of the section, one of this document, is blank. What a WS/T 500 section
  // holds as fields of other types does not fill it.
  bool blank(const Section& section) const;

 private:
  bool in_other_field(const Section& section, std::size_t& field, const Text& text) const;
};

}  // namespace emrlint

#endif  // EMRLINT_MODEL_DOCUMENT_H_

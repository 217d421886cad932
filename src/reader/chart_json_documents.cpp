// SPDX-License-Identifier: Apache-2.0
// Tables of documents and of who wrote them: one row for each member.
#include "reader/chart_json_documents.h"

#include <utility>

#include "reader/chart_json_fields.h"
#include "reader/chart_json_tables.h"

namespace emrlint::chart_json {
namespace {

void read_signature_time(Context& context, JsonValue value, Signature& signature) {
  if (const auto time = context.time(value, "signatures/at")) signature.at = time;
}

// The heading of a section or document: where a finding about the whole of it points.
Span heading(const Text& title, Span type, Span whole) {
  if (!title.span.empty()) return title.span;
  return type.empty() ? whole : type;
}

// A container that broke off ends where the error is.
Span end_of(Span whole) { return {whole.file, whole.end, whole.end}; }

void read_document_type(Context& context, JsonValue value, Document& document) {
  read(context, value, document.type);
  if (value.is_string()) document.type_code = value.text();
}

void read_section_type(Context& context, JsonValue value, SectionInput& section) {
  read(context, value, section.type);
  if (value.is_string()) section.type_span = value.span();
}

void read_section_text(Context& context, JsonValue value, SectionInput& section) {
  std::vector<Text>& texts = section.document->texts;
  section.texts.first = static_cast<std::uint32_t>(texts.size());
  if (value.is_array()) {
    read(context, value, texts);
  } else if (const auto text = context.text(value)) {
    texts.push_back(*text);
  }
  section.texts.count = static_cast<std::uint32_t>(texts.size()) - section.texts.first;
}

// Calls `take` with each object of an array.
template <typename Take>
void each_object(Context& context, JsonValue value, Take take) {
  if (value.kind() == JsonKind::kNull) return;
  if (!value.is_array()) return context.wrong_kind(value, "数组", "an array");
  for (const JsonValue item : children(value)) {
    if (item.is_object()) {
      take(item);
    } else if (item.kind() != JsonKind::kNull) {
      context.wrong_kind(item, "对象", "an object");
    }
  }
}

void read_elements(Context& context, JsonValue value, Document& document, std::int32_t parent) {
  each_object(context, value, [&](JsonValue item) {
    // A parent stands before its children, which are read while it is.
    ElementInput element;
    element.document = &document;
    element.index = static_cast<std::int32_t>(document.elements.size());
    document.elements.emplace_back();
    read(context, item, element);
    element.section = static_cast<std::uint32_t>(document.sections.size());
    element.parent = parent;
    document.elements[static_cast<std::size_t>(element.index)] = std::move(element);
  });
}

void read_section_elements(Context& context, JsonValue value, SectionInput& section) {
  const auto& elements = section.document->elements;
  section.elements.first = static_cast<std::uint32_t>(elements.size());
  read_elements(context, value, *section.document, -1);
  section.elements.count = static_cast<std::uint32_t>(elements.size()) - section.elements.first;
}

void read_inner_elements(Context& context, JsonValue value, ElementInput& element) {
  read_elements(context, value, *element.document, element.index);
}

ValueKind kind_of(JsonValue value) {
  if (value.boolean()) return ValueKind::kBoolean;
  return value.kind() == JsonKind::kNumber ? ValueKind::kNumber : ValueKind::kText;
}

void read_element_value(Context& context, JsonValue value, ElementInput& element) {
  const auto text = context.scalar(value);
  if (!text) return;
  element.value = *text;
  if (element.kind == ValueKind::kNone) element.kind = kind_of(value);
}

void read_sections(Context& context, JsonValue value, Document& document) {
  each_object(context, value, [&](JsonValue item) {
    SectionInput section;
    section.document = &document;
    read(context, item, section);
    section.span = heading(section.title, section.type_span, item.span());
    document.sections.push_back(std::move(section));
  });
}

// Data elements that belong to no section of the document get one without a name.
void read_document_elements(Context& context, JsonValue value, Document& document) {
  SectionInput section;
  section.document = &document;
  read_section_elements(context, value, section);
  if (section.elements.count == 0) return;
  section.span = value.key_span();
  document.sections.push_back(std::move(section));
}

}  // namespace

void read_documents(Context& context, JsonValue value) {
  each_object(context, value, [&](JsonValue item) {
    Document document;
    document.format = Format::kChartJson;
    context.open(&document);
    read(context, item, document);
    context.open(nullptr);
    document.broken = item.broken();
    if (document.broken) document.damage = end_of(item.span());
    document.span = heading(document.title, document.type_code.span, item.span());
    context.chart().documents.push_back(std::move(document));
  });
}

template <>
const Object<Person>& object_of<Person>() {
  static constexpr Field<Person> kFields[] = {
      field<&Person::id>("id"),
      field<&Person::name>("name"),
      field<&Person::title>("title"),
      field<&Person::title_text>("title_text"),
      field<&Person::department>("department"),
      field<&Person::licensed>("licensed"),
  };
  static constexpr Object<Person> kObject{"staff-member", kFields};
  return kObject;
}

template <>
const Object<Signature>& object_of<Signature>() {
  static constexpr Field<Signature> kFields[] = {
      field<&Signature::role>("role"),
      field<&Signature::role_text>("role_text"),
      field<&Signature::person>("by"),
      {"at", read_signature_time, [] { return Type{"time"}; }},
  };
  static constexpr Object<Signature> kObject{"signature", kFields};
  return kObject;
}

template <>
const Object<Participant>& object_of<Participant>() {
  static constexpr Field<Participant> kFields[] = {
      field<&Participant::role>("role"),
      field<&Participant::person>("by"),
  };
  static constexpr Object<Participant> kObject{"participant", kFields};
  return kObject;
}

template <>
const Object<RelatedDocument>& object_of<RelatedDocument>() {
  static constexpr Field<RelatedDocument> kFields[] = {
      field<&RelatedDocument::id>("id"),
      field<&RelatedDocument::replaces>("replaces"),
  };
  static constexpr Object<RelatedDocument> kObject{"related-document", kFields};
  return kObject;
}

template <>
const Object<HeaderClaims>& object_of<HeaderClaims>() {
  static constexpr Field<HeaderClaims> kFields[] = {
      field<&HeaderClaims::stay_id>("stay_id"),
      field<&HeaderClaims::patient_id>("patient_id"),
      field<&HeaderClaims::id_card>("id_card"),
      field<&HeaderClaims::name>("name"),
      field<&HeaderClaims::sex>("sex"),
      field<&HeaderClaims::birth>("birth"),
      field<&HeaderClaims::age>("age"),
      field<&HeaderClaims::age_unit>("age_unit"),
      field<&HeaderClaims::department>("department"),
      field<&HeaderClaims::ward>("ward"),
      field<&HeaderClaims::room>("room"),
      field<&HeaderClaims::bed>("bed"),
      field<&HeaderClaims::institution>("institution"),
  };
  static constexpr Object<HeaderClaims> kObject{"header", kFields};
  return kObject;
}

template <>
const Object<ElementInput>& object_of<ElementInput>() {
  static constexpr Field<ElementInput> kFields[] = {
      field<&ElementInput::id, ElementInput>("id"),
      field<&ElementInput::name, ElementInput>("name"),
      field<&ElementInput::kind, ElementInput>("kind"),
      {"value", read_element_value, [] { return Type{"scalar"}; }},
      field<&ElementInput::display, ElementInput>("display"),
      field<&ElementInput::code_system, ElementInput>("code_system"),
      field<&ElementInput::unit, ElementInput>("unit"),
      {"elements", read_inner_elements, [] { return Type{"element", true}; }},
  };
  static constexpr Object<ElementInput> kObject{"element", kFields};
  return kObject;
}

template <>
const Object<SectionInput>& object_of<SectionInput>() {
  static constexpr Field<SectionInput> kFields[] = {
      {"type", read_section_type, [] { return Type{enumeration_of<SectionType>().name}; }},
      field<&SectionInput::title, SectionInput>("title"),
      {"text", read_section_text, [] { return Type{"section-text"}; }},
      field<&SectionInput::code, SectionInput>("code"),
      field<&SectionInput::code_system, SectionInput>("code_system"),
      field<&SectionInput::field, SectionInput>("field"),
      {"elements", read_section_elements, [] { return Type{"element", true}; }},
  };
  static constexpr Object<SectionInput> kObject{"section", kFields};
  return kObject;
}

template <>
const Object<Document>& object_of<Document>() {
  static constexpr Field<Document> kFields[] = {
      field<&Document::id>("id"),
      {"type", read_document_type, [] { return Type{enumeration_of<DocType>().name}; }},
      field<&Document::title>("title"),
      field<&Document::template_id>("template"),
      field<&Document::recorded>("recorded"),
      field<&Document::created>("created"),
      field<&Document::generated>("generated"),
      field<&Document::held>("held"),
      field<&Document::about>("about"),
      field<&Document::related>("related"),
      field<&Document::set_id>("set_id"),
      field<&Document::version>("version"),
      field<&Document::amended>("amended"),
      field<&Document::confidentiality>("confidentiality"),
      field<&Document::author>("author"),
      field<&Document::participants>("participants"),
      field<&Document::signatures>("signatures"),
      field<&Document::header>("header"),
      {"sections", read_sections, [] { return Type{"section", true}; }},
      {"elements", read_document_elements, [] { return Type{"element", true}; }},
  };
  static constexpr Object<Document> kObject{"document", kFields};
  return kObject;
}

}  // namespace emrlint::chart_json

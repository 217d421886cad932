// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>
#include <utility>

#include "reader/fhir_documents.h"
#include "reader/fhir_narrative.h"
#include "terminology/diagnosis_role.h"
#include "terminology/loinc.h"
#include "terminology/oids.h"
#include "terminology/titles.h"
#include "terminology/ws500.h"

namespace emrlint::fhir {
namespace {

SectionType section_type(const Document& document, JsonValue code, const Text& title) {
  SectionType type = SectionType::kUnknown;
  any_coding(code, [&](const Coding& coding) {
    const std::string_view system = coding.system.value;
    if (system == "urn:emrlint:section-type") {
      type = section_type_from_id(coding.code.value).value_or(SectionType::kUnknown);
    } else if (system == oids::kDataElements) {
      type = ws500_section(document.type, coding.code.value, coding.display.value);
    } else if (system == kLoincUri || system == oids::kLoinc) {
      type = section_type_from_loinc(coding.code.value);
    }
    return type != SectionType::kUnknown;
  });
  if (type == SectionType::kUnknown) type = section_type_from_title(title.value);
  if (type == SectionType::kUnknown) type = section_type_from_title(label(code).value);
  return type;
}

void read_attesters(Record& record, JsonValue attesters, const Resource& from,
                    Document& document) {
  for (JsonValue attester : children(attesters)) {
    JsonValue mode, time, party, extension, role, role_text;
    take(attester, {{"mode", &mode}, {"time", &time}, {"party", &party},
                    {"extension", &extension}});
    take_own(extension, {{"role", &role}, {"role-text", &role_text}});
    Signature signature;
    signature.person = record.person(party, from);
    signature.role = signer_role(record, role, party, from, signature.person, document.author);
    signature.role_text = role ? role_text.text() : or_else(mode.text(), label(mode));
    signature.at = read_time(time);
    signature.span = party ? party.span() : attester.span();
    keep_raw(document, "attester.time", time);
    document.signatures.push_back(std::move(signature));
  }
}

class Sections {
 public:
  Sections(Record& record, const Resource& from, Document& document)
      : record_(record), from_(from), document_(document) {}

  void read(JsonValue sections) {
    for (JsonValue value : children(sections)) {
      JsonValue title, code, text, entry, inner, extension, field;
      take(value, {{"title", &title}, {"code", &code}, {"text", &text}, {"entry", &entry},
                   {"section", &inner}, {"extension", &extension}});
      const auto number = static_cast<std::uint32_t>(document_.sections.size());
      Section section;
      section.title = or_else(title.text(), label(code));
      any_coding(code, [&](const Coding& coding) {
        section.code = coding.code;
        section.code_system = coding.system;
        return true;
      });
      section.type = section_type(document_, code, section.title);
      section.texts.first = static_cast<std::uint32_t>(document_.texts.size());
      section.elements.first = static_cast<std::uint32_t>(document_.elements.size());
      add_narrative(record_.file(value.span()), text["div"], document_.texts);
      section.texts.count =
          static_cast<std::uint32_t>(document_.texts.size()) - section.texts.first;
      section.span = section.title.value.empty() ? value.span() : section.title.span;
      if (take_own(extension, {{"field", &field}})) {
        section.field = field.boolean().value_or(false);
      }
      read_entries(entry, section.type, number);
      section.elements.count =
          static_cast<std::uint32_t>(document_.elements.size()) - section.elements.first;
      document_.sections.push_back(section);
      if (inner) read(inner);
    }
  }

  std::vector<DiagnosisUse> uses;
  std::vector<std::uint32_t> listed;  // Procedures.

 private:
  void read_entries(JsonValue entries, SectionType type, std::uint32_t section) {
    for (JsonValue entry : children(entries)) {
      const Resource named = record_.resolve(entry, from_);
      if (named.type == Type::kObservation) {
        if (named.number != kNone) seen_.insert(named.number);
        add_element(named, section, -1, 0);
      }
      if (named.number == kNone) continue;
      if (named.type == Type::kCondition) {
        uses.push_back({named.number, kNone, kNone, diagnosis_role_in(type)});
      } else if (named.type == Type::kProcedure) {
        listed.push_back(named.number);
      }
    }
    add_about(record_, from_, entries, document_.about);
  }

  void add_element(const Resource& observation, std::uint32_t section, std::int32_t parent,
                   int depth);

  Record& record_;
  const Resource& from_;
  Document& document_;
  std::set<std::uint32_t> seen_;  // Members may name each other.
};

Element element_of(JsonValue code, JsonValue observation) {
  Element element;
  element.span = observation.span();
  any_coding(code, [&](const Coding& coding) {
    element.id = coding.code;
    return true;
  });
  element.name = label(code);
  const Value value = read_value(observation);
  element.kind = value.kind;
  element.value = value.text;
  element.display = value.display;
  element.code_system = value.system;
  element.unit = value.unit;
  return element;
}

// An observation with its components and members below it.
void Sections::add_element(const Resource& observation, std::uint32_t section,
                           std::int32_t parent, int depth) {
  constexpr int kDeepest = 8;
  const auto add = [&](JsonValue code, JsonValue value, std::int32_t above) {
    Element element = element_of(code, value);
    element.section = section;
    element.parent = above;
    document_.elements.push_back(element);
  };
  JsonValue code, component, member;
  take(observation.value, {{"code", &code}, {"component", &component}, {"hasMember", &member}});
  const auto number = static_cast<std::int32_t>(document_.elements.size());
  add(code, observation.value, parent);
  for (JsonValue part : children(component)) add(part["code"], part, number);
  if (depth == kDeepest) return;
  for (JsonValue reference : children(member)) {
    const Resource named = record_.resolve(reference, from_);
    if (named.type != Type::kObservation || named.number == kNone) continue;
    if (seen_.insert(named.number).second) add_element(named, section, number, depth + 1);
  }
}

void add_uses(Record& record, const Sections& sections, const Resource& resource) {
  const DocumentPlace& at = record.document_of[resource.number];
  for (const std::uint32_t procedure : sections.listed) record.listed_in[procedure] = at.document;
  for (DiagnosisUse use : sections.uses) {
    use.chart = at.chart;
    use.document = at.document;
    record.diagnosis_uses.push_back(use);
  }
}

// The narrative of a document that has no sections.
void add_whole(SourceFile& file, JsonValue text, Document& document) {
  add_narrative(file, text["div"], document.texts);
  if (document.texts.empty()) return;
  Section whole;
  whole.texts.count = static_cast<std::uint32_t>(document.texts.size());
  whole.span = document.span;
  document.sections.push_back(whole);
}

}  // namespace

void read_composition(Record& record, const Resource& resource) {
  JsonValue identifier, status, type, subject, encounter, date, author, title, attester;
  JsonValue relates, event, section, text, extension, confidentiality;
  take(resource.value,
       {{"identifier", &identifier}, {"status", &status}, {"type", &type}, {"subject", &subject},
        {"encounter", &encounter}, {"date", &date}, {"author", &author}, {"title", &title},
        {"attester", &attester}, {"relatesTo", &relates}, {"event", &event},
        {"section", &section}, {"text", &text}, {"extension", &extension},
        {"confidentiality", &confidentiality}});
  if (status.str() == "entered-in-error") return;
  Document document;
  document.format = Format::kFhir;
  document.id = or_else(first_identifier(identifier), resource.id);
  document.title = or_else(title.text(), label(type));
  document.span = document.title.value.empty() ? resource.where : document.title.span;
  set_type(type, document);
  document.recorded = read_time(date);
  document.generated = record.generated;
  document.confidentiality = confidentiality.text();
  set_amended(status, document);
  keep_raw(document, "date", date);
  enter_document(record, resource, subject, encounter, document);
  read_document_extensions(record, resource, extension, document);
  read_authors(record, author, resource, document);
  read_attesters(record, attester, resource, document);
  read_document_people(record, resource, document);
  read_relations(record, relates, resource, document);
  for (JsonValue item : children(event)) {
    set_held(item["period"], document);
    add_about(record, resource, item["detail"], document.about);
  }
  Sections sections(record, resource, document);
  sections.read(section);
  if (document.sections.empty()) add_whole(record.file(resource.where), text, document);
  place_document(record, resource, subject, encounter, std::move(document));
  add_uses(record, sections, resource);
}

}  // namespace emrlint::fhir

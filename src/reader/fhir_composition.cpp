// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "reader/fhir_documents.h"
#include "reader/fhir_narrative.h"
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
    JsonValue mode, time, party, extension, role;
    take(attester, {{"mode", &mode}, {"time", &time}, {"party", &party},
                    {"extension", &extension}});
    take_own(extension, {{"role", &role}});
    Signature signature;
    signature.person = record.person(party, from);
    signature.role = signer_role(record, role, party, from, signature.person, document.author);
    signature.role_text = role ? role.text() : or_else(mode.text(), label(mode));
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
      JsonValue title, code, text, entry, inner;
      take(value, {{"title", &title}, {"code", &code}, {"text", &text}, {"entry", &entry},
                   {"section", &inner}});
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
      read_entries(entry, section.type, number);
      section.elements.count =
          static_cast<std::uint32_t>(document_.elements.size()) - section.elements.first;
      document_.sections.push_back(section);
      if (inner) read(inner);
    }
  }

  std::vector<DiagnosisUse> uses;

 private:
  void read_entries(JsonValue entries, SectionType type, std::uint32_t section) {
    for (JsonValue entry : children(entries)) {
      const Resource named = record_.resolve(entry, from_);
      if (named.type == Type::kObservation) add_element(named.value, section);
      if (named.type == Type::kCondition && named.number != kNone) {
        uses.push_back({named.number, kNone, kNone, role_in(type)});
      }
    }
    add_about(record_, from_, entries, document_.about);
  }

  void add_element(JsonValue observation, std::uint32_t section);
  static DiagnosisRole role_in(SectionType type);

  Record& record_;
  const Resource& from_;
  Document& document_;
};

DiagnosisRole Sections::role_in(SectionType type) {
  switch (type) {
    case SectionType::kOutpatientDiagnosis:
      return DiagnosisRole::kOutpatient;
    case SectionType::kAdmissionDiagnosis:
      return DiagnosisRole::kAdmission;
    case SectionType::kPreliminaryDiagnosis:
      return DiagnosisRole::kPreliminary;
    case SectionType::kRevisedDiagnosis:
      return DiagnosisRole::kRevised;
    case SectionType::kDischargeDiagnosis:
      return DiagnosisRole::kDischarge;
    case SectionType::kPreopDiagnosis:
      return DiagnosisRole::kPreop;
    case SectionType::kIntraopDiagnosis:
      return DiagnosisRole::kIntraop;
    case SectionType::kPostopDiagnosis:
      return DiagnosisRole::kPostop;
    case SectionType::kPathologyDiagnosis:
      return DiagnosisRole::kPathology;
    case SectionType::kExternalCause:
      return DiagnosisRole::kExternalCause;
    case SectionType::kDeathDiagnosis:
      return DiagnosisRole::kDeath;
    default:
      return DiagnosisRole::kUnknown;
  }
}

void Sections::add_element(JsonValue observation, std::uint32_t section) {
  Element element;
  element.section = section;
  element.span = observation.span();
  const JsonValue code = observation["code"];
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
  document_.elements.push_back(element);
}

void add_uses(Record& record, const std::vector<DiagnosisUse>& uses, const Resource& resource) {
  const DocumentPlace& at = record.document_of[resource.number];
  for (DiagnosisUse use : uses) {
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
  JsonValue relates, event, section, text, extension;
  take(resource.value,
       {{"identifier", &identifier}, {"status", &status}, {"type", &type}, {"subject", &subject},
        {"encounter", &encounter}, {"date", &date}, {"author", &author}, {"title", &title},
        {"attester", &attester}, {"relatesTo", &relates}, {"event", &event},
        {"section", &section}, {"text", &text}, {"extension", &extension}});
  if (status.str() == "entered-in-error") return;
  Document document;
  document.format = Format::kFhir;
  document.id = or_else(first_identifier(identifier), resource.id);
  document.title = or_else(title.text(), label(type));
  document.span = document.title.value.empty() ? resource.where : document.title.span;
  set_type(type, document);
  document.recorded = read_time(date);
  document.generated = record.generated;
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
  add_uses(record, sections.uses, resource);
}

}  // namespace emrlint::fhir

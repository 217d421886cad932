// SPDX-License-Identifier: Apache-2.0
#include "lsp/new_document.h"

#include <cstddef>
#include <utility>

#include "lsp/skeleton.h"
#include "output/xml_text.h"
#include "terminology/oids.h"
#include "terminology/ws500.h"

namespace emrlint::lsp {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  std::string text = " " + std::string(name) + "=\"";
  append_xml(text, value);
  return text + "\"";
}

// "20240408143000+0800", as HL7 writes it and as precise as the time is.
std::string hl7(const Time& time) {
  std::string text;
  for (const char c : to_iso(time)) {
    if (c != '-' && c != ':' && c != 'T') text += c;
    // The sign of a zone behind a time of day is no dash of a date.
    if (c == '-' && text.size() > 8) text += c;
  }
  return text;
}

// Elements, each on a line of its own.
class Header {
 public:
  void line(int depth, std::string_view text) {
    out_.append(static_cast<std::size_t>(2 * depth), ' ').append(text).append("\n");
  }
  void text(int depth, std::string_view element, std::string_view value) {
    std::string line = "<" + std::string(element) + ">";
    append_xml(line, value);
    this->line(depth, line + "</" + std::string(element) + ">");
  }
  // Also an empty one, to be filled in.
  void id(int depth, std::string_view root, std::string_view extension) {
    line(depth, "<id" + attribute("root", root) + attribute("extension", extension) + "/>");
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void write_type(Header& out, DocType type) {
  out.line(1, R"(<realmCode code="CN"/>)");
  out.line(1, R"(<typeId root="2.16.840.1.113883.1.3" extension="POCD_MT000040"/>)");
  out.line(1, "<templateId" + attribute("root", ws500_template(type)) + "/>");
  out.id(1, "2.16.156.10011.1.1", "");
  out.line(1, "<code" + attribute("code", ws500_code(type)) +
                  attribute("codeSystem", oids::kDocumentCodes) +
                  attribute("displayName", name(type, Lang::kZh)) + "/>");
  out.text(1, "title", name(type, Lang::kZh));
}

void write_patient(Header& out, const Chart& known) {
  const Patient& patient = known.patient;
  const std::string_view stay = known.encounter.id.value;
  out.line(1, R"(<recordTarget typeCode="RCT" contextControlCode="OP">)");
  out.line(2, R"(<patientRole classCode="PAT">)");
  const bool outpatient = known.encounter.kind.value == EncounterKind::kOutpatient;
  out.id(3, outpatient ? oids::kOutpatientNumber : oids::kStayNumber, stay);
  if (!patient.id.value.empty()) out.id(3, oids::kMedicalRecordNumber, patient.id.value);
  out.line(3, R"(<patient classCode="PSN" determinerCode="INSTANCE">)");
  if (!patient.id_card.value.empty()) out.id(4, oids::kIdentityCard, patient.id_card.value);
  out.text(4, "name", patient.name.value);
  const Sex sex = patient.sex.value;
  if (sex == Sex::kMale || sex == Sex::kFemale) {
    out.line(4, "<administrativeGenderCode" + attribute("code", sex == Sex::kMale ? "1" : "2") +
                    attribute("codeSystem", "2.16.156.10011.2.3.3.4") + "/>");
  }
  if (patient.birth) {
    out.line(4, "<birthTime" + attribute("value", hl7(patient.birth->value)) + "/>");
  }
  out.line(3, "</patient>");
  out.line(2, "</patientRole>");
  out.line(1, "</recordTarget>");
}

void write_author(Header& out, const Chart& known) {
  out.line(1, R"(<author typeCode="AUT">)");
  out.line(2, R"(<assignedAuthor classCode="ASSIGNED">)");
  out.line(3, "<assignedPerson>");
  out.text(4, "name", "");
  out.line(3, "</assignedPerson>");
  out.line(2, "</assignedAuthor>");
  out.line(1, "</author>");
  const Institution& institution = known.institution;
  if (institution.name.value.empty()) return;
  out.line(1, R"(<custodian typeCode="CST">)");
  out.line(2, R"(<assignedCustodian classCode="ASSIGNED">)");
  out.line(3, R"(<representedCustodianOrganization classCode="ORG">)");
  if (!institution.id.value.empty()) out.id(4, oids::kInstitution, institution.id.value);
  out.text(4, "name", institution.name.value);
  out.line(3, "</representedCustodianOrganization>");
  out.line(2, "</assignedCustodian>");
  out.line(1, "</custodian>");
}

void write_stay(Header& out, const Chart& known) {
  const TimeFact& in = known.encounter.admitted;
  if (!in.known()) return;
  out.line(1, "<componentOf>");
  out.line(2, "<encompassingEncounter>");
  out.line(3, "<effectiveTime>");
  out.line(4, "<low" + attribute("value", hl7(in.value())) + "/>");
  out.line(3, "</effectiveTime>");
  out.line(2, "</encompassingEncounter>");
  out.line(1, "</componentOf>");
}

}  // namespace

std::vector<DocType> new_document_types() {
  std::vector<DocType> types;
  for (std::size_t i = 1; i < kDocTypeCount; ++i) {
    const auto type = static_cast<DocType>(i);
    if (!ws500_sections(type).empty()) types.push_back(type);
  }
  return types;
}

std::optional<NewDocument> new_document(DocType type, const Chart* known) {
  if (ws500_sections(type).empty()) return std::nullopt;
  static const Chart kNothing;
  const Chart& chart = known != nullptr ? *known : kNothing;
  Header out;
  out.line(0, R"(<?xml version="1.0" encoding="UTF-8"?>)");
  out.line(0, R"(<ClinicalDocument xmlns="urn:hl7-org:v3" )"
              R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)");
  write_type(out, type);
  write_patient(out, chart);
  write_author(out, chart);
  write_stay(out, chart);
  out.line(1, "<component>");
  out.line(2, "<structuredBody>");
  std::string text = out.take();
  for (const Ws500Section& section : ws500_sections(type)) text += empty_section(section, "      ");
  text += "    </structuredBody>\n  </component>\n</ClinicalDocument>\n";
  return NewDocument{std::string(name(type, Lang::kZh)) + ".xml", std::move(text)};
}

}  // namespace emrlint::lsp

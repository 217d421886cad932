// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "draft/drafts.h"
#include "draft/sections.h"
#include "draft/skeleton.h"
#include "draft/xml_lines.h"
#include "terminology/oids.h"
#include "terminology/ws500.h"

namespace emrlint::draft {
namespace {

void write_type(XmlLines& out, DocType type) {
  out.line(1, R"(<realmCode code="CN"/>)");
  out.line(1, R"(<typeId root="2.16.840.1.113883.1.3" extension="POCD_MT000040"/>)");
  out.line(1, "<templateId" + attribute("root", ws500_template(type)) + "/>");
  out.id(1, "2.16.156.10011.1.1", "");
  out.code(1, ws500_code(type), oids::kDocumentCodes, name(type, Lang::kZh));
  out.text(1, "title", name(type, Lang::kZh));
}

void write_patient(XmlLines& out, const Chart& known) {
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

void write_author(XmlLines& out, const Chart& known) {
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

void write_stay(XmlLines& out, const Chart& known) {
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

NewDocument ws500_draft(DocType type, const Beside& beside) {
  const Chart& chart = beside.known();
  XmlLines out;
  out.begin_document();
  write_type(out, type);
  write_patient(out, chart);
  write_author(out, chart);
  write_stay(out, chart);
  out.begin_body();
  for (const Ws500Section& section : ws500_sections(type)) {
    out.made(empty_section(section, "      "));
  }
  out.end_document();
  return {file_stem(type, true) + ".xml", out.take()};
}

}  // namespace emrlint::draft

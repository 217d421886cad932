// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "draft/cda_identifiers.h"
#include "draft/drafts.h"
#include "draft/sections.h"
#include "draft/skeleton.h"
#include "draft/xml_lines.h"
#include "terminology/ccda.h"
#include "terminology/oids.h"

namespace emrlint::draft {
namespace {

constexpr std::string_view kUsRealmHeader = "2.16.840.1.113883.10.20.22.1.1";
constexpr std::string_view kRelease = "2015-08-01";  // Of the templates: R2.1.
constexpr std::string_view kGenders = "2.16.840.1.113883.5.1";

std::string template_id(std::string_view root, std::string_view date) {
  return "<templateId" + attribute("root", root) + attribute("extension", date) + "/>";
}

// Those of the neighbour; else the number that is known, or an empty one.
void write_ids(XmlLines& out, int depth, const std::vector<CdaIdentifier>& ids,
               std::string_view known) {
  for (const CdaIdentifier& id : ids) {
    std::string line = "<id" + attribute("root", id.root);
    if (!id.extension.empty()) line += attribute("extension", id.extension);
    out.line(depth, line + "/>");
  }
  if (ids.empty()) out.id(depth, "", known);
}

void write_contact(XmlLines& out, int depth) {
  out.line(depth, R"(<addr nullFlavor="UNK"/>)");
  out.line(depth, R"(<telecom nullFlavor="UNK"/>)");
}

// The last word of a name is the family's, as one writes it where C-CDA is used.
void write_name(XmlLines& out, int depth, std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  out.line(depth, "<name>");
  out.text(depth + 1, "given", blank == name.npos ? std::string_view() : name.substr(0, blank));
  out.text(depth + 1, "family", blank == name.npos ? name : name.substr(blank + 1));
  out.line(depth, "</name>");
}

// Somebody of the staff, to be named.
void write_staff(XmlLines& out, int depth, const std::string& element) {
  out.line(depth, "<" + element + ">");
  out.line(depth + 1, R"(<id nullFlavor="UNK"/>)");
  write_contact(out, depth + 1);
  out.line(depth + 1, "<assignedPerson>");
  write_name(out, depth + 2, "");
  out.line(depth + 1, "</assignedPerson>");
  out.line(depth, "</" + element + ">");
}

void write_type(XmlLines& out, const CcdaDocument& form) {
  out.line(1, R"(<realmCode code="US"/>)");
  out.line(1, R"(<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>)");
  out.line(1, template_id(kUsRealmHeader, kRelease));
  out.line(1, template_id(form.template_id, form.template_date));
  out.line(1, R"(<id nullFlavor="UNK"/>)");
  out.code(1, form.code, oids::kLoinc, form.title);
  out.text(1, "title", form.title);
  out.line(1, R"(<effectiveTime nullFlavor="UNK"/>)");
  out.line(1, R"(<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>)");
  out.line(1, R"(<languageCode code="en-US"/>)");
}

void write_person(XmlLines& out, const Patient& patient) {
  out.line(3, "<patient>");
  write_name(out, 4, patient.name.value);
  const Sex sex = patient.sex.value;
  if (sex == Sex::kMale || sex == Sex::kFemale) {
    out.line(4, "<administrativeGenderCode" + attribute("code", sex == Sex::kMale ? "M" : "F") +
                    attribute("codeSystem", kGenders) + "/>");
  } else {
    out.line(4, R"(<administrativeGenderCode nullFlavor="UNK"/>)");
  }
  if (patient.birth) {
    out.line(4, "<birthTime" + attribute("value", hl7(patient.birth->value)) + "/>");
  } else {
    out.line(4, R"(<birthTime nullFlavor="UNK"/>)");
  }
  out.line(4, R"(<raceCode nullFlavor="UNK"/>)");
  out.line(4, R"(<ethnicGroupCode nullFlavor="UNK"/>)");
  out.line(3, "</patient>");
}

void write_patient(XmlLines& out, const Chart& known, const CdaIdentifiers& ids) {
  out.line(1, "<recordTarget>");
  out.line(2, "<patientRole>");
  write_ids(out, 3, ids.patient, known.patient.id.value);
  write_contact(out, 3);
  write_person(out, known.patient);
  out.line(2, "</patientRole>");
  out.line(1, "</recordTarget>");
}

void write_author(XmlLines& out, const Chart& known, const CdaIdentifiers& ids) {
  out.line(1, "<author>");
  out.line(2, R"(<time nullFlavor="UNK"/>)");
  write_staff(out, 2, "assignedAuthor");
  out.line(1, "</author>");
  out.line(1, "<custodian>");
  out.line(2, "<assignedCustodian>");
  out.line(3, "<representedCustodianOrganization>");
  write_ids(out, 4, ids.custodian, known.institution.id.value);
  out.text(4, "name", known.institution.name.value);
  out.line(4, R"(<telecom nullFlavor="UNK"/>)");
  out.line(4, R"(<addr nullFlavor="UNK"/>)");
  out.line(3, "</representedCustodianOrganization>");
  out.line(2, "</assignedCustodian>");
  out.line(1, "</custodian>");
}

// An end of a period; one that is not known is to be filled in.
void write_end(XmlLines& out, int depth, std::string_view element, const TimeFact& time) {
  const std::string value =
      time.known() ? attribute("value", hl7(time.value())) : attribute("nullFlavor", "UNK");
  out.line(depth, "<" + std::string(element) + value + "/>");
}

// What the note of an operation or procedure tells of; all of it is for its author to say.
void write_procedure(XmlLines& out) {
  out.line(2, R"(<serviceEvent classCode="PROC">)");
  out.line(3, R"(<code nullFlavor="UNK"/>)");
  out.line(3, "<effectiveTime>");
  write_end(out, 4, "low", {});
  write_end(out, 4, "high", {});
  out.line(3, "</effectiveTime>");
  out.line(3, R"(<performer typeCode="PPRF">)");
  write_staff(out, 4, "assignedEntity");
  out.line(3, "</performer>");
  out.line(2, "</serviceEvent>");
}

// The care of the stay, which a summary sums up.
void write_care(XmlLines& out, const Encounter& stay) {
  out.line(2, R"(<serviceEvent classCode="PCPR">)");
  out.line(3, "<effectiveTime>");
  write_end(out, 4, "low", stay.admitted);
  write_end(out, 4, "high", stay.discharged);
  out.line(3, "</effectiveTime>");
  out.line(2, "</serviceEvent>");
}

// Templates of R2.1 that require one: CONF:1198-8452 (CCD), 1198-8486 (operative note), 1198-10061
// (procedure note).
void write_service(XmlLines& out, DocType type, const Encounter& stay) {
  const bool summary = type == DocType::kCcd;
  if (!summary && type != DocType::kOperationRecord && type != DocType::kProcedureNote) return;
  out.line(1, "<documentationOf>");
  summary ? write_care(out, stay) : write_procedure(out);
  out.line(1, "</documentationOf>");
}

void write_stay(XmlLines& out, const Chart& known, const CdaIdentifiers& ids) {
  const Encounter& stay = known.encounter;
  if (ids.encounter.empty() && stay.id.value.empty() && !stay.admitted.known()) return;
  out.line(1, "<componentOf>");
  out.line(2, "<encompassingEncounter>");
  write_ids(out, 3, ids.encounter, stay.id.value);
  out.line(3, "<effectiveTime>");
  write_end(out, 4, "low", stay.admitted);
  out.line(3, "</effectiveTime>");
  out.line(2, "</encompassingEncounter>");
  out.line(1, "</componentOf>");
}

}  // namespace

NewDocument ccda_draft(DocType type, const Beside& beside) {
  const Chart& chart = beside.known();
  const CcdaDocument& form = *ccda_document(type);
  const CdaIdentifiers ids = cda_identifiers(beside.text);
  XmlLines out;
  out.begin_document();
  write_type(out, form);
  write_patient(out, chart, ids);
  write_author(out, chart, ids);
  write_service(out, type, chart.encounter);
  write_stay(out, chart, ids);
  out.begin_body();
  for (const std::string_view code : form.required) {
    out.made(empty_section(*ccda_section_of_code(code), "      "));
  }
  out.end_document();
  return {file_stem(type, false) + ".xml", out.take()};
}

}  // namespace emrlint::draft

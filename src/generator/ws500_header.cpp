// SPDX-License-Identifier: Apache-2.0
#include "generator/words.h"
#include "generator/ws500_parts.h"
#include "terminology/oids.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

std::string_view sex_code(Sex sex) {
  switch (sex) {
    case Sex::kMale:
      return "1";
    case Sex::kFemale:
      return "2";
    case Sex::kUnspecified:
      return "9";
    default:
      return "0";
  }
}

std::string_view first_of(std::string_view a, std::string_view b) { return a.empty() ? b : a; }

void write_patient(XmlWriter& xml, const Chart& chart, const Document& document) {
  const Patient& patient = chart.patient;
  const HeaderClaims& claims = document.header;
  const XmlScope target(xml, "recordTarget", {{"typeCode", "RCT"}, {"contextControlCode", "OP"}});
  const XmlScope role(xml, "patientRole", {{"classCode", "PAT"}});
  xml.leaf("id", {{"root", oids::kStayNumber}, {"extension", chart.encounter.id.value}});
  xml.leaf("id", {{"root", oids::kMedicalRecordNumber}, {"extension", patient.id.value}});
  {
    const XmlScope person(xml, "patient", {{"classCode", "PSN"}, {"determinerCode", "INSTANCE"}});
    if (!patient.id_card.value.empty()) {
      xml.leaf("id", {{"root", oids::kIdentityCard}, {"extension", patient.id_card.value}});
    }
    xml.text("name", first_of(claims.name.value, patient.name.value));
    const Sex sex = claims.sex ? claims.sex->value : patient.sex.value;
    xml.leaf("administrativeGenderCode",
             {{"code", sex_code(sex)}, {"codeSystem", "2.16.156.10011.2.3.3.4"}});
    const std::string birth = hl7_time(claims.birth ? claims.birth : patient.birth);
    if (!birth.empty()) xml.leaf("birthTime", {{"value", birth}});
  }
  const XmlScope provider(xml, "providerOrganization", {{"classCode", "ORG"}});
  xml.text("name", chart.institution.name.value);
  if (!document.held) return;
  const XmlScope meeting(xml, "asOrganizationPartOf");
  xml.leaf("effectiveTime", {{"value", hl7_time(document.held)}});
}

void write_custodian(XmlWriter& xml, const Chart& chart) {
  const XmlScope custodian(xml, "custodian", {{"typeCode", "CST"}});
  const XmlScope assigned(xml, "assignedCustodian", {{"classCode", "ASSIGNED"}});
  const XmlScope unit(xml, "representedCustodianOrganization", {{"classCode", "ORG"}});
  xml.leaf("id", {{"root", oids::kInstitution}, {"extension", chart.institution.id.value}});
  xml.text("name", chart.institution.name.value);
}

void write_place(XmlWriter& xml, const Chart& chart) {
  const Encounter& stay = chart.encounter;
  const XmlScope location(xml, "location", {{"typeCode", "LOC"}});
  const XmlScope facility(xml, "healthCareFacility", {{"classCode", "SDLOC"}});
  struct Level {
    std::string_view root, name;
  };
  const Level levels[] = {{oids::kBed, stay.bed.value},
                          {oids::kDepartment, stay.department.value},
                          {oids::kWard, stay.ward.value},
                          {oids::kInstitution, chart.institution.name.value}};
  xml.open("serviceProviderOrganization");
  int opened = 1;
  bool first = true;
  for (const Level& level : levels) {
    if (level.name.empty()) continue;
    if (!first) {
      xml.open("asOrganizationPartOf", {{"classCode", "PART"}});
      xml.open("wholeOrganization", {{"classCode", "ORG"}, {"determinerCode", "INSTANCE"}});
      opened += 2;
    }
    first = false;
    xml.leaf("id", {{"root", level.root}, {"extension", level.name}});
    xml.text("name", level.name);
  }
  while (opened-- > 0) xml.close();
}

void write_encounter(XmlWriter& xml, const Chart& chart) {
  const Encounter& stay = chart.encounter;
  const XmlScope component(xml, "componentOf");
  const XmlScope encounter(xml, "encompassingEncounter");
  {
    const XmlScope period(xml, "effectiveTime");
    if (stay.admitted.known()) xml.leaf("low", {{"value", hl7_time(stay.admitted)}});
    if (stay.discharged.known()) xml.leaf("high", {{"value", hl7_time(stay.discharged)}});
  }
  if (stay.attending.known()) {
    write_ws500_party(xml, "responsibleParty", "", "", stay.attending, "");
  }
  write_place(xml, chart);
}

bool same(const Participant& participant, const Person& person) {
  return same_person(participant.person, person) == SamePerson::kYes;
}

// The team stands at the procedure already.
bool in_procedure(const Surgery* surgery, const Participant& participant) {
  if (surgery == nullptr) return false;
  if (participant.role == Role::kSurgeon) return same(participant, surgery->surgeon);
  if (participant.role != Role::kFirstAssistant && participant.role != Role::kAssistant) {
    return false;
  }
  for (const Person& assistant : surgery->assistants) {
    if (same(participant, assistant)) return true;
  }
  return false;
}

}  // namespace

void write_ws500_party(XmlWriter& xml, std::string_view element, std::string_view type_code,
                       std::string_view role, const Person& person, const std::string& time) {
  const bool author = element == "author";
  const bool associated = element == "participant";
  const XmlScope party(xml, element, {{"typeCode", type_code}});
  if (!time.empty()) xml.leaf("time", {{"value", time}});
  const XmlScope entity(xml,
                        author       ? "assignedAuthor"
                        : associated ? "associatedEntity"
                                     : "assignedEntity",
                        {{"classCode", "ASSIGNED"}});
  if (!person.id.value.empty()) {
    xml.leaf("id",
             {{"root", author ? oids::kAuthor : oids::kStaff}, {"extension", person.id.value}});
  }
  if (!role.empty()) xml.leaf("code", {{"displayName", role}});
  {
    const XmlScope human(xml, associated ? "associatedPerson" : "assignedPerson");
    xml.text("name", person.name.value);
    const std::string_view title = title_words(person.title);
    if (!title.empty()) {
      const XmlScope position(xml, "professionalPosition");
      xml.leaf("professionalPositionCode", {{"displayName", title}});
    }
  }
  if (person.department.value.empty()) return;
  const XmlScope unit(xml, associated ? "scopingOrganization" : "representedOrganization");
  xml.text("name", person.department.value);
}

void write_ws500_header(XmlWriter& xml, const Chart& chart, const Document& document) {
  xml.leaf("realmCode", {{"code", "CN"}});
  xml.leaf("typeId", {{"root", "2.16.840.1.113883.1.3"}, {"extension", "POCD_MT000040"}});
  xml.leaf("templateId", {{"root", ws500_template(document.type)}});
  xml.leaf("id", {{"root", "2.16.156.10011.1.1"}, {"extension", document.id.value}});
  xml.leaf("code", {{"code", ws500_code(document.type)},
                    {"codeSystem", oids::kDocumentCodes},
                    {"displayName", name(document.type, Lang::kZh)}});
  xml.text("title", document.title.value);
  xml.leaf("effectiveTime", {{"value", hl7_time(document.recorded)}});
  write_patient(xml, chart, document);
  write_ws500_party(xml, "author", "AUT", "", document.author, hl7_time(document.recorded));
  write_custodian(xml, chart);
  for (const Signature& signature : document.signatures) {
    write_ws500_party(xml, "authenticator", "", role_words(signature.role), signature.person,
                      hl7_time(signature.at));
  }
  const Surgery* surgery = surgery_of_record(chart, document);
  for (const Participant& participant : document.participants) {
    if (in_procedure(surgery, participant)) continue;
    write_ws500_party(xml, "participant", "PRF", role_words(participant.role), participant.person,
                      "");
  }
  write_encounter(xml, chart);
}

}  // namespace emrlint

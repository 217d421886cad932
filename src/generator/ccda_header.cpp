// SPDX-License-Identifier: Apache-2.0
#include "generator/ccda_parts.h"
#include "generator/words.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

constexpr std::string_view kProviders = "2.16.840.1.113883.4.6";
constexpr std::string_view kExamples = "2.16.840.1.113883.19.5.99999";
constexpr std::string_view kPatients = "2.16.840.1.113883.19.5.99999.2";
constexpr std::string_view kStays = "2.16.840.1.113883.19.5.99999.19";
constexpr std::string_view kGenders = "2.16.840.1.113883.5.1";

std::string_view words_of(Title title) {
  switch (title) {
    case Title::kChief:
    case Title::kAssociateChief:
      return "Consultant physician";
    case Title::kAttending:
      return "Attending physician";
    case Title::kResident:
    case Title::kTrainee:
      return "Resident physician";
    case Title::kNurse:
    case Title::kHeadNurse:
      return "Registered nurse";
    case Title::kPharmacist:
      return "Pharmacist";
    case Title::kTechnician:
      return "Technician";
    default:
      return "Physician";
  }
}

void write_address(XmlWriter& xml, std::string_view use, std::string_view street) {
  const XmlScope address(xml, "addr", {{"use", use}});
  xml.text("streetAddressLine", street);
  xml.text("city", "Exampleton");
  xml.text("state", "OR");
  xml.text("postalCode", "97999");
  xml.text("country", "US");
}

void write_organization(XmlWriter& xml, std::string_view element, const Chart& chart) {
  const XmlScope unit(xml, element);
  xml.leaf("id", {{"root", kExamples}, {"extension", chart.institution.id.value}});
  xml.text("name", chart.institution.name.value);
  xml.leaf("telecom", {{"use", "WP"}, {"value", "tel:+1(555)555-5000"}});
  write_address(xml, "WP", "1001 Example Avenue");
}

std::string_view gender(Sex sex) {
  if (sex == Sex::kMale) return "M";
  return sex == Sex::kFemale ? "F" : sex == Sex::kUnspecified ? "UN" : std::string_view();
}

void write_person(XmlWriter& xml, const Patient& patient) {
  const XmlScope person(xml, "patient");
  write_ccda_name(xml, patient.name.value);
  const std::string_view sex = gender(patient.sex.value);
  if (sex.empty()) {
    xml.leaf("administrativeGenderCode", {{"nullFlavor", "UNK"}});
  } else {
    xml.leaf("administrativeGenderCode", {{"code", sex}, {"codeSystem", kGenders}});
  }
  const std::string birth = hl7_time(patient.birth);
  if (!birth.empty()) xml.leaf("birthTime", {{"value", birth}});
  xml.leaf("maritalStatusCode", {{"nullFlavor", "UNK"}});
  xml.leaf("raceCode", {{"nullFlavor", "UNK"}});
  xml.leaf("ethnicGroupCode", {{"nullFlavor", "UNK"}});
  const XmlScope language(xml, "languageCommunication");
  xml.leaf("languageCode", {{"code", "en"}});
  xml.leaf("preferenceInd", {{"value", "true"}});
}

void write_patient(XmlWriter& xml, const Chart& chart) {
  const XmlScope target(xml, "recordTarget");
  const XmlScope role(xml, "patientRole");
  xml.leaf("id", {{"root", kPatients}, {"extension", chart.patient.id.value}});
  write_address(xml, "HP", "17 Sample Street");
  xml.leaf("telecom", {{"use", "HP"}, {"value", "tel:+1(555)555-2003"}});
  write_person(xml, chart.patient);
  write_organization(xml, "providerOrganization", chart);
}

void write_signature(XmlWriter& xml, const Signature& signature, bool legal) {
  const XmlScope party(xml, legal ? "legalAuthenticator" : "authenticator");
  const std::string time = hl7_time(signature.at);
  if (time.empty()) {
    xml.leaf("time", {{"nullFlavor", "UNK"}});
  } else {
    xml.leaf("time", {{"value", time}});
  }
  xml.leaf("signatureCode", {{"code", "S"}});
  write_ccda_staff(xml, "assignedEntity", signature.person);
}

void write_period(XmlWriter& xml, const TimeFact& from, const TimeFact& to) {
  const XmlScope period(xml, "effectiveTime");
  if (from.known()) xml.leaf("low", {{"value", hl7_time(from.value())}});
  if (to.known()) xml.leaf("high", {{"value", hl7_time(to.value())}});
}

// The operation that an operative note tells of; of all other notes, the care of the stay.
void write_service(XmlWriter& xml, const Chart& chart, const Document& document,
                   const CcdaKind& kind) {
  const bool operation = kind.type == DocType::kOperationRecord && !document.surgeries.empty();
  const XmlScope documentation(xml, "documentationOf");
  const XmlScope event(xml, "serviceEvent", {{"classCode", operation ? "PROC" : "PCPR"}});
  if (!operation) {
    write_period(xml, chart.encounter.admitted, chart.encounter.discharged);
    return;
  }
  const Surgery& surgery = chart.surgeries[document.surgeries.front()];
  xml.leaf("code", {{"code", surgery.code.value},
                    {"codeSystem", "2.16.840.1.113883.6.104"},
                    {"codeSystemName", "ICD-9-CM Procedures"},
                    {"displayName", surgery.name.value}});
  write_period(xml, surgery.start, surgery.end);
  if (!surgery.surgeon.known()) return;
  const XmlScope performer(xml, "performer", {{"typeCode", "PPRF"}});
  write_ccda_staff(xml, "assignedEntity", surgery.surgeon);
}

std::string_view class_of(EncounterKind kind) {
  switch (kind) {
    case EncounterKind::kInpatient:
    case EncounterKind::kDaySurgery:
      return "IMP";
    case EncounterKind::kOutpatient:
      return "AMB";
    case EncounterKind::kEmergency:
      return "EMER";
    case EncounterKind::kObservation:
      return "OBSENC";
    default:
      return {};
  }
}

void write_encounter(XmlWriter& xml, const Chart& chart) {
  const Encounter& stay = chart.encounter;
  const XmlScope component(xml, "componentOf");
  const XmlScope encounter(xml, "encompassingEncounter");
  xml.leaf("id", {{"root", kStays}, {"extension", stay.id.value}});
  if (const std::string_view code = class_of(stay.kind.value); !code.empty()) {
    xml.leaf("code", {{"code", code}, {"codeSystem", "2.16.840.1.113883.5.4"}});
  }
  write_period(xml, stay.admitted, stay.discharged);
  if (stay.attending.known()) {
    const XmlScope responsible(xml, "responsibleParty");
    write_ccda_staff(xml, "assignedEntity", stay.attending);
  }
  const XmlScope location(xml, "location");
  const XmlScope facility(xml, "healthCareFacility");
  xml.leaf("id", {{"root", kExamples}, {"extension", stay.ward.value}});
  write_organization(xml, "serviceProviderOrganization", chart);
}

void write_identity(XmlWriter& xml, const Document& document, const CcdaDocument& form) {
  xml.leaf("realmCode", {{"code", "US"}});
  xml.leaf("typeId", {{"root", "2.16.840.1.113883.1.3"}, {"extension", "POCD_HD000040"}});
  write_ccda_template(xml, "2.16.840.1.113883.10.20.22.1.1", "2015-08-01");
  write_ccda_template(xml, form.template_id, form.template_date);
  xml.leaf("id", {{"root", kExamples}, {"extension", document.id.value}});
  xml.leaf("code", {{"code", form.code},
                    {"codeSystem", oids::kLoinc},
                    {"codeSystemName", "LOINC"},
                    {"displayName", form.title}});
  xml.text("title", form.title);
  const std::string recorded = hl7_time(document.recorded);
  xml.leaf("effectiveTime", {{"value", recorded}, {"nullFlavor", recorded.empty() ? "UNK" : ""}});
  xml.leaf("confidentialityCode", {{"code", "N"}, {"codeSystem", "2.16.840.1.113883.5.25"}});
  xml.leaf("languageCode", {{"code", "en-US"}});
}

}  // namespace

void write_ccda_template(XmlWriter& xml, std::string_view root, std::string_view date) {
  if (!root.empty()) xml.leaf("templateId", {{"root", root}, {"extension", date}});
}

void write_ccda_name(XmlWriter& xml, std::string_view name) {
  const XmlScope scope(xml, "name");
  const std::size_t blank = name.rfind(' ');
  if (blank != std::string_view::npos) xml.text("given", name.substr(0, blank));
  xml.text("family", blank == std::string_view::npos ? name : name.substr(blank + 1));
}

void write_ccda_staff(XmlWriter& xml, std::string_view element, const Person& person) {
  const XmlScope entity(xml, element);
  xml.leaf("id", {{"root", kProviders}, {"extension", person.id.value}});
  xml.leaf("code", {{"code", "207R00000X"},
                    {"codeSystem", "2.16.840.1.113883.6.101"},
                    {"codeSystemName", "NUCC"},
                    {"displayName", words_of(person.title)}});
  write_address(xml, "WP", "1002 Example Avenue");
  xml.leaf("telecom", {{"use", "WP"}, {"value", "tel:+1(555)555-1002"}});
  const XmlScope human(xml, "assignedPerson");
  write_ccda_name(xml, person.name.value);
}

void write_ccda_header(XmlWriter& xml, const Chart& chart, const Document& document,
                       const CcdaKind& kind) {
  write_identity(xml, document, kind.form());
  write_patient(xml, chart);
  {
    const XmlScope author(xml, "author");
    const std::string time = hl7_time(document.recorded);
    xml.leaf("time", {{"value", time}, {"nullFlavor", time.empty() ? "UNK" : ""}});
    write_ccda_staff(xml, "assignedAuthor", document.author);
  }
  {
    const XmlScope custodian(xml, "custodian");
    const XmlScope assigned(xml, "assignedCustodian");
    write_organization(xml, "representedCustodianOrganization", chart);
  }
  // The last to sign answers for the document.
  const auto& signatures = document.signatures;
  if (!signatures.empty()) write_signature(xml, signatures.back(), true);
  for (std::size_t i = 0; i + 1 < signatures.size(); ++i) {
    write_signature(xml, signatures[i], false);
  }
  write_service(xml, chart, document, kind);
  write_encounter(xml, chart);
}

}  // namespace emrlint

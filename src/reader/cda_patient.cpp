// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_patient.h"

#include "reader/cda_header.h"
#include "reader/cda_people.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

constexpr std::string_view kHealthRecord = "2.16.156.10011.1.2";
constexpr std::string_view kPatientNumber = "2.16.156.10011.1.10";

constexpr CdaTimeNames kBirth{"birthTime", "birthTime/low", "birthTime/high"};
constexpr CdaTimeNames kDeceased{"deceasedTime", "deceasedTime/low", "deceasedTime/high"};
constexpr CdaTimeNames kDiscussion{"discussion/effectiveTime", "discussion/effectiveTime/low",
                                   "discussion/effectiveTime/high"};
constexpr CdaTimeNames kEncounter{"encompassingEncounter/effectiveTime",
                                  "encompassingEncounter/effectiveTime/low",
                                  "encompassingEncounter/effectiveTime/high"};

// Identifiers of the patient role by rank: a better one replaces a worse one.
struct Identifiers {
  Text stay, misprinted_stay, outpatient;
  Text record, patient, health_record, other;
};

void note_identifier(Identifiers& ids, std::string_view root, const Text& extension) {
  if (root == oids::kStayNumber) {
    ids.stay = extension;
  } else if (root == oids::kMedicalRecordNumber) {
    ids.record = extension;
  } else if (root == oids::kOutpatientNumber) {
    ids.outpatient = extension;
  } else if (root == kPatientNumber) {
    ids.patient = extension;
  } else if (root == kHealthRecord) {
    ids.health_record = extension;
  } else if (!root.starts_with("2.16.156.10011.")) {
    if (ids.misprinted_stay.value.empty() && nearest_known_oid(root) == oids::kStayNumber) {
      ids.misprinted_stay = extension;
    } else if (ids.other.value.empty()) {
      ids.other = extension;
    }
  }
}

const Text& first_of(const Text& a, const Text& b) { return a.value.empty() ? b : a; }

void settle(const Identifiers& ids, HeaderClaims& header) {
  header.stay_id = first_of(ids.stay, first_of(ids.misprinted_stay, ids.outpatient));
  header.patient_id =
      first_of(ids.record, first_of(ids.patient, first_of(ids.health_record, ids.other)));
}

Sex sex_of(std::string_view code, std::string_view system) {
  if (code == "F" || code == "f") return Sex::kFemale;
  if (code == "M" || code == "m") return Sex::kMale;
  if (code == "UN") return Sex::kUnspecified;
  if (!system.empty() && !system.starts_with("2.16.156.")) return Sex::kUnknown;
  if (code == "1") return Sex::kMale;
  if (code == "2") return Sex::kFemale;
  return code == "9" ? Sex::kUnspecified : Sex::kUnknown;
}

void read_sex(CdaWalk& walk, pugi::xml_node node, HeaderClaims& header) {
  const CdaAttributes code = walk.attributes(node);
  const Text written = walk.text(code.code);
  if (!written.value.empty()) {
    header.sex = {sex_of(written.value, walk.text(code.code_system).value), written.span};
  }
  walk.skip_children(node);
}

void read_patient(CdaWalk& walk, pugi::xml_node node) {
  HeaderClaims& header = walk.document().header;
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk.name(child)) {
      case CdaName::kId: {
        const CdaAttributes id = walk.attributes(child);
        if (walk.text(id.root).value == oids::kIdentityCard) {
          header.id_card = walk.text(id.extension);
        }
        break;
      }
      case CdaName::kName:
        if (header.name.value.empty()) {
          header.name = read_name(walk, child);
        } else {
          walk.skip(child);
        }
        break;
      case CdaName::kAdministrativeGenderCode:
        read_sex(walk, child, header);
        break;
      case CdaName::kBirthTime:
        header.birth = walk.period(child, kBirth).at;
        break;
      case CdaName::kDeceasedTime:
        if (const CdaPeriod death = walk.period(child, kDeceased); death.at) {
          walk.chart().encounter.died.add({death.at->value, death.at->span, Origin::kHeader});
        }
        break;
      case CdaName::kAge: {
        const CdaAttributes age = walk.attributes(child);
        header.age = walk.text(age.value);
        header.age_unit = walk.text(age.unit);
        break;
      }
      default:
        walk.skip(child);
    }
  }
}

// The discussions put time and place of the meeting into the organisation around the patient.
void read_meeting(CdaWalk& walk, pugi::xml_node node) {
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (walk.name(child) == CdaName::kEffectiveTime) {
      const CdaPeriod period = walk.period(child, kDiscussion);
      walk.document().held = period.at ? period.at : period.low;
    } else {
      walk.skip(child);
    }
  }
}

void read_provider(CdaWalk& walk, pugi::xml_node node) {
  HeaderClaims& header = walk.document().header;
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk.name(child)) {
      case CdaName::kName:
        header.institution = walk.content(child);
        break;
      case CdaName::kAsOrganizationPartOf:
        read_meeting(walk, child);
        break;
      default:
        walk.skip(child);
    }
  }
}

void read_patient_type(CdaWalk& walk, pugi::xml_node node) {
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (walk.name(child) != CdaName::kPatientTypeCode) {
      walk.skip(child);
      continue;
    }
    const Text code = walk.text(walk.attributes(child).code);
    Located<EncounterKind>& kind = walk.chart().encounter.kind;
    if (code.value == "1") kind = {EncounterKind::kOutpatient, code.span};
    if (code.value == "2") kind = {EncounterKind::kEmergency, code.span};
    if (code.value == "3") kind = {EncounterKind::kInpatient, code.span};
  }
}

void place(const std::vector<CdaOrganization>& units, HeaderClaims& header) {
  // With all five levels given, a level without its own number is known by its place.
  constexpr std::string_view kLevels[] = {oids::kBed, oids::kRoom, oids::kDepartment, oids::kWard,
                                          oids::kInstitution};
  for (std::size_t i = 0; i < units.size(); ++i) {
    const CdaOrganization& unit = units[i];
    std::string_view root = unit.root.value;
    if (root.empty() && units.size() == 5) root = kLevels[i];
    const Text& said = first_of(unit.name, unit.id);
    if (root == oids::kBed) header.bed = said;
    if (root == oids::kRoom) header.room = said;
    if (root == oids::kDepartment) header.department = said;
    if (root == oids::kWard) header.ward = said;
    if (root == oids::kInstitution && header.institution.value.empty()) header.institution = said;
  }
}

void read_place(CdaWalk& walk, pugi::xml_node node) {
  // location / healthCareFacility / serviceProviderOrganization, whose wrappers say nothing here.
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk.name(child)) {
      case CdaName::kHealthCareFacility:
        read_place(walk, child);
        break;
      case CdaName::kServiceProviderOrganization: {
        std::vector<CdaOrganization> units;
        read_organizations(walk, child, units);
        place(units, walk.document().header);
        break;
      }
      default:
        walk.skip(child);
    }
  }
}

void read_encounter_code(CdaWalk& walk, pugi::xml_node node) {
  const CdaAttributes code = walk.attributes(node);
  const Text written = walk.text(code.code);
  Located<EncounterKind>& kind = walk.chart().encounter.kind;
  const std::string_view value = written.value;
  if (value == "IMP" || value == "ACUTE" || value == "NONAC") {
    kind = {EncounterKind::kInpatient, written.span};
  } else if (value == "AMB" || value == "HH" || value == "VR") {
    kind = {EncounterKind::kOutpatient, written.span};
  } else if (value == "EMER") {
    kind = {EncounterKind::kEmergency, written.span};
  } else if (value == "OBSENC") {
    kind = {EncounterKind::kObservation, written.span};
  } else if (walk.text(code.code_system).value.starts_with("2.16.156.")) {
    const Text shown = walk.text(code.display);
    walk.document().header.admission_route = shown.value.empty() ? written : shown;
  }
  walk.skip_children(node);
}

void read_responsible(CdaWalk& walk, pugi::xml_node node) {
  const CdaParty party = read_party(walk, node, kEncounter);
  if (party.person.known()) walk.chart().encounter.attending = party.person;
}

// NUBC and SNOMED CT have hundreds of codes for where somebody goes; only death matters to times.
void read_disposition(CdaWalk& walk, pugi::xml_node node) {
  const CdaAttributes code = walk.attributes(node);
  const Text written = walk.text(code.code);
  Located<Disposition>& disposition = walk.chart().encounter.disposition;
  if (written.value == "20" || written.value == "41") {
    disposition = {Disposition::kDeath, written.span};
  } else if (written.value == "01" || written.value == "1") {
    disposition = {Disposition::kHome, written.span};
  } else if (written.value == "07") {
    disposition = {Disposition::kAgainstAdvice, written.span};
  } else if (!written.value.empty()) {
    disposition = {Disposition::kOther, written.span};
  }
  walk.skip_children(node);
}

void read_encompassing(CdaWalk& walk, pugi::xml_node node) {
  Encounter& encounter = walk.chart().encounter;
  encounter.span = walk.tree().start_tag(node);
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk.name(child)) {
      case CdaName::kId: {
        const CdaAttributes id = walk.attributes(child);
        if (id.extension != nullptr) encounter.id = walk.text(id.extension);
        break;
      }
      case CdaName::kCode:
        read_encounter_code(walk, child);
        break;
      case CdaName::kEffectiveTime: {
        const CdaPeriod period = walk.period(child, kEncounter);
        const std::optional<Located<Time>>& in = period.low ? period.low : period.at;
        // The type of the document, and with it the rank of the claim, is settled later.
        if (in) encounter.admitted.add({in->value, in->span, Origin::kHeader});
        if (period.high) {
          encounter.discharged.add({period.high->value, period.high->span, Origin::kHeader});
        }
        break;
      }
      case CdaName::kResponsibleParty:
        read_responsible(walk, child);
        break;
      case CdaName::kDischargeDispositionCode:
        read_disposition(walk, child);
        break;
      case CdaName::kLocation:
        read_place(walk, child);
        break;
      default:
        walk.skip(child);
    }
  }
}

}  // namespace

void read_record_target(CdaWalk& walk, pugi::xml_node node) {
  Identifiers ids;
  walk.attributes(node);
  for (pugi::xml_node role = node.first_child(); role; role = role.next_sibling()) {
    if (walk.name(role) != CdaName::kPatientRole) {
      walk.skip(role);
      continue;
    }
    walk.attributes(role);
    for (pugi::xml_node child = role.first_child(); child; child = child.next_sibling()) {
      switch (walk.name(child)) {
        case CdaName::kId: {
          const CdaAttributes id = walk.attributes(child);
          if (id.extension != nullptr) {
            note_identifier(ids, walk.text(id.root).value, walk.text(id.extension));
          }
          break;
        }
        case CdaName::kPatient:
          read_patient(walk, child);
          break;
        case CdaName::kProviderOrganization:
          read_provider(walk, child);
          break;
        case CdaName::kPatientType:
          read_patient_type(walk, child);
          break;
        default:
          walk.skip(child);
      }
    }
  }
  settle(ids, walk.document().header);
  if (!ids.stay.value.empty() || !ids.misprinted_stay.value.empty()) walk.set_stay_number();
}

void read_encounter(CdaWalk& walk, pugi::xml_node node) {
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (walk.name(child) == CdaName::kEncompassingEncounter) {
      read_encompassing(walk, child);
    } else {
      walk.skip(child);
    }
  }
}

}  // namespace emrlint

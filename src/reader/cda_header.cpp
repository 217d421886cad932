// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_header.h"

#include "reader/cda_people.h"
#include "reader/cda_patient.h"
#include "reader/cda_roles.h"
#include "terminology/loinc.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

constexpr std::string_view kWs500Templates = "2.16.156.10011.2.1.1.";
constexpr std::string_view kCcdaTemplates = "2.16.840.1.113883.10.20.";
constexpr std::string_view kUsRealmHeader = "2.16.840.1.113883.10.20.22.1.1";

constexpr CdaTimeNames kGenerated{"effectiveTime", "effectiveTime/low", "effectiveTime/high"};
constexpr CdaTimeNames kAuthorTime{"author/time", "author/time/low", "author/time/high"};
constexpr CdaTimeNames kSignTime{"authenticator/time", "authenticator/time/low",
                                 "authenticator/time/high"};
constexpr CdaTimeNames kLegalSignTime{"legalAuthenticator/time", "legalAuthenticator/time/low",
                                      "legalAuthenticator/time/high"};
constexpr CdaTimeNames kParticipantTime{"participant/time", "participant/time/low",
                                        "participant/time/high"};
constexpr CdaTimeNames kInformantTime{"informant/time", "informant/time/low",
                                      "informant/time/high"};

// A document may have several templates: the one that names its type counts.
void note_template(CdaWalk& walk, pugi::xml_node node) {
  Document& document = walk.document();
  const Text root = walk.text(walk.attributes(node).root);
  const std::string_view had = document.template_id.value;
  const bool better = had.empty() || had == kUsRealmHeader ||
                      (root.value.starts_with(kWs500Templates) &&
                       !had.starts_with(kWs500Templates));
  if (better && !root.value.empty()) document.template_id = root;
}

void read_author(CdaWalk& walk, pugi::xml_node node) {
  Document& document = walk.document();
  const CdaParty party = read_party(walk, node, kAuthorTime);
  if (!document.recorded) document.recorded = party.at;
  if (!document.author.known() && !party.device) document.author = party.person;
  if (party.organizations.empty()) return;
  const CdaOrganization& organization = party.organizations.front();
  if (walk.chart().institution.name.value.empty()) {
    walk.chart().institution = {organization.id, organization.name, {}};
  }
}

void read_signature(CdaWalk& walk, pugi::xml_node node, const CdaTimeNames& names) {
  const CdaParty party = read_party(walk, node, names);
  walk.document().signatures.push_back(signature_of(party, walk.tree().span(node)));
}

Role role_of_participant(const CdaParty& party, DocType type) {
  const Role said = role_from_text(party.role_text.value);
  if (said != Role::kUnknown) return said;
  if (party.type_code.value == "ORG") return Role::kHost;
  return type == DocType::kRescueRecord ? Role::kRescuer : Role::kMember;
}

// Who is told in an emergency or pays for it takes no part in the document.
bool takes_part(const CdaParty& party) {
  const std::string_view code = party.type_code.value;
  return code == "CON" || code == "ORG" || code == "PRCP" || code == "ATND" || code == "PRF";
}

void read_participant(CdaWalk& walk, pugi::xml_node node) {
  const CdaParty party = read_party(walk, node, kParticipantTime);
  if (!takes_part(party)) return;
  Document& document = walk.document();
  const DocType type = doc_type_from_code(document.type_code.value);
  const Role role = role_of_participant(party, type);
  if (party.person.known()) document.participants.push_back({role, party.person});
  for (const Text& name : party.more_names) {
    Person person;
    person.name = name;
    document.participants.push_back({role, person});
  }
}

void read_informant(CdaWalk& walk, pugi::xml_node node) {
  const CdaParty party = read_party(walk, node, kInformantTime);
  if (party.person.known()) {
    walk.document().participants.push_back({Role::kInformant, party.person});
  }
}

void read_custodian(CdaWalk& walk, pugi::xml_node node) {
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    const CdaName which = walk.name(child);
    if (which == CdaName::kAssignedCustodian) {
      read_custodian(walk, child);
    } else if (which == CdaName::kRepresentedCustodianOrganization) {
      std::vector<CdaOrganization> units;
      read_organizations(walk, child, units);
      if (!units.empty()) {
        walk.chart().institution = {units.front().id, units.front().name, {}};
      }
    } else {
      walk.skip(child);
    }
  }
}

void read_related(CdaWalk& walk, pugi::xml_node node) {
  RelatedDocument related;
  related.replaces = walk.text(walk.attributes(node).type_code).value == "RPLC";
  for (pugi::xml_node parent = node.first_child(); parent; parent = parent.next_sibling()) {
    walk.attributes(parent);
    for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling()) {
      if (walk.name(child) == CdaName::kId && related.id.value.empty()) {
        const CdaAttributes id = walk.attributes(child);
        related.id = walk.text(id.extension != nullptr ? id.extension : id.root);
      } else {
        walk.skip(child);
      }
    }
  }
  if (!related.id.value.empty()) walk.document().related.push_back(related);
}

constexpr CdaTimeNames kServiceTime{"serviceEvent/effectiveTime", "serviceEvent/effectiveTime/low",
                                    "serviceEvent/effectiveTime/high"};
constexpr CdaTimeNames kPerformerTime{"performer/time", "performer/time/low",
                                      "performer/time/high"};

void read_service(CdaWalk& walk, pugi::xml_node node) {
  CdaService service;
  service.span = walk.tree().start_tag(node);
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk.name(child)) {
      case CdaName::kEffectiveTime:
        service.period = walk.period(child, kServiceTime);
        break;
      case CdaName::kCode: {
        const CdaAttributes code = walk.attributes(child);
        service.code = walk.text(code.code);
        service.name = walk.text(code.display);
        walk.skip_children(child);
        break;
      }
      case CdaName::kPerformer: {
        const CdaParty party = read_party(walk, child, kPerformerTime);
        if (!service.performer.known()) service.performer = party.person;
        break;
      }
      default:
        walk.skip(child);
    }
  }
  if (!walk.service()) walk.service() = service;
}

void read_documentation(CdaWalk& walk, pugi::xml_node node) {
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (walk.name(child) == CdaName::kServiceEvent) {
      read_service(walk, child);
    } else {
      walk.skip(child);
    }
  }
}

void read_realm(CdaWalk& walk, pugi::xml_node node) {
  const Text code = walk.text(walk.attributes(node).code);
  if (code.value.empty()) return;
  walk.chart().realm = code.value == "CN" ? Realm::kChina : Realm::kOther;
}

// Elements that hold one value each.
bool read_plain(CdaWalk& walk, CdaName name, pugi::xml_node node) {
  Document& document = walk.document();
  switch (name) {
    case CdaName::kRealmCode:
      read_realm(walk, node);
      return true;
    case CdaName::kTemplateId:
      note_template(walk, node);
      return true;
    case CdaName::kId: {
      const CdaAttributes id = walk.attributes(node);
      document.id = walk.text(id.extension != nullptr ? id.extension : id.root);
      return true;
    }
    case CdaName::kSetId: {
      const CdaAttributes id = walk.attributes(node);
      document.set_id = walk.text(id.extension != nullptr ? id.extension : id.root);
      return true;
    }
    case CdaName::kVersionNumber:
      document.version = walk.text(walk.attributes(node).value);
      return true;
    case CdaName::kConfidentialityCode:
      document.confidentiality = walk.text(walk.attributes(node).code);
      return true;
    case CdaName::kCode:
      document.type_code = walk.text(walk.attributes(node).code);
      walk.skip_children(node);
      return true;
    case CdaName::kTitle:
      walk.attributes(node);
      document.title = walk.content(node);
      if (!document.title.value.empty()) document.span = document.title.span;
      return true;
    case CdaName::kEffectiveTime:
      document.generated = walk.period(node, kGenerated).at;
      return true;
    default:
      return false;
  }
}

void settle_type(CdaWalk& walk) {
  Document& document = walk.document();
  const std::string_view code = document.type_code.value;
  const std::string_view used = document.template_id.value;
  const bool shared = used.starts_with(kWs500Templates) ||
                      doc_type_from_code(code) != DocType::kUnknown;
  if (shared || walk.chart().realm == Realm::kChina) {
    document.type = doc_type_of(code, used, document.title.value);
    document.format = shared || wst_number(document.type) > 0 ? Format::kWs500 : Format::kCda;
    if (walk.chart().realm == Realm::kUnknown) walk.chart().realm = Realm::kChina;
    return;
  }
  const bool ccda = used.starts_with(kCcdaTemplates);
  document.format = ccda ? Format::kCcda : Format::kCda;
  if (ccda && walk.chart().realm == Realm::kUnknown) walk.chart().realm = Realm::kOther;
  document.type = doc_type_from_loinc(code);
  if (document.type == DocType::kUnknown) {
    document.type = doc_type_of(code, used, document.title.value);
  }
}

TimeFact ranked(const TimeFact& fact, Origin origin) {
  TimeFact result;
  for (TimeClaim claim : fact.claims()) {
    if (claim.origin == Origin::kHeader) claim.origin = origin;
    result.add(claim);
  }
  return result;
}

void settle_kind(CdaWalk& walk) {
  const Document& document = walk.document();
  Encounter& encounter = walk.chart().encounter;
  if (encounter.kind.value != EncounterKind::kUnknown) return;
  const int number = wst_number(document.type);
  const Span where = document.header.stay_id.span;
  if (number == 2) encounter.kind = {EncounterKind::kOutpatient, where};
  if (number == 3) encounter.kind = {EncounterKind::kObservation, where};
  if (number >= 32 || (number >= 9 && walk.has_stay_number())) {
    encounter.kind = {EncounterKind::kInpatient, where};
  }
}

void copy_claims(CdaWalk& walk) {
  Chart& chart = walk.chart();
  HeaderClaims& header = walk.document().header;
  chart.patient = {header.patient_id, header.name, header.id_card, {}, header.birth, header.age,
                   header.age_unit};
  if (header.sex) chart.patient.sex = *header.sex;
  Encounter& encounter = chart.encounter;
  if (header.stay_id.value.empty()) header.stay_id = encounter.id;
  encounter.id = header.stay_id;
  encounter.department = header.department;
  encounter.ward = header.ward;
  encounter.bed = header.bed;
  if (chart.institution.name.value.empty()) chart.institution.name = header.institution;
}

}  // namespace

bool read_header_element(CdaWalk& walk, pugi::xml_node node) {
  const CdaName name = walk.name(node);
  switch (name) {
    case CdaName::kComponent:
      return false;
    case CdaName::kRecordTarget:
      read_record_target(walk, node);
      break;
    case CdaName::kAuthor:
      read_author(walk, node);
      break;
    case CdaName::kLegalAuthenticator:
      read_signature(walk, node, kLegalSignTime);
      break;
    case CdaName::kAuthenticator:
      read_signature(walk, node, kSignTime);
      break;
    case CdaName::kParticipant:
      read_participant(walk, node);
      break;
    case CdaName::kInformant:
      read_informant(walk, node);
      break;
    case CdaName::kCustodian:
      read_custodian(walk, node);
      break;
    case CdaName::kDocumentationOf:
      read_documentation(walk, node);
      break;
    case CdaName::kRelatedDocument:
      read_related(walk, node);
      break;
    case CdaName::kComponentOf:
      read_encounter(walk, node);
      break;
    default:
      if (!read_plain(walk, name, node)) walk.skip(node);
  }
  return true;
}

void finish_header(CdaWalk& walk) {
  settle_type(walk);
  Encounter& encounter = walk.chart().encounter;
  const Origin origin = origin_of(walk.document().type);
  encounter.admitted = ranked(encounter.admitted, origin);
  encounter.discharged = ranked(encounter.discharged, origin);
  copy_claims(walk);
  settle_kind(walk);
  if (encounter.span.empty()) encounter.span = walk.document().span;
}

Origin origin_of(DocType type) {
  switch (type) {
    case DocType::kFrontPage:
    case DocType::kTcmFrontPage:
      return Origin::kFrontPage;
    case DocType::kAdmissionRecord:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAdmissionDeath24h:
      return Origin::kAdmissionRecord;
    case DocType::kDischargeRecord:
    case DocType::kDischargeSummary:
      return Origin::kDischargeRecord;
    case DocType::kInpatientOrders:
      return Origin::kOrders;
    default:
      return Origin::kHeader;
  }
}

}  // namespace emrlint

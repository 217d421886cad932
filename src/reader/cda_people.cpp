// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_people.h"

#include <string>
#include <utility>

#include "reader/cda_roles.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

void read_position(CdaWalk& walk, pugi::xml_node node, CdaParty& party) {
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (walk.name(child) != CdaName::kProfessionalPositionCode) {
      walk.skip(child);
      continue;
    }
    const CdaAttributes code = walk.attributes(child);
    const Text display = walk.text(code.display);
    party.person.title_text = display;
    party.person.title = title_from_text(display.value);
    if (party.person.title == Title::kUnknown) {
      party.person.title =
          title_from_rank(walk.text(code.code).value, role_from_text(party.role_text.value));
    }
  }
}

void add_name(CdaWalk& walk, pugi::xml_node node, CdaParty& party) {
  const Text name = read_name(walk, node);
  if (party.person.name.value.empty()) {
    party.person.name = name;
  } else if (!name.value.empty()) {
    party.more_names.push_back(name);
  }
}

void read_person(CdaWalk& walk, pugi::xml_node node, CdaParty& party) {
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk.name(child)) {
      case CdaName::kName:
        add_name(walk, child, party);
        break;
      case CdaName::kProfessionalPosition:
        read_position(walk, child, party);
        break;
      case CdaName::kCode: {
        const CdaAttributes code = walk.attributes(child);
        party.substance_id = walk.text(code.code);
        party.substance_name = walk.text(code.display);
        party.substance_system = walk.text(code.code_system);
        walk.skip_children(child);
        break;
      }
      case CdaName::kDescription:
        party.substance_text = walk.content(child);
        break;
      default:
        walk.skip(child);
    }
  }
}

void read_role_code(CdaWalk& walk, pugi::xml_node node, CdaParty& party) {
  const CdaAttributes code = walk.attributes(node);
  party.role_text = walk.text(code.display);
  party.role_code = walk.text(code.code);
  party.role_system = walk.text(code.code_system);
  walk.skip_children(node);
}

void read_role_id(CdaWalk& walk, pugi::xml_node node, CdaParty& party) {
  const CdaAttributes id = walk.attributes(node);
  if (!party.person.id.value.empty() || id.extension == nullptr) return;
  party.person.id = walk.text(id.extension);
  party.id_root = walk.text(id.root);
}

// assignedAuthor, assignedEntity, associatedEntity, participantRole: the same in all that matters.
void read_role(CdaWalk& walk, pugi::xml_node node, CdaParty& party) {
  walk.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk.name(child)) {
      case CdaName::kId:
        read_role_id(walk, child, party);
        break;
      case CdaName::kCode:
        read_role_code(walk, child, party);
        break;
      case CdaName::kAssignedPerson:
      case CdaName::kAssociatedPerson:
      case CdaName::kPlayingEntity:
        read_person(walk, child, party);
        break;
      case CdaName::kAssignedAuthoringDevice:
      case CdaName::kPlayingDevice:
        party.device = true;
        walk.skip(child);
        break;
      case CdaName::kRepresentedOrganization:
      case CdaName::kScopingOrganization:
        read_organizations(walk, child, party.organizations);
        break;
      default:
        walk.skip(child);
    }
  }
}

}  // namespace

Text read_name(CdaWalk& walk, pugi::xml_node node) {
  walk.attributes(node);
  const Text own = walk.content(node);
  std::string joined;
  Text first;
  Text last;
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    const CdaName which = walk.name(child);
    if (which == CdaName::kGiven || which == CdaName::kFamily) {
      const Text part = walk.content(child);
      if (!part.value.empty()) {
        if (first.value.empty()) first = part;
        if (!joined.empty()) joined += ' ';
        joined += part.value;
        last = part;
      }
    }
    walk.skip(child);
  }
  if (!own.value.empty() || joined.empty()) return own;
  if (joined.size() == first.value.size()) return first;
  first.span.end = last.span.end;
  first.value = walk.file().keep(std::move(joined));
  return first;
}

void read_organizations(CdaWalk& walk, pugi::xml_node node,
                        std::vector<CdaOrganization>& result) {
  pugi::xml_node around = node;
  for (std::uint32_t depth = 0; around && walk.allows(around, depth); ++depth) {
    const pugi::xml_node here = std::exchange(around, pugi::xml_node());
    walk.attributes(here);
    CdaOrganization organization;
    for (pugi::xml_node child = here.first_child(); child; child = child.next_sibling()) {
      switch (walk.name(child)) {
        case CdaName::kId: {
          const CdaAttributes id = walk.attributes(child);
          organization.root = walk.text(id.root);
          organization.id = walk.text(id.extension);
          break;
        }
        case CdaName::kName:
          organization.name = walk.content(child);
          break;
        case CdaName::kAsOrganizationPartOf:
        case CdaName::kWholeOrganization:
          around = child;
          break;
        default:
          walk.skip(child);
      }
    }
    const bool said = !organization.root.value.empty() || !organization.id.value.empty() ||
                      !organization.name.value.empty();
    if (said || walk.name(here) == CdaName::kWholeOrganization) result.push_back(organization);
  }
}

CdaParty read_party(CdaWalk& walk, pugi::xml_node node, const CdaTimeNames& names) {
  CdaParty party;
  party.type_code = walk.text(walk.attributes(node).type_code);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk.name(child)) {
      case CdaName::kTime: {
        const CdaPeriod period = walk.period(child, names);
        party.at = period.at ? period.at : period.high ? period.high : period.low;
        break;
      }
      case CdaName::kAssignedAuthor:
      case CdaName::kAssignedEntity:
      case CdaName::kAssociatedEntity:
      case CdaName::kParticipantRole:
        read_role(walk, child, party);
        break;
      default:
        walk.skip(child);
    }
  }
  if (party.person.title == Title::kUnknown) {
    party.person.title = title_from_text(party.role_text.value);
  }
  if (!party.organizations.empty()) party.person.department = party.organizations.front().name;
  return party;
}

Signature signature_of(const CdaParty& party, Span span) {
  Signature signature;
  signature.role = role_from_text(party.role_text.value);
  // Consents give patient and agent no words: their identity card number tells them from staff,
  // a code of kinship the agent from the patient.
  if (signature.role == Role::kUnknown && party.id_root.value == oids::kIdentityCard) {
    signature.role = party.role_code.value.empty() ? Role::kPatient : Role::kAgent;
  }
  signature.role_text = party.role_text;
  signature.person = party.person;
  signature.at = party.at;
  signature.span = span;
  return signature;
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_PEOPLE_H_
#define EMRLINT_READER_CDA_PEOPLE_H_

#include <optional>
#include <pugixml.hpp>
#include <vector>

#include "base/span.h"
#include "model/person.h"
#include "reader/cda_walk.h"

namespace emrlint {

struct CdaOrganization {
  Text root;  // Of its id: says what kind of unit it is.
  Text id;
  Text name;
};

// Somebody in a role: what stands in author, authenticator, participant, performer and the like.
struct CdaParty {
  Text type_code;                  // typeCode of the participation, without blanks around.
  Text role_text;                  // displayName of the role's code.
  Text role_code, role_system;     // Its code: a kinship for agents.
  Text id_root;
  Person person;
  std::vector<Text> more_names;    // Where one person element lists several.
  std::vector<CdaOrganization> organizations;  // Inside out.
  std::optional<Located<Time>> at;
  bool device = false;
  Text substance_id, substance_name, substance_text;  // playingEntity with a code, and its desc.
  Text substance_system;
};

// Reads one participation with everything below it. `names` are those of its time.
CdaParty read_party(CdaWalk& walk, pugi::xml_node node, const CdaTimeNames& names);

// An organization and those around it (asOrganizationPartOf), inside out.
void read_organizations(CdaWalk& walk, pugi::xml_node node, std::vector<CdaOrganization>& result);

// The text of a name: as written, or its parts joined by blanks.
Text read_name(CdaWalk& walk, pugi::xml_node node);

Signature signature_of(const CdaParty& party, Span span);

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_PEOPLE_H_

// SPDX-License-Identifier: Apache-2.0
#include "draft/cda_identifiers.h"

#include <initializer_list>
#include <pugixml.hpp>

namespace emrlint::draft {
namespace {

bool named(const pugi::xml_node& node, std::string_view name) {
  std::string_view full = node.name();
  full.remove_prefix(full.find(':') + 1);  // Nothing where there is no colon.
  return full == name;
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node node : parent.children()) {
    if (named(node, name)) return node;
  }
  return {};
}

std::vector<CdaIdentifier> at(pugi::xml_node node, std::initializer_list<std::string_view> path) {
  for (const std::string_view step : path) node = child(node, step);
  std::vector<CdaIdentifier> ids;
  for (const pugi::xml_node id : node.children()) {
    if (!named(id, "id") || id.attribute("nullFlavor")) continue;
    ids.push_back({id.attribute("root").value(), id.attribute("extension").value()});
  }
  return ids;
}

}  // namespace

CdaIdentifiers cda_identifiers(std::string_view text) {
  pugi::xml_document document;
  // What stands before an error is there in spite of it.
  document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  const pugi::xml_node root = document.document_element();
  return {at(root, {"recordTarget", "patientRole"}),
          at(root, {"componentOf", "encompassingEncounter"}),
          at(root, {"custodian", "assignedCustodian", "representedCustodianOrganization"})};
}

}  // namespace emrlint::draft

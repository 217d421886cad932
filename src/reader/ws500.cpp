// SPDX-License-Identifier: Apache-2.0
#include "reader/ws500.h"

#include "reader/cda_roles.h"
#include "reader/ws500_parts.h"

namespace emrlint {
namespace {

// Nurses count instruments and hand over in the entries, each with a signature of his own.
void add_entry_signatures(Ws500Document& it) {
  if (it.document.type != DocType::kOperatingRoomNursingRecord) return;
  for (const CdaEntry& entry : it.entries.entries()) {
    for (const CdaEntryParty& party : it.entries.parties(entry)) {
      if (!party.party.at || !party.party.person.known()) continue;
      it.document.signatures.push_back(signature_of(party.party, party.span));
    }
  }
}

}  // namespace

const Element* Ws500Document::below(const CdaEntry& entry, std::uint32_t ancestor,
                                    std::string_view id) const {
  const std::uint32_t end = entry.elements.first + entry.elements.count;
  for (std::uint32_t i = ancestor + 1; i < end; ++i) {
    if (element(i).id.value != id) continue;
    auto above = element(i).parent;
    while (above > static_cast<std::int32_t>(ancestor)) {
      above = element(static_cast<std::uint32_t>(above)).parent;
    }
    if (above == static_cast<std::int32_t>(ancestor)) return &element(i);
  }
  return nullptr;
}

Text said(const Element* element) {
  if (element == nullptr) return {};
  return element->display.value.empty() ? element->value : element->display;
}

std::optional<Located<Time>> time_in(const Element* element) {
  if (element == nullptr) return std::nullopt;
  const std::optional<Time> time = parse_hl7_time(element->value.value);
  if (!time) return std::nullopt;
  return Located<Time>{*time, element->value.span};
}

void read_ws500_events(CdaWalk& walk, CdaEntries& entries) {
  Ws500Document it{entries, walk.document(), walk.chart()};
  add_ws500_diagnoses(it);
  add_ws500_surgeries(it);
  add_ws500_orders(it);
  add_ws500_results(it);
  add_ws500_front_page(it);
  add_entry_signatures(it);
}

}  // namespace emrlint

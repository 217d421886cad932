// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_ENTRIES_H_
#define EMRLINT_READER_CDA_ENTRIES_H_

#include <cstdint>
#include <pugixml.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "reader/cda_people.h"
#include "reader/cda_walk.h"

namespace emrlint {

// What is known of an element of the document beyond Element, at the same index. Procedures,
// organizers, drugs and the like are elements without an id, whose value is their code.
struct CdaNode {
  CdaName kind = CdaName::kOther;
  SectionType field = SectionType::kUnknown;  // Its logical field, see ws500_element_field().
  bool intended = false;                      // moodCode INT, RQO, PRP, GOL: a plan.
  bool negated = false;
  Text qualifier;                             // code/qualifier/name/@displayName
  Text id_system;  // Of an observation, whose code is Element::id: code/@codeSystem.
};

struct CdaEntryParty {
  std::uint32_t element = 0;
  CdaName how = CdaName::kOther;  // kAuthor, kPerformer, kParticipant, kInformant
  CdaParty party;
  Span span;
};

struct CdaEntryTime {
  std::uint32_t element = 0;
  CdaPeriod period;
};

// routeCode, targetSiteCode, statusCode, interpretationCode, doseQuantity ... of an element.
struct CdaEntryCode {
  std::uint32_t element = 0;
  CdaName what = CdaName::kOther;
  Text code, display, unit;
};

// One <entry>: slices of the document's elements and of the vectors below.
struct CdaEntry {
  std::uint32_t section = 0;
  Range elements, parties, times, codes;
};

// Reads the entries of a document into Document::elements, in the order of the text. What has no
// place in an Element stays here for those who make events of it.
class CdaEntries {
 public:
  explicit CdaEntries(CdaWalk& walk) : walk_(walk) {}

  void read(pugi::xml_node entry, std::uint32_t section);

  const std::vector<CdaEntry>& entries() const { return entries_; }
  std::vector<CdaNode>& nodes() { return nodes_; }
  const std::vector<CdaNode>& nodes() const { return nodes_; }
  std::span<const CdaEntryParty> parties(const CdaEntry& entry) const;
  const CdaPeriod* period(const CdaEntry& entry, std::uint32_t element) const;
  const CdaEntryCode* code(const CdaEntry& entry, std::uint32_t element, CdaName what) const;
  // The first party of an element in a capacity, null if there is none.
  const CdaEntryParty* party(const CdaEntry& entry, std::uint32_t element, CdaName how) const;

 private:
  void read_act(pugi::xml_node node, std::int32_t parent, std::uint32_t depth);
  void read_child(pugi::xml_node node, std::uint32_t element, std::uint32_t depth);
  void read_code(pugi::xml_node node, std::uint32_t element);
  void read_value(pugi::xml_node node, std::uint32_t element);
  void read_inner(pugi::xml_node node, std::uint32_t element, std::uint32_t depth);
  void read_detail(pugi::xml_node node, std::uint32_t element, CdaName what);
  void read_drug(pugi::xml_node node, std::uint32_t element);
  void read_entry_party(pugi::xml_node node, std::uint32_t element, CdaName how);
  Element& element(std::uint32_t index) { return walk_.document().elements[index]; }

  CdaWalk& walk_;
  std::uint32_t section_ = 0;
  std::vector<CdaNode> nodes_;
  std::vector<CdaEntryParty> parties_;
  std::vector<CdaEntryTime> times_;
  std::vector<CdaEntryCode> codes_;
  std::vector<CdaEntry> entries_;
};

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_ENTRIES_H_

// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_entries.h"

#include "terminology/data_elements.h"

namespace emrlint {
namespace {

constexpr CdaTimeNames kEffective{"effectiveTime", "effectiveTime/low", "effectiveTime/high"};
constexpr CdaTimeNames kAuthorTime{"author/time", "author/time/low", "author/time/high"};
constexpr CdaTimeNames kPerformerTime{"performer/time", "performer/time/low",
                                      "performer/time/high"};
constexpr CdaTimeNames kOtherTime{"participant/time", "participant/time/low",
                                  "participant/time/high"};

const CdaTimeNames& party_time(CdaName how) {
  if (how == CdaName::kAuthor) return kAuthorTime;
  return how == CdaName::kPerformer ? kPerformerTime : kOtherTime;
}

bool is_act(CdaName name) {
  switch (name) {
    case CdaName::kAct:
    case CdaName::kEncounter:
    case CdaName::kObservation:
    case CdaName::kObservationMedia:
    case CdaName::kOrganizer:
    case CdaName::kProcedure:
    case CdaName::kSubstanceAdministration:
    case CdaName::kSupply:
      return true;
    default:
      return false;
  }
}

// "EVN" is what happened; the plans have other moods.
bool is_intended(std::string_view mood) {
  return mood == "INT" || mood == "RQO" || mood == "PRP" || mood == "PRMS" || mood == "ARQ" ||
         mood == "GOL";
}

std::string_view local_type(const char* type) {
  std::string_view text = type == nullptr ? std::string_view() : type;
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) text.remove_prefix(colon + 1);
  return text;
}

ValueKind kind_of(std::string_view type, const CdaAttributes& attributes) {
  if (type == "ST" || type == "ED" || type == "SC") return ValueKind::kText;
  if (type == "CD" || type == "CE" || type == "CV" || type == "CO" || type == "CS") {
    return ValueKind::kCoded;
  }
  if (type.find("TS") != std::string_view::npos) return ValueKind::kTime;
  if (type == "PQ" || type == "MO" || type == "IVL_PQ") return ValueKind::kQuantity;
  if (type == "BL") return ValueKind::kBoolean;
  if (type == "INT" || type == "REAL" || type == "IVL_INT") return ValueKind::kNumber;
  if (type == "II") return ValueKind::kIdentifier;
  if (attributes.code != nullptr) return ValueKind::kCoded;
  return attributes.value != nullptr ? ValueKind::kOther : ValueKind::kText;
}

}  // namespace

std::span<const CdaEntryParty> CdaEntries::parties(const CdaEntry& entry) const {
  return std::span(parties_).subspan(entry.parties.first, entry.parties.count);
}

const CdaPeriod* CdaEntries::period(const CdaEntry& entry, std::uint32_t element) const {
  for (const CdaEntryTime& time :
       std::span(times_).subspan(entry.times.first, entry.times.count)) {
    if (time.element == element) return &time.period;
  }
  return nullptr;
}

const CdaEntryCode* CdaEntries::code(const CdaEntry& entry, std::uint32_t element,
                                     CdaName what) const {
  for (const CdaEntryCode& code :
       std::span(codes_).subspan(entry.codes.first, entry.codes.count)) {
    if (code.element == element && code.what == what) return &code;
  }
  return nullptr;
}

const CdaEntryParty* CdaEntries::party(const CdaEntry& entry, std::uint32_t element,
                                       CdaName how) const {
  for (const CdaEntryParty& party : parties(entry)) {
    if (party.element == element && party.how == how) return &party;
  }
  return nullptr;
}

void CdaEntries::read(pugi::xml_node entry, std::uint32_t section) {
  const auto size = [](const auto& vector) { return static_cast<std::uint32_t>(vector.size()); };
  section_ = section;
  CdaEntry result{section,
                  {size(nodes_), 0},
                  {size(parties_), 0},
                  {size(times_), 0},
                  {size(codes_), 0}};
  walk_.attributes(entry);
  for (pugi::xml_node child = entry.first_child(); child; child = child.next_sibling()) {
    if (is_act(walk_.name(child))) {
      read_act(child, -1, 0);
    } else {
      walk_.skip(child);
    }
  }
  result.elements.count = size(nodes_) - result.elements.first;
  result.parties.count = size(parties_) - result.parties.first;
  result.times.count = size(times_) - result.times.first;
  result.codes.count = size(codes_) - result.codes.first;
  // No event is made of one that broke off.
  if (!walk_.tree().broken(entry)) entries_.push_back(result);
}

void CdaEntries::read_act(pugi::xml_node node, std::int32_t parent, std::uint32_t depth) {
  // Three levels of the text (relationship, act, and what is in it) for one of the recursion.
  if (!walk_.allows(node, 3 * depth)) return;
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  const CdaAttributes own = walk_.attributes(node);
  CdaNode extra;
  extra.kind = walk_.name(node);
  extra.intended = own.mood_code != nullptr && is_intended(own.mood_code);
  extra.negated = own.negation != nullptr && own.negation[0] == 't';
  nodes_.push_back(extra);
  Element& created = walk_.document().elements.emplace_back();
  created.section = section_;
  created.parent = parent;
  created.value.span = created.id.span = created.name.span = walk_.tree().name_span(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    read_child(child, index, depth);
  }
  element(index).span = walk_.tree().span(node);
}

void CdaEntries::read_child(pugi::xml_node node, std::uint32_t index, std::uint32_t depth) {
  const CdaName which = walk_.name(node);
  switch (which) {
    case CdaName::kCode:
      read_code(node, index);
      break;
    case CdaName::kValue:
      read_value(node, index);
      break;
    case CdaName::kEffectiveTime:
      times_.push_back({index, walk_.period(node, kEffective)});
      break;
    case CdaName::kEntryRelationship:
    case CdaName::kComponent:
      read_inner(node, index, depth + 1);
      break;
    case CdaName::kAuthor:
    case CdaName::kPerformer:
    case CdaName::kParticipant:
    case CdaName::kInformant:
      read_entry_party(node, index, which);
      break;
    case CdaName::kConsumable:
      read_drug(node, index);
      break;
    case CdaName::kStatusCode:
    case CdaName::kRouteCode:
    case CdaName::kTargetSiteCode:
    case CdaName::kInterpretationCode:
    case CdaName::kDoseQuantity:
    case CdaName::kRateQuantity:
      read_detail(node, index, which);
      break;
    default:
      walk_.skip(node);
  }
}

void CdaEntries::read_code(pugi::xml_node node, std::uint32_t index) {
  const CdaAttributes own = walk_.attributes(node);
  Text original;
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    const CdaName which = walk_.name(child);
    if (which == CdaName::kOriginalText) original = walk_.content(child);
    if (which != CdaName::kQualifier) {
      walk_.skip(child);
      continue;
    }
    for (pugi::xml_node part = child.first_child(); part; part = part.next_sibling()) {
      if (walk_.name(part) == CdaName::kName) {
        nodes_[index].qualifier = walk_.text(walk_.attributes(part).display);
      } else {
        walk_.skip(part);
      }
    }
  }
  Element& target = element(index);
  const Text display = own.display != nullptr ? walk_.text(own.display) : original;
  if (nodes_[index].kind == CdaName::kObservation) {
    if (own.code != nullptr) target.id = walk_.text(own.code);
    nodes_[index].id_system = walk_.text(own.code_system);
    target.id_system = id_system(nodes_[index].id_system.value);
    target.name = display.value.empty() ? nodes_[index].qualifier : display;
  } else if (own.code != nullptr || !display.value.empty()) {
    target.kind = ValueKind::kCoded;
    if (own.code != nullptr) target.value = walk_.text(own.code);
    target.display = display;
    target.code_system = walk_.text(own.code_system);
  }
}

void CdaEntries::read_value(pugi::xml_node node, std::uint32_t index) {
  const CdaAttributes own = walk_.attributes(node);
  Element& target = element(index);
  target.kind = kind_of(local_type(own.type), own);
  target.value.span = walk_.tree().name_span(node);
  switch (target.kind) {
    case ValueKind::kText:
      if (const Text text = walk_.content(node); !text.value.empty()) target.value = text;
      walk_.skip_children(node);
      return;
    case ValueKind::kTime: {
      const std::string_view what = target.name.value.empty() ? "value" : target.name.value;
      if (own.value != nullptr) target.value = walk_.text(own.value);
      walk_.period(node, own, {what, what, what});
      return;
    }
    case ValueKind::kIdentifier:
      if (own.extension != nullptr) target.value = walk_.text(own.extension);
      return;
    case ValueKind::kCoded:
      if (own.code != nullptr) target.value = walk_.text(own.code);
      target.display = walk_.text(own.display);
      target.code_system = walk_.text(own.code_system);
      break;
    default:
      if (own.value != nullptr) target.value = walk_.text(own.value);
      target.unit = walk_.text(own.unit);
  }
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    const CdaName which = walk_.name(child);
    if (which == CdaName::kOriginalText && target.display.value.empty()) {
      target.display = walk_.content(child);
    }
    if ((which == CdaName::kLow || which == CdaName::kHigh) && target.value.value.empty()) {
      const CdaAttributes end = walk_.attributes(child);
      if (end.value != nullptr) target.value = walk_.text(end.value);
      target.unit = walk_.text(end.unit);
    } else {
      walk_.skip(child);
    }
  }
}

void CdaEntries::read_inner(pugi::xml_node node, std::uint32_t index, std::uint32_t depth) {
  walk_.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (is_act(walk_.name(child))) {
      read_act(child, static_cast<std::int32_t>(index), depth);
    } else {
      walk_.skip(child);
    }
  }
}

void CdaEntries::read_detail(pugi::xml_node node, std::uint32_t index, CdaName what) {
  const CdaAttributes own = walk_.attributes(node);
  const char* said = own.code != nullptr ? own.code : own.value;
  if (said != nullptr || own.display != nullptr) {
    codes_.push_back(
        {index, what, walk_.text(said), walk_.text(own.display), walk_.text(own.unit)});
  }
  walk_.skip_children(node);
}

// consumable / manufacturedProduct / manufacturedMaterial or manufacturedLabeledDrug: the drug is
// the value of the administration.
void CdaEntries::read_drug(pugi::xml_node node, std::uint32_t index) {
  walk_.attributes(node);
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    switch (walk_.name(child)) {
      case CdaName::kManufacturedProduct:
      case CdaName::kManufacturedMaterial:
      case CdaName::kManufacturedLabeledDrug:
        read_drug(child, index);
        break;
      case CdaName::kCode:
        read_code(child, index);
        break;
      case CdaName::kName: {
        walk_.attributes(child);
        const Text name = walk_.content(child);
        if (name.value.empty()) break;
        element(index).kind = ValueKind::kCoded;
        element(index).display = name;
        break;
      }
      default:
        walk_.skip(child);
    }
  }
}

void CdaEntries::read_entry_party(pugi::xml_node node, std::uint32_t index, CdaName how) {
  CdaEntryParty result{index, how, read_party(walk_, node, party_time(how)),
                       walk_.tree().span(node)};
  const CdaParty& party = result.party;
  if (!party.substance_id.value.empty() || !party.substance_name.value.empty()) {
    // An allergen stands in the entity that plays the consumable.
    CdaNode extra;
    extra.kind = CdaName::kPlayingEntity;
    nodes_.push_back(extra);
    Element& created = walk_.document().elements.emplace_back();
    created.section = section_;
    created.parent = static_cast<std::int32_t>(index);
    created.span = result.span;
    created.id_system = id_system(party.substance_system.value);
    if (created.id_system != IdSystem::kOther) {
      created.id = party.substance_id;
      created.name = party.substance_name;
      created.kind = ValueKind::kText;
      created.value = party.substance_text;
    } else {
      created.kind = ValueKind::kCoded;
      created.value = party.substance_id;
      created.display = party.substance_name;
      created.code_system = party.substance_system;
    }
  }
  parties_.push_back(std::move(result));
}

}  // namespace emrlint

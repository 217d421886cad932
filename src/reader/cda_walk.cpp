// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_walk.h"

#include <cstring>

namespace emrlint {
namespace {

bool is(const char* name, const char* other) { return std::strcmp(name, other) == 0; }

// The attribute that a name stands for, null for one that the reader has no use for.
const char* CdaAttributes::*slot_of(const char* name) {
  switch (name[0]) {
    case 'c':
      if (name[1] == 'o') {
        if (is(name, "code")) return &CdaAttributes::code;
        if (is(name, "codeSystem")) return &CdaAttributes::code_system;
      }
      return is(name, "currency") ? &CdaAttributes::unit : nullptr;
    case 'd':
      return is(name, "displayName") ? &CdaAttributes::display : nullptr;
    case 'v':
      return is(name, "value") ? &CdaAttributes::value : nullptr;
    case 'u':
      return is(name, "unit") ? &CdaAttributes::unit : nullptr;
    case 'r':
      return is(name, "root") ? &CdaAttributes::root : nullptr;
    case 'e':
      return is(name, "extension") ? &CdaAttributes::extension : nullptr;
    case 'n':
      if (is(name, "nullFlavor")) return &CdaAttributes::null_flavor;
      return is(name, "negationInd") ? &CdaAttributes::negation : nullptr;
    case 't':
      return is(name, "typeCode") ? &CdaAttributes::type_code : nullptr;
    case 'm':
      return is(name, "moodCode") ? &CdaAttributes::mood_code : nullptr;
    default: {
      const char* colon = std::strchr(name, ':');
      return colon != nullptr && is(colon, ":type") ? &CdaAttributes::type : nullptr;
    }
  }
}

constexpr CdaTimeNames kEffectiveTime{"effectiveTime", "effectiveTime/low", "effectiveTime/high"};
constexpr CdaTimeNames kTime{"time", "time/low", "time/high"};
constexpr CdaTimeNames kBirthTime{"birthTime", "birthTime/low", "birthTime/high"};
constexpr CdaTimeNames kDeceasedTime{"deceasedTime", "deceasedTime/low", "deceasedTime/high"};
constexpr CdaTimeNames kValue{"value", "value/low", "value/high"};

const CdaTimeNames* names_of(CdaName name) {
  switch (name) {
    case CdaName::kEffectiveTime:
      return &kEffectiveTime;
    case CdaName::kTime:
      return &kTime;
    case CdaName::kBirthTime:
      return &kBirthTime;
    case CdaName::kDeceasedTime:
      return &kDeceasedTime;
    default:
      return nullptr;
  }
}

bool is_element(pugi::xml_node node) { return node.type() == pugi::node_element; }

}  // namespace

CdaAttributes CdaWalk::attributes(pugi::xml_node node) {
  CdaAttributes result;
  for (pugi::xml_attribute it = node.first_attribute(); it; it = it.next_attribute()) {
    const char* CdaAttributes::*slot = slot_of(it.name());
    if (slot != nullptr) result.*slot = it.value();
  }
  if (result.root != nullptr && *result.root != '\0') {
    document().oids.push_back({text(result.root), true});
  }
  if (result.code_system != nullptr && *result.code_system != '\0') {
    document().oids.push_back({text(result.code_system), false});
  }
  return result;
}

Text CdaWalk::text(const char* attribute) const {
  if (attribute == nullptr) return {{}, {tree_->file(), 0, 0}};
  return tree_->attribute(attribute);
}

std::optional<Located<Time>> CdaWalk::time(pugi::xml_node node, const CdaAttributes& attributes,
                                           std::string_view what) {
  if (attributes.value == nullptr) {
    const Text nothing{{}, tree_->start_tag(node)};
    document().raw_times.push_back({what, nothing, attributes.null_flavor != nullptr});
    return std::nullopt;
  }
  const Text written = text(attributes.value);
  const std::optional<Time> time = parse_hl7_time(written.value);
  document().raw_times.push_back({what, written, time.has_value()});
  if (!time) return std::nullopt;
  return Located<Time>{*time, written.span};
}

CdaPeriod CdaWalk::period(pugi::xml_node node, const CdaTimeNames& names) {
  CdaPeriod period;
  const CdaAttributes own = attributes(node);
  bool ends = false;
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    const CdaName which = name(child);
    if (which == CdaName::kLow || which == CdaName::kHigh || which == CdaName::kCenter) {
      ends = true;
      const CdaAttributes at = attributes(child);
      if (which == CdaName::kLow) period.low = time(child, at, names.low);
      if (which == CdaName::kHigh) period.high = time(child, at, names.high);
      if (which == CdaName::kCenter) period.at = time(child, at, names.value);
    } else if (is_element(child)) {
      // PIVL_TS and the like: how often, not when.
      ends = true;
      skip(child);
    }
  }
  const bool repeats = own.type != nullptr && std::strstr(own.type, "IVL") != nullptr &&
                       own.value == nullptr;
  if (own.value != nullptr || (!ends && !repeats)) period.at = time(node, own, names.value);
  return period;
}

void CdaWalk::skip(pugi::xml_node node) {
  std::uint32_t depth = 0;
  pugi::xml_node at = node;
  while (at) {
    bool enter = is_element(at) && allows(at, depth);
    if (enter) {
      const CdaName which = name(at);
      if (const CdaTimeNames* names = names_of(which)) {
        period(at, *names);
        enter = false;
      } else {
        const CdaAttributes own = attributes(at);
        const bool timed = which == CdaName::kValue && own.type != nullptr && is(own.type, "TS");
        if (timed) time(at, own, kValue.value);
      }
    }
    const pugi::xml_node child = enter ? at.first_child() : pugi::xml_node();
    if (child) {
      at = child;
      ++depth;
      continue;
    }
    while (at != node && !at.next_sibling()) {
      at = at.parent();
      --depth;
    }
    if (at == node) return;
    at = at.next_sibling();
  }
}

void CdaWalk::skip_children(pugi::xml_node node) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (is_element(child)) skip(child);
  }
}

bool CdaWalk::allows(pugi::xml_node node, std::uint32_t depth) {
  if (depth <= depth_limit_) return true;
  if (!too_deep_) too_deep_ = tree_->name_span(node);
  return false;
}

}  // namespace emrlint

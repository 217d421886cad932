// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_walk.h"

#include <cstring>
#include <string>

namespace emrlint {
namespace {

bool is(const char* name, const char* other) { return std::strcmp(name, other) == 0; }

// What the reader makes of an attribute: where its value goes, and whether it is a code. Blanks
// around a code mean nothing, but hide it from those who compare letter by letter.
struct AttributeUse {
  const char* CdaAttributes::*slot = nullptr;
  bool code = false;
};

AttributeUse use_of(const char* name, const char* end) {
  switch (load_word(name, end)) {
    case word_of("code"):
      return {&CdaAttributes::code, true};
    case word_of("codeSyst"):  // codeSystem, but not codeSystemName
      return {is(name + 8, "em") ? &CdaAttributes::code_system : nullptr, false};
    case word_of("displayN"):
      return {&CdaAttributes::display, false};
    case word_of("value"):
      return {&CdaAttributes::value, false};
    case word_of("unit"):
    case word_of("currency"):
      return {&CdaAttributes::unit, false};
    case word_of("root"):
      return {&CdaAttributes::root, false};
    case word_of("extensio"):
      return {&CdaAttributes::extension, false};
    case word_of("nullFlav"):
      return {&CdaAttributes::null_flavor, true};
    case word_of("typeCode"):
      return {&CdaAttributes::type_code, true};
    case word_of("moodCode"):
      return {&CdaAttributes::mood_code, true};
    case word_of("negation"):
      return {&CdaAttributes::negation, false};
    case word_of("xsi:type"):
      return {&CdaAttributes::type, false};
    case word_of("classCod"):
    case word_of("determin"):  // determinerCode
      return {nullptr, true};
    default: {
      const char* colon = std::strchr(name, ':');
      return {colon != nullptr && is(colon, ":type") ? &CdaAttributes::type : nullptr, false};
    }
  }
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool has_blanks_around(std::string_view value) {
  return !value.empty() && (blank(value.front()) || blank(value.back()));
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
  const char* const end = tree_->buffer_end();
  for (pugi::xml_attribute it = node.first_attribute(); it; it = it.next_attribute()) {
    const AttributeUse use = use_of(it.name(), end);
    const char* value = it.value();
    if (use.code && has_blanks_around(value)) value = without_blanks(it.name(), value);
    if (use.slot != nullptr) result.*use.slot = value;
  }
  if (result.root != nullptr) note_oid(result.root, true);
  if (result.code_system != nullptr) note_oid(result.code_system, false);
  return result;
}

const char* CdaWalk::without_blanks(std::string_view attribute, const char* value) {
  Text written = text(value);
  written.value = file().keep(std::string(written.value));  // The cut shortens it.
  document().padded_codes.push_back({attribute, written});
  return tree_->cut_blanks(value);
}

void CdaWalk::note_oid(const char*& value, bool identifier) {
  Text oid = text(value);
  if (has_blanks_around(oid.value)) {
    value = without_blanks(identifier ? "root" : "codeSystem", value);
    oid = text(value);
  }
  if (!oid.value.empty()) document().oids.push_back({oid, identifier});
}

Text CdaWalk::text(const char* attribute) const {
  if (attribute == nullptr) return {{}, {tree_->file(), 0, 0}};
  return tree_->attribute(attribute);
}

std::optional<Located<Time>> CdaWalk::time(pugi::xml_node node, const CdaAttributes& attributes,
                                           std::string_view what) {
  if (attributes.value == nullptr) {
    if (tree_->broken(node)) return std::nullopt;  // The value may stand behind the error.
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

CdaPeriod CdaWalk::period(pugi::xml_node node, const CdaAttributes& own,
                          const CdaTimeNames& names) {
  CdaPeriod period;
  const std::size_t known = document().raw_times.size();
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
  for (std::size_t i = known; i < document().raw_times.size(); ++i) {
    const RawTime& raw = document().raw_times[i];
    period.malformed = period.malformed || (!raw.valid && !raw.text.value.empty());
  }
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

// SPDX-License-Identifier: Apache-2.0
// The data types of FHIR as the reader needs them. Everything here is total: what is missing or
// of the wrong type gives an empty answer. Nothing is copied but names that were in parts.
#ifndef EMRLINT_READER_FHIR_DATATYPES_H_
#define EMRLINT_READER_FHIR_DATATYPES_H_

#include <initializer_list>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "base/time.h"
#include "model/document.h"
#include "syntax/json.h"

namespace emrlint::fhir {

// Prefix of the code systems and extensions that are ours; docs/fhir.md lists them.
inline constexpr std::string_view kOwn = "urn:emrlint:";

// A member that a reader wants, by name, and where to put it. The first of a name counts.
struct Field {
  std::string_view key;
  JsonValue* value;
};
void take(JsonValue object, std::initializer_list<Field> fields);

// The same for extensions of ours: `key` is the url behind the prefix. The value is the value[x]
// member, or the extension itself where it has parts. `extensions` is the array. Returns whether
// any extension of ours was there.
bool take_own(JsonValue extensions, std::initializer_list<Field> fields);
// One extension of ours of an element.
JsonValue own(JsonValue element, std::string_view name);
// All of that name, for those that repeat: calls take(value).
template <typename Take>
void each_own(JsonValue element, std::string_view name, Take take);

struct Coding {
  Text code;
  Text system;  // An OID without "urn:oid:".
  Text display;

  explicit operator bool() const { return !code.value.empty() || !display.value.empty(); }
};
Coding read_coding(JsonValue coding);

// Calls pick(coding) with each coding of a CodeableConcept, of an array of them, or of one Coding,
// until it answers true; returns whether it did.
template <typename Pick>
bool any_coding(JsonValue concept_value, Pick pick);

// The code whose system is ours and of that name, empty if there is none.
Text own_code(JsonValue concept_value, std::string_view name);
bool has_code(JsonValue concept_value, std::string_view code);
// How a concept is called: its text, else the first display, else the first code.
Text label(JsonValue concept_value);
// The text as written, and only that.
Text first_display(JsonValue concept_value);

std::optional<Located<Time>> read_time(JsonValue value);
// Of dateTime or Period: the start or the whole.
std::optional<Located<Time>> start_of(JsonValue time_or_period);
std::optional<Located<Time>> end_of(JsonValue period);
// Keeps a time as written in the document, whether it is one or not.
void keep_raw(Document& document, std::string_view what, JsonValue value);

// The identifier whose system is one of `systems` (OIDs or URLs) or whose type has the code.
Text find_identifier(JsonValue identifiers, std::initializer_list<std::string_view> systems,
                     std::string_view type_code);
// The value of the first identifier that has one.
Text first_identifier(JsonValue identifiers);

Text without_oid_prefix(Text system);
bool is_chinese_oid(std::string_view system);

// The text if it is there, else the other.
inline const Text& or_else(const Text& text, const Text& other) {
  return text.value.empty() ? other : text;
}

template <typename Take>
void each_own(JsonValue element, std::string_view name, Take take) {
  for (JsonValue extension : children(element["extension"])) {
    const std::string_view url = extension["url"].str();
    if (url.size() != kOwn.size() + name.size() || !url.starts_with(kOwn)) continue;
    if (!url.ends_with(name)) continue;
    JsonValue value = extension;
    for (JsonValue member : children(extension)) {
      if (member.key().starts_with("value")) value = member;
    }
    take(value);
  }
}

template <typename Pick>
bool any_coding(JsonValue value, Pick pick) {
  if (value.is_array()) {
    for (JsonValue item : children(value)) {
      if (any_coding(item, pick)) return true;
    }
    return false;
  }
  const JsonValue codings = value["coding"];
  if (codings.is_array()) {
    for (JsonValue item : children(codings)) {
      if (pick(read_coding(item))) return true;
    }
    return false;
  }
  return value["code"].is_string() && pick(read_coding(value));
}

}  // namespace emrlint::fhir

#endif  // EMRLINT_READER_FHIR_DATATYPES_H_

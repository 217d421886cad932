// SPDX-License-Identifier: Apache-2.0
#include "reader/fhir_datatypes.h"

namespace emrlint::fhir {
namespace {

constexpr std::string_view kOidPrefix = "urn:oid:";

// The value[x] of an extension, or the extension itself where it has parts instead.
JsonValue extension_value(JsonValue extension) {
  for (JsonValue member : children(extension)) {
    if (member.key().starts_with("value")) return member;
  }
  return extension;
}

}  // namespace

void take(JsonValue object, std::initializer_list<Field> fields) {
  if (!object.is_object()) return;
  for (JsonValue member = object.first(); member; member = member.next()) {
    const std::string_view key = member.key();
    for (const Field& field : fields) {
      if (field.key != key) continue;
      if (!*field.value) *field.value = member;
      break;
    }
  }
}

bool take_own(JsonValue extensions, std::initializer_list<Field> fields) {
  bool found = false;
  if (!extensions.is_array()) return found;
  for (JsonValue extension : children(extensions)) {
    std::string_view name = extension["url"].str();
    if (!name.starts_with(kOwn)) continue;
    found = true;
    name.remove_prefix(kOwn.size());
    for (const Field& field : fields) {
      if (field.key != name) continue;
      if (!*field.value) *field.value = extension_value(extension);
      break;
    }
  }
  return found;
}

JsonValue own(JsonValue element, std::string_view name) {
  JsonValue value;
  take_own(element["extension"], {{name, &value}});
  return value;
}

Text without_oid_prefix(Text system) {
  if (system.value.starts_with(kOidPrefix)) {
    system.value.remove_prefix(kOidPrefix.size());
    system.span.begin += static_cast<std::uint32_t>(kOidPrefix.size());
  }
  return system;
}

bool is_chinese_oid(std::string_view system) {
  if (system.starts_with(kOidPrefix)) system.remove_prefix(kOidPrefix.size());
  return system.starts_with("2.16.156.");
}

Coding read_coding(JsonValue value) {
  JsonValue code, system, display;
  take(value, {{"system", &system}, {"code", &code}, {"display", &display}});
  return {code.text(), without_oid_prefix(system.text()), display.text()};
}

Text own_code(JsonValue value, std::string_view name) {
  Text found;
  any_coding(value, [&](const Coding& coding) {
    const std::string_view system = coding.system.value;
    if (system.size() != kOwn.size() + name.size()) return false;
    if (!system.starts_with(kOwn) || !system.ends_with(name)) return false;
    found = coding.code;
    return true;
  });
  return found;
}

bool has_code(JsonValue value, std::string_view code) {
  return any_coding(value, [&](const Coding& coding) { return coding.code.value == code; });
}

Text first_display(JsonValue value) {
  Text found;
  any_coding(value, [&](const Coding& coding) {
    found = coding.display;
    return !found.value.empty();
  });
  return found;
}

Text label(JsonValue value) {
  if (value.is_array()) value = value.first();
  if (value.is_string()) return value.text();
  const Text text = value["text"].text();
  if (!text.value.empty()) return text;
  Text code, display;
  any_coding(value, [&](const Coding& coding) {
    if (code.value.empty()) code = coding.code;
    display = coding.display;
    return !display.value.empty();
  });
  return or_else(display, code);
}

std::optional<Located<Time>> read_time(JsonValue value) {
  if (!value.is_string()) return std::nullopt;
  const Text text = value.text();
  const std::optional<Time> time = parse_iso_time(text.value);
  if (!time) return std::nullopt;
  return Located<Time>{*time, text.span};
}

std::optional<Located<Time>> start_of(JsonValue value) {
  return value.is_object() ? read_time(value["start"]) : read_time(value);
}

std::optional<Located<Time>> end_of(JsonValue period) { return read_time(period["end"]); }

void keep_raw(Document& document, std::string_view what, JsonValue value) {
  if (!value || value.is_object()) return;  // An extension without a value: the text broke off.
  document.raw_times.push_back({what, value.text(), read_time(value).has_value()});
}

Text find_identifier(JsonValue identifiers, std::initializer_list<std::string_view> systems,
                     std::string_view type_code) {
  Text by_type;
  for (JsonValue identifier : children(identifiers)) {
    JsonValue system, value, type;
    take(identifier, {{"system", &system}, {"value", &value}, {"type", &type}});
    if (!value.is_string()) continue;
    const std::string_view name = without_oid_prefix(system.text()).value;
    for (const std::string_view wanted : systems) {
      if (name == wanted) return value.text();
    }
    if (by_type.value.empty() && !type_code.empty() && has_code(type, type_code)) {
      by_type = value.text();
    }
  }
  return by_type;
}

Text first_identifier(JsonValue identifiers) {
  if (identifiers.is_object()) return identifiers["value"].text();
  for (JsonValue identifier : children(identifiers)) {
    const Text value = identifier["value"].text();
    if (!value.value.empty()) return value;
  }
  return {};
}

}  // namespace emrlint::fhir

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CHART_JSON_TYPES_H_
#define EMRLINT_READER_CHART_JSON_TYPES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/span.h"
#include "model/chart.h"
#include "reader/chart_json_context.h"
#include "syntax/json.h"

// How objects of chart JSON map to structs of the model: a table of fields for each object, where a
// field names its key and its member, and the member's type says how the value is read. Adding a
// member to the format is a line in a table and one in chart.schema.json; a test compares them.
namespace emrlint::chart_json {

// What a schema calls the type of a value: "text", "sex", "surgery"; `list`: an array of it.
struct Type {
  std::string_view name;
  bool list = false;
};

template <typename T>
struct Field {
  std::string_view key;
  void (*read)(Context&, JsonValue, T&);
  Type (*type)();
};

template <typename T>
struct Object {
  std::string_view name;
  std::span<const Field<T>> fields;
};

struct Enumeration {
  std::string_view name;
  std::vector<std::string_view> ids;                              // In order of value.
  std::vector<std::pair<std::string_view, std::uint8_t>> sorted;  // By id.
};

// Specialised for every struct and enumeration of the format, see chart_json_tables.h.
template <typename T>
const Object<T>& object_of();
template <typename E>
const Enumeration& enumeration_of();

// What the types of members are called.
inline Type type_of(const Text*) { return {"text"}; }
inline Type type_of(const bool*) { return {"flag"}; }
inline Type type_of(const std::optional<bool>*) { return {"flag"}; }
inline Type type_of(const std::optional<Located<bool>>*) { return {"flag"}; }
inline Type type_of(const std::optional<Located<Time>>*) { return {"time"}; }
inline Type type_of(const TimeFact*) { return {"time"}; }
inline Type type_of(const Person*) { return {"person"}; }

template <typename E>
  requires std::is_enum_v<E>
Type type_of(const E*) {
  return {enumeration_of<E>().name};
}
template <typename E>
  requires std::is_enum_v<E>
Type type_of(const Located<E>*) {
  return {enumeration_of<E>().name};
}
template <typename E>
  requires std::is_enum_v<E>
Type type_of(const std::optional<Located<E>>*) {
  return {enumeration_of<E>().name};
}
template <typename T>
  requires std::is_class_v<T>
Type type_of(const T*) {
  return {object_of<T>().name};
}
template <typename T>
Type type_of(const std::vector<T>*) {
  return {type_of(static_cast<const T*>(nullptr)).name, true};
}

}  // namespace emrlint::chart_json

#endif  // EMRLINT_READER_CHART_JSON_TYPES_H_

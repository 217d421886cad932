// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_TOML_H_
#define EMRLINT_SYNTAX_TOML_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emrlint {

enum class TomlKind : std::uint8_t {
  kTable,
  kArray,
  kString,
  kInteger,
  kFloat,
  kBoolean,
  kDate,
};

// Line and column in a TOML file, both from 1.
struct TomlPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

struct TomlMember;

// One value of a TOML file, with its place. A plain tree: the parser's own types stay inside
// toml.cpp, because their header is slow to compile.
struct TomlValue {
  TomlKind kind = TomlKind::kTable;
  TomlPlace place;
  std::string text;                 // kString; kDate as ISO 8601.
  std::int64_t integer = 0;         // kInteger
  double number = 0;                // kFloat
  bool boolean = false;             // kBoolean
  std::vector<TomlMember> members;  // kTable, in order of place.
  std::vector<TomlValue> items;     // kArray

  const TomlMember* member(std::string_view key) const;
};

struct TomlMember {
  std::string key;
  TomlPlace place;  // Of the key.
  TomlValue value;
};

// The root table of a text. A syntax error says "path:line:column: what".
Result<TomlValue> parse_toml(std::string_view path, std::string_view text);

// "checks/timeliness/admission.toml:12:3"
std::string place_name(std::string_view path, TomlPlace place);
// "a table", in both languages, for messages about the wrong kind of value.
std::string_view toml_kind_zh(TomlKind kind);
std::string_view toml_kind_en(TomlKind kind);

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_TOML_H_

// SPDX-License-Identifier: Apache-2.0
// Our parser of JSON beside RapidJSON's: what both accept and what they read.
#ifndef EMRLINT_TESTS_SYNTAX_JSON_REFERENCE_H_
#define EMRLINT_TESTS_SYNTAX_JSON_REFERENCE_H_

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <string>
#include <string_view>
#include <utility>

#include "syntax/json.h"

namespace emrlint {

inline std::string_view text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

// The first place where a value differs, empty for none. RapidJSON was told to keep numbers as
// strings.
inline std::string json_difference(JsonValue ours, const rapidjson::Value& theirs) {
  switch (ours.kind()) {
    case JsonKind::kNull:
      return theirs.IsNull() ? "" : "null";
    case JsonKind::kTrue:
      return theirs.IsTrue() ? "" : "true";
    case JsonKind::kFalse:
      return theirs.IsFalse() ? "" : "false";
    case JsonKind::kNumber:
    case JsonKind::kString:
      return theirs.IsString() && text_of(theirs) == ours.str() ? "" : std::string(ours.str());
    case JsonKind::kArray: {
      if (!theirs.IsArray()) return "an array";
      auto item = theirs.Begin();
      for (const JsonValue child : children(ours)) {
        if (item == theirs.End()) return "more items";
        if (std::string found = json_difference(child, *item++); !found.empty()) return found;
      }
      return item == theirs.End() ? "" : "fewer items";
    }
    case JsonKind::kObject: {
      if (!theirs.IsObject()) return "an object";
      auto member = theirs.MemberBegin();
      for (const JsonValue child : children(ours)) {
        if (member == theirs.MemberEnd()) return "more members";
        if (text_of(member->name) != child.key()) return "key " + std::string(child.key());
        if (std::string found = json_difference(child, (member++)->value); !found.empty()) {
          return found;
        }
      }
      return member == theirs.MemberEnd() ? "" : "fewer members";
    }
  }
  return "no kind";
}

// How the two parsers differ on a text, which holds no NUL; empty if they agree. Texts that only
// one of them accepts on purpose count as agreed: a lone surrogate, a number beyond a double.
inline std::string json_difference(const std::string& text) {
  constexpr unsigned kFlags =
      rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;
  rapidjson::Document theirs;
  theirs.Parse<kFlags>(text.data(), text.size());
  if (theirs.GetParseError() == rapidjson::kParseErrorNumberTooBig) return {};
  SourceFile file("reference.json", text);
  const JsonTree ours = JsonTree::parse(file, 0, 256, 1'000'000);
  if (ours.error()) {
    const bool on_purpose = ours.error()->limit || ours.error()->en.starts_with("a surrogate");
    return theirs.HasParseError() || on_purpose ? "" : "only ours: " + ours.error()->en;
  }
  if (theirs.HasParseError()) {
    return std::string("only theirs: ") + rapidjson::GetParseError_En(theirs.GetParseError());
  }
  return json_difference(ours.root(), theirs);
}

}  // namespace emrlint

#endif  // EMRLINT_TESTS_SYNTAX_JSON_REFERENCE_H_

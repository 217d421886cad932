// SPDX-License-Identifier: Apache-2.0
// The published schema and the reader know the same objects, keys, types and words.
#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/embedded.h"
#include "reader/chart_json.h"
#include "reader/chart_json_read.h"
#include "reader/chart_json_tables.h"

namespace emrlint {
namespace {

using chart_json::Enumeration;
using chart_json::Key;
using chart_json::KnownObject;

// Types of the schema that are neither an object nor an enumeration of the reader.
constexpr std::string_view kPlainTypes[] = {
    "format", "text",         "scalar", "flag",      "time",
    "asa",    "surgery-level", "person", "front-page", "section-text",
};

std::string slurp(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// The schema as it is built into the program.
struct Schema {
  Schema()
      : file("schema", std::string(find_embedded_file("src/reader/chart.schema.json")->text)),
        tree(JsonTree::parse(file, 0, 64, 100'000)) {}

  JsonValue object(std::string_view name) const {
    return name == "chart" ? tree.root() : tree.root()["$defs"][name];
  }

  SourceFile file;
  JsonTree tree;
};

std::string type_name(JsonValue property) {
  constexpr std::string_view kPrefix = "#/$defs/";
  const JsonValue items = property["items"];
  const std::string_view ref = (items ? items : property)["$ref"].str();
  if (!ref.starts_with(kPrefix)) return "no type";
  return std::string(ref.substr(kPrefix.size())) + (items ? "[]" : "");
}

std::string type_name(const Key& key) {
  return std::string(key.type.name) + (key.type.list ? "[]" : "");
}

TEST_CASE("chart JSON: each object has the same keys and types in the schema and in the reader") {
  const Schema schema;
  REQUIRE(!schema.tree.error());
  for (const KnownObject& object : chart_json::known_objects()) {
    CAPTURE(object.name);
    const JsonValue definition = schema.object(object.name);
    REQUIRE(definition.is_object());
    CHECK(definition["additionalProperties"].boolean() == false);
    std::map<std::string, std::string> in_schema;
    for (const JsonValue property : children(definition["properties"])) {
      in_schema[std::string(property.key())] = type_name(property);
      CHECK(property["description"].str().find(" / ") != std::string_view::npos);
    }
    std::map<std::string, std::string> in_reader;
    for (const Key& key : object.keys) in_reader[std::string(key.name)] = type_name(key);
    CHECK(in_schema == in_reader);
  }
}

TEST_CASE("chart JSON: each enumeration has the same words in the schema and in the reader") {
  const Schema schema;
  for (const Enumeration* enumeration : chart_json::known_enumerations()) {
    CAPTURE(enumeration->name);
    const JsonValue definition = schema.object(enumeration->name);
    REQUIRE(definition.is_object());
    std::vector<std::string_view> words;
    bool null = false;
    for (const JsonValue word : children(definition["enum"])) {
      if (word.is_string()) words.push_back(word.str());
      null = null || word.kind() == JsonKind::kNull;
    }
    for (const JsonValue word : children(definition["oneOf"])) {
      if (word["const"]) words.push_back(word["const"].str());
      null = null || word["type"].str() == "null";
    }
    CHECK(words == enumeration->ids);
    CHECK(null);
  }
}

TEST_CASE("chart JSON: the schema names document and section types as the model does") {
  const Schema schema;
  const auto check = [&](std::string_view definition, auto from_id) {
    for (const JsonValue word : children(schema.object(definition)["oneOf"])) {
      const auto type = from_id(word["const"].str());
      if (!type) continue;
      const std::string names =
          std::string(name(*type, Lang::kZh)) + " / " + std::string(name(*type, Lang::kEn));
      CHECK(word["title"].str() == names);
    }
  };
  check("document-type", doc_type_from_id);
  check("section-type", section_type_from_id);
}

TEST_CASE("chart JSON: the schema defines nothing that the reader does not know") {
  const Schema schema;
  std::set<std::string_view> known(std::begin(kPlainTypes), std::end(kPlainTypes));
  for (const KnownObject& object : chart_json::known_objects()) known.insert(object.name);
  for (const Enumeration* words : chart_json::known_enumerations()) known.insert(words->name);
  known.erase("chart");
  std::set<std::string_view> defined;
  for (const JsonValue definition : children(schema.tree.root()["$defs"])) {
    defined.insert(definition.key());
    CHECK(definition["description"].str().find(" / ") != std::string_view::npos);
  }
  CHECK(defined == known);
}

// Whether a value is an enumerator that the source names: the compiler prints others as casts.
template <auto kValue>
constexpr bool named() {
  const std::string_view pretty = __PRETTY_FUNCTION__;
  return pretty.find("= (") == std::string_view::npos;
}

template <auto kLast>
constexpr bool is_last() {
  using E = decltype(kLast);
  return named<kLast>() && !named<static_cast<E>(static_cast<int>(kLast) + 1)>();
}

template <typename E, E kLast>
void check_complete() {
  const Enumeration& words = chart_json::enumeration_of<E>();
  CAPTURE(words.name);
  CHECK(is_last<kLast>());
  CHECK(words.ids.size() == static_cast<std::size_t>(kLast) + 1);
}

TEST_CASE("chart JSON: the enumerations reach to their last enumerator") {
  check_complete<Acuity, Acuity::kCritical>();
  check_complete<AnesthesiaKind, AnesthesiaKind::kOther>();
  check_complete<ConsultationKind, ConsultationKind::kMultidisciplinary>();
  check_complete<DiagnosisRole, DiagnosisRole::kOther>();
  check_complete<Disposition, Disposition::kOther>();
  check_complete<EncounterKind, EncounterKind::kOther>();
  check_complete<Realm, Realm::kOther>();
  check_complete<Role, Role::kInformant>();
  check_complete<Sex, Sex::kUnspecified>();
  check_complete<Side, Side::kNone>();
  check_complete<Stage, Stage::kArchived>();
  check_complete<Title, Title::kOther>();
  check_complete<Urgency, Urgency::kLifeSaving>();
  check_complete<ValueKind, ValueKind::kOther>();
  CHECK(chart_json::enumeration_of<Source>().ids.size() ==
        static_cast<std::size_t>(Source::kCount));
  CHECK(chart_json::enumeration_of<DocType>().ids.size() == kDocTypeCount);
  CHECK(chart_json::enumeration_of<SectionType>().ids.size() == kSectionTypeCount);
}

// Collects "object/key" for every member below a value of a type.
void collect(JsonValue value, std::string_view type, std::set<std::string>& seen) {
  static const std::vector<KnownObject> kObjects = chart_json::known_objects();
  if (value.is_array()) {
    for (const JsonValue item : children(value)) collect(item, type, seen);
    return;
  }
  if (!value.is_object()) return;
  if (type == "person") type = "staff-member";
  const auto object = std::find_if(kObjects.begin(), kObjects.end(),
                                   [&](const KnownObject& known) { return known.name == type; });
  if (object == kObjects.end()) return;
  for (const Key& key : object->keys) {
    const JsonValue member = value[key.name];
    if (!member) continue;
    seen.insert(std::string(type) + "/" + std::string(key.name));
    collect(member, key.type.name, seen);
  }
}

TEST_CASE("chart JSON: the complete example has every key and reads without a problem") {
  const std::string text = slurp("fixtures/formats/chart-json/complete.json");
  SourceFile file("complete.json", text);
  const JsonTree tree = JsonTree::parse(file, 0, 64, 100'000);
  REQUIRE(!tree.error());
  std::set<std::string> seen;
  collect(tree.root(), "chart", seen);
  std::set<std::string> all;
  for (const KnownObject& object : chart_json::known_objects()) {
    for (const Key& key : object.keys) {
      all.insert(std::string(object.name) + "/" + std::string(key.name));
    }
  }
  CHECK(seen == all);

  const TextChart read(text);
  for (const Problem& problem : read.out.problems) FAIL_CHECK(problem.en);
  CHECK(read.out.fragments.size() == 1);
}

}  // namespace
}  // namespace emrlint

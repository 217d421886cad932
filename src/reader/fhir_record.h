// SPDX-License-Identifier: Apache-2.0
// All resources of one input, what refers to what, and the charts that are made of them. The
// functions of the resource families (fhir_resources.h) work on it one after another.
#ifndef EMRLINT_READER_FHIR_RECORD_H_
#define EMRLINT_READER_FHIR_RECORD_H_

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/chart.h"
#include "reader/fhir_datatypes.h"
#include "reader/fhir_type.h"
#include "source/source_file.h"
#include "syntax/json.h"

namespace emrlint::fhir {

inline constexpr std::uint32_t kNone = 0xffffffff;

struct Resource {
  JsonValue value;
  Text id;
  Text full_url;
  Span where;  // Its id, else the name of its type: small, for pointing at.
  Type type = Type::kOther;
  std::uint32_t number = kNone;  // Index in Record::resources(); kNone for a contained one.
  bool broken = false;           // An error cut it off, or the entry around it.

  explicit operator bool() const { return static_cast<bool>(value); }
};

// A stay or visit: an Encounter that is part of no other, and the chart that it became.
struct Stay {
  std::uint32_t encounter = kNone;
  std::uint32_t patient = kNone;
  std::optional<Time> start, end;
  std::uint32_t chart = kNone;
};

// What an Encounter says of a diagnosis, or a section of a document by listing it.
struct DiagnosisUse {
  std::uint32_t condition = kNone;
  std::uint32_t chart = kNone;
  std::uint32_t document = kNone;
  DiagnosisRole role = DiagnosisRole::kUnknown;
};

// Where a resource that is a document went.
struct DocumentPlace {
  std::uint32_t chart = kNone;
  std::uint32_t document = kNone;
};

class Record {
 public:
  // `files` are those of the batch from `first_file` on.
  Record(std::vector<SourceFile*> files, std::uint32_t first_file)
      : files_(std::move(files)), first_file_(first_file) {}

  // Takes in a resource, a Bundle with everything in it, or an array of such.
  void collect(JsonValue value, bool broken = false);
  // Builds the index; after the last collect().
  void index();

  const std::vector<Resource>& resources() const { return resources_; }
  bool has(Type type) const { return (types_ >> static_cast<unsigned>(type)) & 1u; }
  // The first type of resource by name, for messages.
  Text first_type() const { return first_type_; }

  // What a Reference means: by address, contained, or by identifier. Empty if it is not here.
  Resource resolve(JsonValue reference, const Resource& from) const;
  // The last part of a reference: an id, or the value of an identifier.
  Text reference_id(JsonValue reference) const;

  // Keeps a text in the file of the span.
  std::string_view keep(Span span, std::string text);
  SourceFile& file(Span span) { return *files_[span.file - first_file_]; }
  Text fixed(std::string_view text, Span span) const { return {text, span}; }

  // Somebody who is referred to. Members of staff that were asked for while a chart was current
  // are in its staff table.
  Person person(JsonValue reference, const Resource& from);
  const Person& practitioner(std::uint32_t number);

  // The stay of a resource: that of the encounter that it names; else the only stay of a document
  // Bundle; else the one of the same patient at that time. Makes its chart the current one.
  Chart* enter(const Resource& from, JsonValue encounter, JsonValue subject,
               const std::optional<Located<Time>>& at);
  Chart* enter(std::uint32_t chart);
  std::uint32_t new_chart();
  std::uint32_t current() const { return current_; }

  std::deque<Chart> charts;
  std::vector<Stay> stays;
  std::vector<std::uint32_t> stay_of;        // By resource number, for encounters.
  std::vector<DiagnosisUse> diagnosis_uses;  // Sorted by condition before conditions are read.
  std::vector<DocumentPlace> document_of;    // By resource number.
  std::vector<std::uint32_t> listed_in;      // Document in its chart that lists a procedure.
  std::vector<bool> reported;                // Observations that a report lists.
  std::vector<bool> sources_stated;          // By chart: it says itself what was loaded.
  SourceSet sources;                         // Of resource types that are present.
  std::vector<Span> circles;                 // Encounters that are part of themselves.
  std::optional<Located<Time>> generated;    // Timestamp of a document Bundle.
  bool chinese = false;
  bool document_bundle = false;

  void finish();

 private:
  std::uint32_t find(std::string_view key, Type type) const;
  std::uint32_t by_identifier(std::string_view system, std::string_view value, Type type) const;
  Resource contained(std::string_view id, const Resource& from) const;
  void put(std::string_view key, std::uint32_t number);
  void note_language(JsonValue language);
  void link_roles();

  struct Slot {
    std::string_view key;
    std::uint32_t number = kNone;
  };

  std::vector<SourceFile*> files_;
  std::uint32_t first_file_ = 0;
  std::vector<Resource> resources_;
  std::vector<Slot> slots_;  // Open addressing; a power of two in size.
  mutable std::vector<Slot> identifiers_;  // Sorted by key; made when first asked for.
  mutable bool identifiers_made_ = false;
  mutable std::optional<Span> contained_in_;  // What contained_ was made from, by its place.
  mutable std::unordered_map<std::string_view, JsonValue> contained_;  // By id; the first counts.
  std::vector<Person> people_;                 // By resource number, once asked for.
  std::vector<bool> people_known_;
  std::vector<std::uint32_t> role_of_;         // PractitionerRole by number of the Practitioner.
  std::vector<std::vector<std::uint32_t>> staff_;  // By chart.
  std::uint64_t types_ = 0;
  Text first_type_;
  std::uint32_t current_ = kNone;
  unsigned nesting_ = 0;
};

}  // namespace emrlint::fhir

#endif  // EMRLINT_READER_FHIR_RECORD_H_

// SPDX-License-Identifier: Apache-2.0
// What Composition and DocumentReference have in common.
#ifndef EMRLINT_READER_FHIR_DOCUMENTS_H_
#define EMRLINT_READER_FHIR_DOCUMENTS_H_

#include <optional>
#include <vector>

#include "reader/fhir_resources.h"

namespace emrlint::fhir {

inline constexpr std::string_view kLoincUri = "http://loinc.org";

// Type by code, then by title. The code that said it is kept, else the first one.
void set_type(JsonValue type, Document& document);

// The capacity of a signer: as ours says it, as patient or agent, else by his title.
Role signer_role(Record& record, JsonValue said, JsonValue party, const Resource& from,
                 const Person& person, const Person& author);

void read_authors(Record& record, JsonValue authors, const Resource& from, Document& document);
void read_relations(Record& record, JsonValue relations, const Resource& from,
                    Document& document);

// When the meeting or visit took place, if the period is one of a meeting: one that lasts for days
// is the stay.
void set_held(JsonValue period, Document& document);
// A status that says that it changed after it was final.
void set_amended(JsonValue status, Document& document);

// Our extensions of a document: times and what it is about.
void read_document_extensions(Record& record, const Resource& from, JsonValue extensions,
                              Document& document);
// Those that name people: participants and signatures.
void read_document_people(Record& record, const Resource& from, Document& document);
// Our signatures of any element: role, by, at.
void read_own_signatures(Record& record, JsonValue element, const Resource& from,
                         std::vector<Signature>& out);

// Makes the chart of the document's stay the current one, or one of its own; before people are
// read. Then place_document() puts the document in.
void enter_document(Record& record, const Resource& resource, JsonValue subject,
                    JsonValue encounter, const Document& document);
void place_document(Record& record, const Resource& resource, JsonValue subject,
                    JsonValue encounter, Document document);

}  // namespace emrlint::fhir

#endif  // EMRLINT_READER_FHIR_DOCUMENTS_H_

// SPDX-License-Identifier: Apache-2.0
// DocumentReference, and Provenance that signs one.
#include <string>
#include <utility>

#include "reader/fhir_documents.h"
#include "reader/fhir_narrative.h"

namespace emrlint::fhir {
namespace {

bool is_plain_text(std::string_view content_type) {
  return content_type.empty() || content_type.starts_with("text/plain") ||
         content_type.starts_with("text/markdown");
}

void read_content(Record& record, JsonValue contents, Document& document) {
  for (JsonValue content : children(contents)) {
    JsonValue type, data, title;
    take(content["attachment"], {{"contentType", &type}, {"data", &data}, {"title", &title}});
    if (document.title.value.empty()) document.title = title.text();
    if (data && is_plain_text(type.str())) {
      add_note(record.file(data.span()), data, document);
      return;  // What follows is the same document in other forms.
    }
  }
}

void read_authenticator(Record& record, JsonValue authenticator, const Resource& from,
                        Document& document) {
  if (!authenticator) return;
  Signature signature;
  signature.person = record.person(authenticator, from);
  signature.role = signer_role(record, {}, authenticator, from, signature.person, document.author);
  if (signature.role == Role::kUnknown) signature.role = Role::kReviewer;
  signature.role_text = {authenticator.key(), authenticator.key_span()};
  signature.at = document.recorded;
  signature.span = authenticator.span();
  document.signatures.push_back(std::move(signature));
}

// HL7 signature purposes: author, co-author, witness, verification, consent.
Role role_of_purpose(JsonValue type) {
  if (has_code(type, "1.2.840.10065.1.12.1.1")) return Role::kAuthor;
  if (has_code(type, "1.2.840.10065.1.12.1.5")) return Role::kReviewer;
  if (has_code(type, "1.2.840.10065.1.12.1.10")) return Role::kWitness;
  return Role::kUnknown;
}

void add_signature(Record& record, JsonValue value, const Resource& from, Document& document) {
  JsonValue type, when, who, extension, role;
  take(value, {{"type", &type}, {"when", &when}, {"who", &who}, {"extension", &extension}});
  take_own(extension, {{"role", &role}});
  Signature signature;
  signature.person = record.person(who, from);
  signature.role = signer_role(record, role, who, from, signature.person, document.author);
  if (signature.role == Role::kUnknown) signature.role = role_of_purpose(type);
  signature.role_text = role ? role.text() : label(type);
  signature.at = read_time(when);
  signature.span = who ? who.span() : value.span();
  keep_raw(document, "signature.when", when);
  document.signatures.push_back(std::move(signature));
}

// What the document was made from by a revision is its predecessor.
void add_revised(Record& record, JsonValue entity, const Resource& from, Document& document) {
  JsonValue role, what;
  take(entity, {{"role", &role}, {"what", &what}});
  if (role.str() != "revision") return;
  const Resource named = record.resolve(what, from);
  const Text id = named ? named.id : record.reference_id(what);
  if (!id.value.empty()) document.related.push_back({id, true});
}

}  // namespace

void read_document_reference(Record& record, const Resource& resource) {
  JsonValue master, identifier, status, doc_status, type, subject, date, author, authenticator;
  JsonValue relates, description, content, context, extension, security;
  take(resource.value,
       {{"masterIdentifier", &master}, {"identifier", &identifier}, {"status", &status},
        {"docStatus", &doc_status}, {"type", &type}, {"subject", &subject}, {"date", &date},
        {"author", &author}, {"authenticator", &authenticator}, {"relatesTo", &relates},
        {"description", &description}, {"content", &content}, {"context", &context},
        {"extension", &extension}, {"securityLabel", &security}});
  if (status.str() == "entered-in-error" || doc_status.str() == "entered-in-error") return;
  Document document;
  document.format = Format::kFhir;
  document.id = or_else(or_else(first_identifier(master), first_identifier(identifier)),
                        resource.id);
  document.title = or_else(description.text(), label(type));
  set_type(type, document);
  document.recorded = read_time(date);
  keep_raw(document, "date", date);
  set_amended(doc_status, document);
  for (JsonValue label : children(security)) {
    any_coding(label, [&](const Coding& coding) {
      const bool confidentiality = coding.system.value.ends_with("v3-Confidentiality");
      if (confidentiality) document.confidentiality = coding.code;
      return confidentiality;
    });
  }
  JsonValue encounter, period, related;
  take(context, {{"encounter", &encounter}, {"period", &period}, {"related", &related}});
  enter_document(record, resource, subject, encounter, document);
  read_document_extensions(record, resource, extension, document);
  read_authors(record, author, resource, document);
  read_authenticator(record, authenticator, resource, document);
  read_document_people(record, resource, document);
  read_relations(record, relates, resource, document);
  set_held(period, document);
  add_about(record, resource, related, document.about);
  read_content(record, content, document);
  document.span = document.title.value.empty() ? resource.where : document.title.span;
  place_document(record, resource, subject, encounter, std::move(document));
}

void read_provenance(Record& record, const Resource& resource) {
  JsonValue target, signature, entity;
  take(resource.value, {{"target", &target}, {"signature", &signature}, {"entity", &entity}});
  if (!signature && !entity) return;
  for (JsonValue reference : children(target)) {
    const Resource named = record.resolve(reference, resource);
    if (!named || named.number == kNone) continue;
    const DocumentPlace at = record.document_of[named.number];
    if (at.chart == kNone) continue;
    Document& document = record.enter(at.chart)->documents[at.document];
    for (JsonValue value : children(signature)) add_signature(record, value, resource, document);
    for (JsonValue value : children(entity)) add_revised(record, value, resource, document);
  }
}

}  // namespace emrlint::fhir

// SPDX-License-Identifier: Apache-2.0
// What documents of both kinds have in common.
#include <algorithm>
#include <string>
#include <utility>

#include "reader/fhir_documents.h"
#include "terminology/loinc.h"
#include "terminology/oids.h"
#include "terminology/titles.h"
#include "terminology/ws500.h"

namespace emrlint::fhir {

void set_type(JsonValue type, Document& document) {
  any_coding(type, [&](const Coding& coding) {
    const std::string_view system = coding.system.value;
    const std::string_view code = coding.code.value;
    if (document.type_code.value.empty()) document.type_code = coding.code;
    if (system == "urn:emrlint:document-type") {
      document.type = doc_type_from_id(code).value_or(DocType::kUnknown);
    } else if (system == oids::kDocumentCodes) {
      document.type = doc_type_from_code(code);
    } else if (system == kLoincUri || system == oids::kLoinc) {
      document.type = doc_type_from_loinc(code);
    }
    if (document.type != DocType::kUnknown) document.type_code = coding.code;
    return document.type != DocType::kUnknown;
  });
  const DocType general = document.type;
  if (general != DocType::kUnknown && general != DocType::kOtherDocument) return;
  for (const Text& text : {document.title, label(type)}) {
    const DocType named = doc_type_from_title(text.value);
    if (named == DocType::kUnknown) continue;
    document.type = named;
    return;
  }
}

Role signer_role(Record& record, JsonValue said, JsonValue party, const Resource& from,
             const Person& person, const Person& author) {
  if (const auto role = role_from_id(said.str())) return *role;
  const Type type = record.resolve(party, from).type;
  if (type == Type::kPatient) return Role::kPatient;
  if (type == Type::kRelatedPerson) return Role::kAgent;
  switch (person.title) {
    case Title::kResident:
      return Role::kResident;
    case Title::kAttending:
      return Role::kAttending;
    case Title::kAssociateChief:
    case Title::kChief:
      return Role::kChief;
    case Title::kNurse:
    case Title::kHeadNurse:
      return Role::kNurse;
    default:
      return same_person(person, author) == SamePerson::kYes ? Role::kAuthor : Role::kUnknown;
  }
}

void read_authors(Record& record, JsonValue authors, const Resource& from, Document& document) {
  for (JsonValue author : children(authors)) {
    Person person = record.person(author, from);
    if (!person.known()) continue;
    if (!document.author.known()) {
      document.author = std::move(person);
    } else {
      document.participants.push_back({Role::kAuthor, std::move(person)});
    }
  }
}

void read_relations(Record& record, JsonValue relations, const Resource& from,
                    Document& document) {
  for (JsonValue relation : children(relations)) {
    JsonValue code, target, identifier;
    take(relation, {{"code", &code}, {"target", &target}, {"targetReference", &target},
                    {"targetIdentifier", &identifier}});
    const Resource named = record.resolve(target, from);
    Text id = named ? named.id : record.reference_id(target);
    if (id.value.empty()) id = identifier["value"].text();
    const bool replaces = code.str() == "replaces" || has_code(code, "replaces");
    if (!id.value.empty()) document.related.push_back({id, replaces});
  }
}

void set_amended(JsonValue status, Document& document) {
  if (status.str() == "amended" || status.str() == "corrected") document.amended = status.text();
}

void set_held(JsonValue period, Document& document) {
  if (document.held) return;
  const auto start = start_of(period);
  const auto end = end_of(period);
  if (!start || (end && end->value.local_day() != start->value.local_day())) return;
  document.held = start;
}

namespace {

// What the document itself says of the patient and the stay, in the references of its header.
void set_header(Record& record, JsonValue subject, JsonValue encounter, const Resource& from,
                const Chart& chart, Document& document) {
  HeaderClaims& header = document.header;
  header.name = or_else(header.name, subject["display"].text());
  header.patient_id = or_else(header.patient_id, subject["identifier"]["value"].text());
  header.stay_id = or_else(header.stay_id, encounter["identifier"]["value"].text());
  const Resource patient = record.resolve(subject, from);
  if (patient.type != Type::kPatient) return;
  Patient said;
  fill_patient(record, patient, said);
  if (said.id.value == chart.patient.id.value) return;
  header.patient_id = said.id;
  header.name = said.name;
  header.id_card = said.id_card;
  header.birth = said.birth;
  header.sex = said.sex;
}

}  // namespace

void enter_document(Record& record, const Resource& resource, JsonValue subject,
                    JsonValue encounter, const Document& document) {
  if (encounter.is_array()) encounter = encounter.first();
  if (record.enter(resource, encounter, subject, document.recorded) != nullptr) return;
  Chart* const chart = record.enter(record.new_chart());
  const Resource patient = record.resolve(subject, resource);
  if (patient.type == Type::kPatient) {
    fill_patient(record, patient, chart->patient);
  } else {
    chart->patient.id = record.reference_id(subject);
    chart->patient.name = subject["display"].text();
  }
  chart->encounter.id = record.reference_id(encounter);
  chart->encounter.span = document.span;
  chart->span = document.span;
  chart->key = std::string(chart->encounter.id.value);
}

void place_document(Record& record, const Resource& resource, JsonValue subject,
                    JsonValue encounter, Document document) {
  Chart& chart = record.charts[record.current()];
  if (resource.broken) {
    document.broken = true;
    document.damage = resource.value.span();
    document.damage.begin = document.damage.end;
  }
  set_header(record, subject, encounter, resource, chart, document);
  const auto index = static_cast<std::uint32_t>(chart.documents.size());
  record.document_of[resource.number] = {record.current(), index};
  chart.documents.push_back(std::move(document));
}

namespace {

void read_own_header(JsonValue value, HeaderClaims& header) {
  JsonValue stay, patient, id_card, name, sex, birth, age, age_unit;
  JsonValue department, ward, room, bed, institution;
  take_own(value["extension"],
           {{"stay-id", &stay}, {"patient-id", &patient}, {"id-card", &id_card}, {"name", &name},
            {"sex", &sex}, {"birth", &birth}, {"age", &age}, {"age-unit", &age_unit},
            {"department", &department}, {"ward", &ward}, {"room", &room}, {"bed", &bed},
            {"institution", &institution}});
  if (stay) header.stay_id = stay.text();
  if (patient) header.patient_id = patient.text();
  if (name) header.name = name.text();
  header.id_card = id_card.text();
  if (const auto known = sex_from_id(sex.str())) header.sex = Located<Sex>{*known, sex.span()};
  header.birth = read_time(birth);
  header.age = age.text();
  header.age_unit = age_unit.text();
  header.department = department.text();
  header.ward = ward.text();
  header.room = room.text();
  header.bed = bed.text();
  header.institution = institution.text();
}

}  // namespace

void read_document_extensions(Record& record, const Resource& from, JsonValue extensions,
                              Document& document) {
  JsonValue created, held, recorded, generated, header, template_id, set_id, version;
  if (!take_own(extensions, {{"created", &created}, {"held", &held}, {"recorded", &recorded},
                             {"generated", &generated}, {"header", &header},
                             {"template", &template_id}, {"set-id", &set_id},
                             {"version", &version}})) {
    return;
  }
  record.chinese = true;
  document.created = read_time(created);
  keep_raw(document, "created", created);
  if (const auto at = read_time(held)) document.held = at;
  keep_raw(document, "held", held);
  if (const auto at = read_time(recorded)) document.recorded = at;
  if (const auto at = read_time(generated)) document.generated = at;
  document.template_id = template_id.text();
  document.set_id = set_id.text();
  document.version = version.text();
  if (header) read_own_header(header, document.header);
  each_own(from.value, "about", [&](JsonValue reference) {
    add_about(record, from, reference, document.about);
  });
}

void read_document_people(Record& record, const Resource& from, Document& document) {
  each_own(from.value, "participant", [&](JsonValue participant) {
    const Role role = role_from_id(own(participant, "role").str()).value_or(Role::kMember);
    document.participants.push_back({role, record.person(own(participant, "by"), from)});
  });
  read_own_signatures(record, from.value, from, document.signatures);
}

void read_own_signatures(Record& record, JsonValue element, const Resource& from,
                         std::vector<Signature>& out) {
  each_own(element, "signature", [&](JsonValue value) {
    JsonValue role, role_text, by, at;
    take_own(value["extension"],
             {{"role", &role}, {"role-text", &role_text}, {"by", &by}, {"at", &at}});
    Signature signature;
    signature.role_text = role_text.text();
    signature.role = role_from_id(role.str()).value_or(Role::kUnknown);
    signature.person = record.person(by, from);
    signature.at = read_time(at);
    signature.span = value.span();
    out.push_back(std::move(signature));
  });
}

}  // namespace emrlint::fhir

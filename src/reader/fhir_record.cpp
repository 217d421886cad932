// SPDX-License-Identifier: Apache-2.0
#include "reader/fhir_record.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace emrlint::fhir {
namespace {

struct TypeName {
  std::string_view name;
  Type type;
};

constexpr TypeName kTypes[] = {
    {"AuditEvent", Type::kAuditEvent},
    {"Basic", Type::kBasic},
    {"Bundle", Type::kBundle},
    {"Communication", Type::kCommunication},
    {"Composition", Type::kComposition},
    {"Condition", Type::kCondition},
    {"DiagnosticReport", Type::kDiagnosticReport},
    {"DocumentReference", Type::kDocumentReference},
    {"Encounter", Type::kEncounter},
    {"Flag", Type::kFlag},
    {"Location", Type::kLocation},
    {"Medication", Type::kMedication},
    {"MedicationAdministration", Type::kMedicationAdministration},
    {"MedicationRequest", Type::kMedicationRequest},
    {"NutritionOrder", Type::kNutritionOrder},
    {"Observation", Type::kObservation},
    {"Organization", Type::kOrganization},
    {"Patient", Type::kPatient},
    {"Practitioner", Type::kPractitioner},
    {"PractitionerRole", Type::kPractitionerRole},
    {"Procedure", Type::kProcedure},
    {"Provenance", Type::kProvenance},
    {"QuestionnaireResponse", Type::kQuestionnaireResponse},
    {"RelatedPerson", Type::kRelatedPerson},
    {"ServiceRequest", Type::kServiceRequest},
    {"Specimen", Type::kSpecimen},
};

// Bundles inside Bundles; more is no exchange that anybody makes.
constexpr unsigned kMaxNesting = 8;

// Of an event that an error cut off nobody can tell what it lacks. A document says that it is not
// whole, and without patient and stay the rest would be lost.
bool worth_a_part(Type type) {
  return type == Type::kComposition || type == Type::kDocumentReference ||
         type == Type::kPatient || type == Type::kEncounter;
}

// The parts of an address that ends in Type/id, with or without a version behind.
struct Address {
  std::string_view type, id;
};

Address parse_address(std::string_view text) {
  if (const std::size_t history = text.find("/_history/"); history != text.npos) {
    text = text.substr(0, history);
  }
  const std::size_t slash = text.rfind('/');
  if (slash == text.npos) return {{}, text};
  const std::string_view before = text.substr(0, slash);
  const std::size_t start = before.rfind('/');
  return {start == before.npos ? before : before.substr(start + 1), text.substr(slash + 1)};
}

// What stands behind the last separator.
Text last_part(Text text) {
  const std::size_t at = text.value.find_last_of("/:#|");
  const std::size_t skip = at == text.value.npos ? 0 : at + 1;
  const bool direct = text.span.end - text.span.begin == text.value.size();
  text.value.remove_prefix(skip);
  if (direct) text.span.begin += static_cast<std::uint32_t>(skip);
  return text;
}

}  // namespace

Type type_from_name(std::string_view name) {
  const auto* const found = std::lower_bound(
      std::begin(kTypes), std::end(kTypes), name,
      [](const TypeName& row, std::string_view wanted) { return row.name < wanted; });
  return found != std::end(kTypes) && found->name == name ? found->type : Type::kOther;
}

void Record::note_language(JsonValue language) {
  if (language.str().starts_with("zh")) chinese = true;
}

void Record::collect(JsonValue value, bool broken) {
  if (value.is_array()) {
    for (JsonValue item : children(value)) collect(item, item.broken());
    return;
  }
  JsonValue type, id, entries, language, bundle_type, timestamp;
  take(value, {{"resourceType", &type}, {"id", &id}, {"entry", &entries},
               {"language", &language}, {"type", &bundle_type}, {"timestamp", &timestamp}});
  if (!type.is_string()) return;
  if (first_type_.value.empty()) first_type_ = type.text();
  note_language(language);
  const Type known = type_from_name(type.str());
  types_ |= std::uint64_t{1} << static_cast<unsigned>(known);
  if (known != Type::kBundle) {
    if (known == Type::kOther || (broken && !worth_a_part(known))) return;
    const Span where = id.is_string() ? id.span() : type.span();
    resources_.push_back({value, id.text(), {}, where, known,
                          static_cast<std::uint32_t>(resources_.size()), broken});
    return;
  }
  if (nesting_ == kMaxNesting) return;
  ++nesting_;
  if (bundle_type.str() == "document") {
    document_bundle = true;
    generated = read_time(timestamp);
  }
  for (JsonValue entry : children(entries)) {
    JsonValue url, resource;
    take(entry, {{"fullUrl", &url}, {"resource", &resource}});
    const std::size_t before = resources_.size();
    // Where a mark is missing, the end of the entry is taken for that of the resource.
    collect(resource, resource.broken() || entry.broken());
    if (resources_.size() == before + 1) resources_.back().full_url = url.text();
  }
  --nesting_;
}

void Record::put(std::string_view key, std::uint32_t number) {
  if (key.empty()) return;
  std::size_t at = std::hash<std::string_view>()(key) & (slots_.size() - 1);
  for (; slots_[at].number != kNone; at = (at + 1) & (slots_.size() - 1)) {
    // The first of several with one id and type is meant; the others would make lookups slow.
    const Slot& slot = slots_[at];
    if (slot.key == key && resources_[slot.number].type == resources_[number].type) return;
  }
  slots_[at] = {key, number};
}

void Record::index() {
  std::size_t size = 16;
  while (size < resources_.size() * 4) size *= 2;
  slots_.assign(size, {});
  for (Resource& resource : resources_) {
    put(resource.full_url.value, resource.number);
    if (resource.id.value.empty()) resource.id = last_part(resource.full_url);
    put(resource.id.value, resource.number);
  }
  const std::size_t count = resources_.size();
  stay_of.assign(count, kNone);
  document_of.assign(count, {});
  listed_in.assign(count, kNone);
  reported.assign(count, false);
  people_.resize(count);
  people_known_.assign(count, false);
  link_roles();
}

void Record::link_roles() {
  role_of_.assign(resources_.size(), kNone);
  if (!has(Type::kPractitionerRole)) return;
  for (const Resource& role : resources_) {
    if (role.type != Type::kPractitionerRole) continue;
    const Resource who = resolve(role.value["practitioner"], role);
    if (who && who.number != kNone && role_of_[who.number] == kNone) {
      role_of_[who.number] = role.number;
    }
  }
}

std::uint32_t Record::find(std::string_view key, Type type) const {
  std::size_t at = std::hash<std::string_view>()(key) & (slots_.size() - 1);
  for (; slots_[at].number != kNone; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key != key) continue;
    if (type == Type::kOther || resources_[slots_[at].number].type == type) {
      return slots_[at].number;
    }
  }
  return kNone;
}

std::uint32_t Record::by_identifier(std::string_view system, std::string_view value,
                                    Type type) const {
  const auto by_key = [](const Slot& a, const Slot& b) { return a.key < b.key; };
  if (!identifiers_made_) {
    identifiers_made_ = true;
    for (const Resource& resource : resources_) {
      const JsonValue list = resource.value["identifier"];
      if (!list.is_array()) continue;
      for (JsonValue identifier : children(list)) {
        const std::string_view key = identifier["value"].str();
        if (!key.empty()) identifiers_.push_back({key, resource.number});
      }
    }
    std::stable_sort(identifiers_.begin(), identifiers_.end(), by_key);
  }
  const auto [first, last] =
      std::equal_range(identifiers_.begin(), identifiers_.end(), Slot{value, 0}, by_key);
  for (auto slot = first; slot != last; ++slot) {
    const Resource& resource = resources_[slot->number];
    if (type != Type::kOther && resource.type != type) continue;
    if (system.empty()) return slot->number;
    for (JsonValue identifier : children(resource.value["identifier"])) {
      if (identifier["value"].str() == value && identifier["system"].str() == system) {
        return slot->number;
      }
    }
  }
  return kNone;
}

Resource Record::contained(std::string_view id, const Resource& from) const {
  const Span holder = from.value.span();
  if (contained_in_ != holder) {
    // References of one resource come in a row, so the index of the last one is enough.
    contained_.clear();
    for (JsonValue value : children(from.value["contained"])) {
      contained_.emplace(value["id"].str(), value);
    }
    contained_in_ = holder;
  }
  const auto found = contained_.find(id);
  if (found == contained_.end()) return {};
  const JsonValue value = found->second;
  Resource resource;
  resource.value = value;
  resource.id = value["id"].text();
  resource.where = resource.id.span;
  resource.type = type_from_name(value["resourceType"].str());
  return resource;
}

Resource Record::resolve(JsonValue reference, const Resource& from) const {
  JsonValue address, type, identifier;
  take(reference, {{"reference", &address}, {"type", &type}, {"identifier", &identifier}});
  const std::string_view text = address.str();
  std::uint32_t number = kNone;
  if (text.starts_with("#")) return contained(text.substr(1), from);
  if (const std::size_t query = text.find("?identifier="); query != text.npos) {
    // A conditional reference, as transactions and bulk exports have them.
    std::string_view token = text.substr(query + 12);
    const std::size_t bar = token.find('|');
    const std::string_view system = bar == token.npos ? std::string_view() : token.substr(0, bar);
    if (bar != token.npos) token.remove_prefix(bar + 1);
    const std::string_view before = text.substr(0, query);
    const std::string_view name = before.substr(before.rfind('/') + 1);
    number = by_identifier(system, token, type_from_name(name));
  } else if (!text.empty()) {
    const bool urn = text.starts_with("urn:");
    const bool absolute = urn || text.find("://") != text.npos;
    if (absolute) number = find(text, Type::kOther);
    if (number == kNone && urn) number = find(text.substr(text.rfind(':') + 1), Type::kOther);
    if (number == kNone && !urn) {
      const Address parts = parse_address(text);
      const Type wanted = type_from_name(parts.type);
      if (wanted != Type::kOther) number = find(parts.id, wanted);
    }
  } else if (identifier) {
    number = by_identifier(identifier["system"].str(), identifier["value"].str(),
                             type_from_name(type.str()));
  }
  return number == kNone ? Resource() : resources_[number];
}

Text Record::reference_id(JsonValue reference) const {
  JsonValue address, identifier;
  take(reference, {{"reference", &address}, {"identifier", &identifier}});
  return address.is_string() ? last_part(address.text()) : identifier["value"].text();
}

std::string_view Record::keep(Span span, std::string text) {
  return file(span).keep(std::move(text));
}

}  // namespace emrlint::fhir

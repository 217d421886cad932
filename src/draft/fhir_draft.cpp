// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>

#include "draft/drafts.h"
#include "draft/json_append.h"
#include "draft/json_draft.h"
#include "draft/sections.h"
#include "terminology/ccda.h"
#include "terminology/oids.h"

namespace emrlint::draft {
namespace {

constexpr std::string_view kLoincUri = "http://loinc.org";
constexpr std::string_view kIdentifierTypes = "http://terminology.hl7.org/CodeSystem/v2-0203";

// A resource and where it lies.
struct Place {
  JsonValue bundle, entry, resource;
};

// The resource around an offset: `value` itself, one of an array, or one of a Bundle.
Place resource_at(JsonValue value, std::uint32_t at) {
  const Span span = value.span();
  if (at < span.begin || at >= span.end) return {};
  if (value.is_array()) {
    for (const JsonValue item : children(value)) {
      if (const Place found = resource_at(item, at); found.resource) return found;
    }
    return {};
  }
  if (value["resourceType"].str() != "Bundle") return {{}, {}, value};
  for (const JsonValue entry : children(value["entry"])) {
    Place found = resource_at(entry["resource"], at);
    if (!found.resource) continue;
    if (!found.bundle) {
      found.bundle = value;
      found.entry = entry;
    }
    return found;
  }
  return {};
}

// How a document names patient and stay: two References as JSON, empty for none.
struct Owner {
  std::string subject, encounter;
};

std::string raw(std::string_view text, JsonValue value) {
  const Span span = value.span();
  return value ? compact(text.substr(span.begin, span.end - span.begin)) : std::string();
}

std::string reference_to(const std::string& target) {
  JsonDraft json;
  json.object([&] { json.text("reference", target); });
  return compact(json.take());
}

// As the neighbour names them. Without a document beside it the encounter itself is named.
Owner owner_of(std::string_view text, const Place& neighbour) {
  const JsonValue resource = neighbour.resource;
  const std::string_view type = resource["resourceType"].str();
  Owner owner{raw(text, resource["subject"]), {}};
  if (type == "Encounter") {
    const std::string_view url = neighbour.entry["fullUrl"].str();
    const std::string own = "Encounter/" + std::string(resource["id"].str());
    owner.encounter = reference_to(url.empty() ? own : std::string(url));
    return owner;
  }
  JsonValue encounter = resource["encounter"];
  if (!encounter) encounter = resource["context"]["encounter"];
  owner.encounter = raw(text, encounter.is_array() ? encounter.first() : encounter);
  return owner;
}

void write_coding(JsonDraft& json, std::string_view name, std::string_view system,
                  std::string_view code) {
  json.object(name, [&] {
    json.array("coding", [&] {
      json.object([&] {
        json.text("system", system);
        json.text("code", code);
      });
    });
  });
}

// An empty section, whose text is to be written into its <div>.
void write_section(JsonDraft& json, std::string_view title, std::string_view system,
                   std::string_view code) {
  json.object([&] {
    json.text("title", title);
    write_coding(json, "code", system, code);
    json.object("text", [&] {
      json.text("status", "additional");
      json.text("div", R"(<div xmlns="http://www.w3.org/1999/xhtml"></div>)");
    });
  });
}

void write_sections(JsonDraft& json, DocType type, bool china) {
  const CcdaDocument* const form = china ? nullptr : ccda_document(type);
  if (form != nullptr) {
    for (const std::string_view code : form->required) {
      write_section(json, ccda_section_of_code(code)->title, kLoincUri, code);
    }
    return;
  }
  for (const SectionType section : standard_sections(type, china)) {
    write_section(json, name(section, china ? Lang::kZh : Lang::kEn), "urn:emrlint:section-type",
                  id(section));
  }
}

void write_composition(JsonDraft& json, DocType type, const Beside& beside, const Owner& owner) {
  const bool china = in_china(beside);
  const CcdaDocument* const form = china ? nullptr : ccda_document(type);
  json.object([&] {
    json.text("resourceType", "Composition");
    json.text("id", free_id(id(type), beside));
    if (china) json.text("language", "zh-CN");
    json.text("status", "preliminary");
    if (form != nullptr) {
      write_coding(json, "type", kLoincUri, form->code);
    } else {
      write_coding(json, "type", "urn:emrlint:document-type", id(type));
    }
    if (!owner.subject.empty()) json.made("subject", owner.subject);
    if (!owner.encounter.empty()) json.made("encounter", owner.encounter);
    json.array("author", [&] { json.object([&] { json.text("display", ""); }); });
    json.text("title", form != nullptr ? form->title : name(type, china ? Lang::kZh : Lang::kEn));
    json.array("section", [&] { write_sections(json, type, china); });
  });
}

void write_identifier(JsonDraft& json, std::string_view type, std::string_view oid, bool china,
                      std::string_view value) {
  json.array("identifier", [&] {
    json.object([&] {
      write_coding(json, "type", kIdentifierTypes, type);
      if (china) json.text("system", "urn:oid:" + std::string(oid));
      json.text("value", value);
    });
  });
}

void write_patient(JsonDraft& json, const Patient& patient, bool china) {
  json.object([&] {
    json.text("resourceType", "Patient");
    json.text("id", "patient");
    write_identifier(json, "MR", oids::kMedicalRecordNumber, china, patient.id.value);
    json.array("name", [&] { json.object([&] { json.text("text", patient.name.value); }); });
    const Sex sex = patient.sex.value;
    if (sex == Sex::kMale || sex == Sex::kFemale) json.text("gender", id(sex));
    if (patient.birth) json.text("birthDate", to_iso(patient.birth->value).substr(0, 10));
  });
}

void write_encounter(JsonDraft& json, const Encounter& stay, bool china) {
  json.object([&] {
    json.text("resourceType", "Encounter");
    json.text("id", "encounter");
    write_identifier(json, "VN", oids::kStayNumber, china, stay.id.value);
    json.text("status", "unknown");
    if (stay.kind.value != EncounterKind::kUnknown) {
      json.object("class", [&] {
        json.text("system", "urn:emrlint:encounter-kind");
        json.text("code", id(stay.kind.value));
      });
    }
    json.made("subject", reference_to("Patient/patient"));
    if (!stay.admitted.known()) return;
    json.object("period", [&] { json.text("start", to_iso(stay.admitted.value())); });
  });
}

// A collection, which has room for the documents after this one.
std::string whole_bundle(DocType type, const Beside& beside) {
  const Chart& chart = beside.known();
  const bool china = in_china(beside);
  const Owner owner{reference_to("Patient/patient"), reference_to("Encounter/encounter")};
  const auto entry = [](JsonDraft& json, auto write) {
    json.object([&] {
      json.key("resource");
      write();
    });
  };
  JsonDraft json;
  json.object([&] {
    json.text("resourceType", "Bundle");
    json.text("type", "collection");
    json.array("entry", [&] {
      entry(json, [&] { write_patient(json, chart.patient, china); });
      entry(json, [&] { write_encounter(json, chart.encounter, china); });
      entry(json, [&] { write_composition(json, type, beside, owner); });
    });
  });
  return json.take() + "\n";
}

// An entry of a Bundle. What a transaction is to do with it is said, too.
std::string entry_of(const std::string& resource, std::string_view bundle_type) {
  JsonDraft json;
  json.object([&] {
    json.made("resource", resource);
    if (bundle_type != "transaction" && bundle_type != "batch") return;
    json.object("request", [&] {
      json.text("method", "POST");
      json.text("url", "Composition");
    });
  });
  return json.take();
}

}  // namespace

std::optional<NewDocument> fhir_draft(DocType type, const Beside& beside) {
  const std::string stem = file_stem(type, in_china(beside));
  if (beside.text.empty()) {
    return NewDocument{stem + ".json", whole_bundle(type, beside)};
  }
  SourceFile file({}, std::string(beside.text));
  const Limits limits;
  const JsonTree tree = beside.bulk ? JsonTree::parse_lines(file, 0, limits.depth, limits.nodes)
                                    : JsonTree::parse(file, 0, limits.depth, limits.nodes);
  if (tree.error()) return std::nullopt;
  const Place neighbour = resource_at(tree.root(), beside.at);
  if (!neighbour.resource) return std::nullopt;
  JsonDraft json;
  write_composition(json, type, beside, owner_of(beside.text, neighbour));
  if (beside.bulk) return NewDocument{stem + ".ndjson", compact(json.take()) + "\n"};
  // A document is signed as it is, and a lone resource has no room for another.
  const std::string_view kind = neighbour.bundle["type"].str();
  if (!neighbour.bundle || kind == "document") return std::nullopt;
  const auto item =
      append_item(beside.text, neighbour.bundle, "entry", compact(entry_of(json.take(), kind)));
  if (!item) return std::nullopt;
  return NewDocument{stem + ".json", item->text, item->at, item->replaces};
}

}  // namespace emrlint::draft

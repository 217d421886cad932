// SPDX-License-Identifier: Apache-2.0
#include "generator/fhir_json.h"

namespace emrlint {
namespace {

std::string url(std::string_view name) { return "urn:emrlint:" + std::string(name); }

// The resource that the chart calls "surgeries/s1".
std::string resource_of(std::string_view reference) {
  const std::size_t slash = reference.find('/');
  const std::string_view kind = reference.substr(0, slash);
  const std::string id(slash == reference.npos ? std::string_view() : reference.substr(slash));
  if (kind == "surgeries") return "Procedure" + id;
  if (kind == "results") return "DiagnosticReport" + id;
  if (kind == "conditions") return "Flag" + id;
  if (kind == "critical_values") return "Communication" + id;
  return kind == "checklists" ? "QuestionnaireResponse" + id : "Basic" + id;
}

}  // namespace

void FhirJson::reference(std::string_view name, const std::string& target) {
  object(name, [&] { text("reference", target); });
}

void FhirJson::person(std::string_view name, const Person& person, std::string_view patient) {
  if (!person.known()) return;
  object(name, [&] {
    if (!person.id.value.empty()) {
      text("reference", "Practitioner/" + std::string(person.id.value));
    } else if (!patient.empty()) {
      text("reference", "Patient/" + std::string(patient));
    }
    text("display", person.name);
  });
}

void FhirJson::coding(std::string_view system, std::string_view code, std::string_view display) {
  object([&] {
    text("system", system);
    text("code", code);
    text("display", display);
  });
}

void FhirJson::concept_of(std::string_view name, std::string_view system, std::string_view code,
                          std::string_view words) {
  object(name, [&] {
    if (!code.empty()) array("coding", [&] { coding(system, code); });
    text("text", words);
  });
}

void FhirJson::identifier(std::string_view system, std::string_view value) {
  array("identifier", [&] {
    object([&] {
      text("system", system);
      text("value", value);
    });
  });
}

void FhirJson::own_text(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  object([&] {
    text("url", url(name));
    text("valueString", value);
  });
}

void FhirJson::own_flag(std::string_view name, bool value) {
  object([&] {
    text("url", url(name));
    flag("valueBoolean", value);
  });
}

void FhirJson::own_integer(std::string_view name, int value) {
  object([&] {
    text("url", url(name));
    integer("valueInteger", value);
  });
}

void FhirJson::own_time(std::string_view name, const std::optional<Located<Time>>& value) {
  if (!value) return;
  object([&] {
    text("url", url(name));
    time("valueDateTime", value);
  });
}

void FhirJson::own_time(std::string_view name, const TimeFact& value) {
  if (value.known()) own_time(name, Located<Time>{value.value(), value.span()});
}

void FhirJson::own_person(std::string_view name, const Person& value, std::string_view patient) {
  if (!value.known()) return;
  object([&] {
    text("url", url(name));
    person("valueReference", value, patient);
  });
}

void FhirJson::own_reference(std::string_view name, const std::string& target) {
  object([&] {
    text("url", url(name));
    reference("valueReference", target);
  });
}

void FhirJson::signatures(const std::vector<Signature>& values, std::string_view patient) {
  for (const Signature& signature : values) {
    own_parts("signature", [&] {
      own_text("role", id(signature.role));
      own_person("by", signature.person,
                 signature.role == Role::kPatient ? patient : std::string_view());
      own_time("at", signature.at);
    });
  }
}

void FhirJson::about(const std::vector<Text>& references) {
  for (const Text& reference : references) own_reference("about", resource_of(reference.value));
}

}  // namespace emrlint

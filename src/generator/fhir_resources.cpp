// SPDX-License-Identifier: Apache-2.0
#include "generator/fhir_resources.h"

namespace emrlint {
namespace {

std::string div_of(std::string_view narrative) {
  std::string out = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>";
  for (const char c : narrative) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out + "</p></div>";
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == text.npos;
}

}  // namespace

void FhirResources::write_order(const Order& order) {
  const bool drug = order.kind.value == "drug";
  resource(drug ? "MedicationRequest" : "ServiceRequest", order.id.value, [&] {
    array("extension", [&] {
      own_text("term", order.term.value);
      own_time("stop", order.stop);
      own_time("executed", order.executed);
      own_time("entered", order.entered);
      own_person("executor", order.executor, "");
      own_person("verifier", order.verifier, "");
      about(order.about);
    });
    text("status", order.cancelled ? drug ? "cancelled" : "revoked" : "completed");
    text("intent", "order");
    array("category", [&] {
      object([&] { array("coding", [&] { coding("urn:emrlint:order-kind", order.kind.value); }); });
    });
    concept_of(drug ? "medicationCodeableConcept" : "code", "", "", order.content.value);
    of_stay();
    time("authoredOn", order.start);
    person("requester", order.by, "");
    if (drug) write_dosage(order);
  });
}

void FhirResources::write_dosage(const Order& order) {
  array("dosageInstruction", [&] {
    object([&] {
      if (!order.frequency.value.empty()) {
        object("timing", [&] { concept_of("code", "", "", order.frequency.value); });
      }
      if (!order.route.value.empty()) concept_of("route", "", "", order.route.value);
      if (order.dose.value.empty()) return;
      array("doseAndRate", [&] {
        object([&] {
          object("doseQuantity", [&] {
            number("value", order.dose.value);
            text("unit", order.dose_unit);
          });
        });
      });
    });
  });
}

void FhirResources::write_result(const TestResult& result) {
  resource("DiagnosticReport", result.id.value, [&] {
    if (!result.items.empty()) {
      array("contained", [&] {
        for (std::size_t i = 0; i < result.items.size(); ++i) write_item(result.items[i], i);
      });
    }
    text("status", "final");
    array("category", [&] {
      object(
          [&] { array("coding", [&] { coding("urn:emrlint:result-kind", result.kind.value); }); });
    });
    concept_of("code", "", result.code.value, result.name.value);
    of_stay();
    time("effectiveDateTime", result.collected);
    time("issued", result.reported);
    if (!result.items.empty()) {
      array("result", [&] {
        for (std::size_t i = 0; i < result.items.size(); ++i) {
          object([&] { text("reference", "#i" + std::to_string(i + 1)); });
        }
      });
    }
    text("conclusion", result.conclusion);
  });
}

void FhirResources::write_item(const ResultItem& item, std::size_t i) {
  object([&] {
    text("resourceType", "Observation");
    text("id", "i" + std::to_string(i + 1));
    text("status", "final");
    concept_of("code", "", item.code.value, item.name.value);
    if (is_number(item.value.value)) {
      object("valueQuantity", [&] {
        number("value", item.value.value);
        text("unit", item.unit);
      });
    } else {
      text("valueString", item.value);
    }
    if (item.flag.value.empty()) return;
    array("interpretation", [&] { object([&] { text("text", item.flag); }); });
  });
}

void FhirResources::write_checklist(const Checklist& checklist) {
  resource("QuestionnaireResponse", checklist.id.value, [&] {
    array("extension", [&] {
      about(checklist.about);
      signatures(checklist.signatures, patient_);
    });
    text("questionnaire", "urn:emrlint:checklist:" + std::string(checklist.kind.value));
    text("status", "completed");
    of_stay();
    time("authored", checklist.at);
    array("item", [&] {
      for (const ChecklistPhase& phase : checklist.phases) write_phase(phase);
      for (const ResultItem& item : checklist.items) answer(item.name.value, item.value.value);
    });
  });
}

void FhirResources::write_phase(const ChecklistPhase& phase) {
  object([&] {
    array("extension", [&] {
      own_time("at", phase.at);
      signatures(phase.signatures, patient_);
    });
    text("linkId", phase.phase);
    list("item", phase.items, [&](const Text& item) { object([&] { text("linkId", item); }); });
  });
}

void FhirResources::answer(std::string_view name, std::string_view value) {
  object([&] {
    text("linkId", name);
    array("answer", [&] { object([&] { text("valueString", value); }); });
  });
}

void FhirResources::write_front_page() {
  if (chart_.front_page.empty()) return;
  resource("QuestionnaireResponse", "front-page", [&] {
    text("questionnaire", "urn:emrlint:front-page");
    text("status", "completed");
    of_stay();
    list("item", chart_.front_page,
         [&](const FrontPageField& field) { answer(field.name.value, field.value.value); });
  });
}

void FhirResources::write_document(const Document& document) {
  resource("Composition", document.id.value, [&] {
    array("extension", [&] {
      own_time("held", document.held);
      about(document.about);
      for (const Participant& participant : document.participants) {
        own_parts("participant", [&] {
          own_text("role", id(participant.role));
          own_person("by", participant.person, "");
        });
      }
    });
    text("status", "final");
    concept_of("type", "urn:emrlint:document-type", id(document.type));
    of_stay();
    time("date", document.recorded);
    array("author", [&] { write_author(document.author); });
    text("title", document.title);
    list("attester", document.signatures, [&](const Signature& it) { write_attester(it); });
    list("section", document.sections, [&](const Section& it) { write_section(document, it); });
  });
}

void FhirResources::write_author(const Person& author) {
  object([&] {
    text("reference", "Practitioner/" + std::string(author.id.value));
    text("display", author.name);
  });
}

void FhirResources::write_attester(const Signature& signature) {
  const bool patient = signature.role == Role::kPatient;
  object([&] {
    array("extension", [&] { own_text("role", id(signature.role)); });
    text("mode", patient ? "personal" : "professional");
    time("time", signature.at);
    person("party", signature.person, patient ? std::string_view(patient_) : std::string_view());
  });
}

void FhirResources::write_section(const Document& document, const Section& section) {
  std::string narrative;
  for (const Text& piece : document.text_of(section)) narrative += piece.value;
  object([&] {
    text("title", name(section.type, Lang::kZh));
    concept_of("code", "urn:emrlint:section-type", id(section.type));
    object("text", [&] {
      text("status", "generated");
      text("div", div_of(narrative));
    });
  });
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
// MedicationRequest, ServiceRequest and NutritionOrder.
#include <utility>

#include "reader/fhir_resources.h"

namespace emrlint::fhir {
namespace {

struct Told {
  JsonValue identifier, status, intent, category, code, subject, encounter, authored, requester;
  JsonValue dosage, group, medication, medication_reference, supporting, occurrence, extension;
};

Told read_told(JsonValue value) {
  Told told;
  take(value,
       {{"identifier", &told.identifier}, {"status", &told.status}, {"intent", &told.intent},
        {"category", &told.category}, {"code", &told.code}, {"subject", &told.subject},
        {"patient", &told.subject}, {"encounter", &told.encounter},
        {"authoredOn", &told.authored}, {"dateTime", &told.authored},
        {"requester", &told.requester}, {"orderer", &told.requester},
        {"dosageInstruction", &told.dosage}, {"groupIdentifier", &told.group},
        {"requisition", &told.group}, {"medicationCodeableConcept", &told.medication},
        {"medicationReference", &told.medication_reference},
        {"supportingInfo", &told.supporting}, {"supportingInformation", &told.supporting},
        {"occurrencePeriod", &told.occurrence}, {"extension", &told.extension}});
  return told;
}

// SNOMED CT categories of service requests.
std::string_view service_kind(JsonValue category) {
  if (has_code(category, "108252007")) return "lab";
  if (has_code(category, "363679005")) return "exam";
  if (has_code(category, "387713003")) return "surgery";
  if (has_code(category, "3457005")) return "consultation";
  return "other";
}

Text order_kind(const Resource& resource, const Told& told) {
  const Text kind = own_code(told.category, "order-kind");
  if (!kind.value.empty()) return kind;
  switch (resource.type) {
    case Type::kMedicationRequest:
      return {"drug", resource.where};
    case Type::kNutritionOrder:
      return {"diet", resource.where};
    default:
      return {service_kind(told.category), told.category ? told.category.span() : resource.where};
  }
}

void read_dosage(JsonValue dosages, Order& order) {
  const JsonValue dosage = dosages.first();
  JsonValue timing, route, rates;
  take(dosage, {{"timing", &timing}, {"route", &route}, {"doseAndRate", &rates}});
  JsonValue value, unit, code;
  take(rates.first()["doseQuantity"], {{"value", &value}, {"unit", &unit}, {"code", &code}});
  order.dose = value.text();
  order.dose_unit = or_else(unit.text(), code.text());
  order.route = label(route);
  order.frequency = label(timing["code"]);
}

void read_own_of_order(Record& record, JsonValue extensions, const Resource& from, Order& order) {
  JsonValue term, content, start, stop, executed, entered, executor, verifier;
  if (!take_own(extensions, {{"term", &term},
                             {"content", &content},
                             {"start", &start},
                             {"stop", &stop},
                             {"executed", &executed},
                             {"entered", &entered},
                             {"executor", &executor},
                             {"verifier", &verifier}})) {
    return;
  }
  record.chinese = true;
  order.term = term.text();
  if (content) order.content = content.text();
  if (const auto at = read_time(start)) order.start = at;
  if (const auto at = read_time(stop)) order.stop = at;
  order.executed = read_time(executed);
  order.entered = read_time(entered);
  order.executor = record.person(executor, from);
  order.verifier = record.person(verifier, from);
  each_own(from.value, "about", [&](JsonValue reference) {
    add_about(record, from, reference, order.about);
  });
}

}  // namespace

void read_order(Record& record, const Resource& resource) {
  const Told told = read_told(resource.value);
  const std::string_view status = told.status.str();
  const std::string_view intent = told.intent.str();
  if (status == "entered-in-error" || status == "draft") return;
  if (intent == "proposal" || intent == "plan" || intent == "option") return;
  const auto at = start_of(told.authored);
  Chart* const chart = record.enter(resource, told.encounter, told.subject, at);
  if (chart == nullptr) return;
  Order order;
  order.id = or_else(first_identifier(told.identifier), resource.id);
  order.kind = order_kind(resource, told);
  order.content = label(told.medication ? told.medication : told.code);
  if (told.medication_reference) {
    const Resource drug = record.resolve(told.medication_reference, resource);
    order.content = or_else(told.medication_reference["display"].text(),
                            label(drug.value["code"]));
  }
  order.start = at;
  order.stop = end_of(told.occurrence);
  order.by = record.person(told.requester, resource);
  order.cancelled = status == "cancelled" || status == "revoked";
  order.group = or_else(told.group["value"].text(), first_identifier(told.group));
  read_dosage(told.dosage, order);
  add_about(record, resource, told.supporting, order.about);
  read_own_of_order(record, told.extension, resource, order);
  order.span = order.content.value.empty() ? resource.where : order.content.span;
  chart->orders.push_back(std::move(order));
}

}  // namespace emrlint::fhir

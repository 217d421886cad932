// SPDX-License-Identifier: Apache-2.0
// Observation and DiagnosticReport.
#include <utility>

#include "reader/fhir_resources.h"

namespace emrlint::fhir {
namespace {

struct Told {
  JsonValue identifier, status, category, code, subject, encounter, effective, issued, extension;
};

bool withdrawn(JsonValue status) {
  return status.str() == "entered-in-error" || status.str() == "cancelled";
}

// lab, imaging, pathology, ecg: by our code, else by HL7 table 0074 and the observation categories.
Text result_kind(JsonValue category) {
  Text kind = own_code(category, "result-kind");
  if (!kind.value.empty()) return kind;
  any_coding(category, [&](const Coding& coding) {
    const std::string_view code = coding.code.value;
    std::string_view found;
    if (code == "laboratory" || code == "LAB" || code == "HM" || code == "CH" || code == "MB") {
      found = "lab";
    } else if (code == "imaging" || code == "RAD" || code == "CT" || code == "NMR" ||
               code == "RUS" || code == "NMS") {
      found = "imaging";
    } else if (code == "SP" || code == "CP" || code == "PAT" || code == "CY") {
      found = "pathology";
    } else if (code == "EC") {
      found = "ecg";
    }
    if (!found.empty()) kind = {found, coding.code.span};
    return !found.empty();
  });
  return kind;
}

Coding first_coding(JsonValue code) {
  Coding first;
  any_coding(code, [&](const Coding& coding) {
    first = coding;
    return true;
  });
  return first;
}

ResultItem item_of(JsonValue code, JsonValue interpretation, JsonValue observation) {
  ResultItem item;
  item.name = label(code);
  item.code = first_coding(code).code;
  const Value value = read_value(observation);
  item.value = or_else(value.text, value.display);
  item.unit = value.unit;
  const JsonValue flag = interpretation.is_array() ? interpretation.first() : interpretation;
  item.flag = or_else(first_coding(flag).code, label(flag));
  item.span = item.name.value.empty() ? observation.span() : item.name.span;
  return item;
}

// An observation as items: itself when it has a value, and its components.
void add_items(JsonValue observation, std::vector<ResultItem>& items) {
  JsonValue code, interpretation, component;
  take(observation, {{"code", &code}, {"interpretation", &interpretation},
                     {"component", &component}});
  if (!component || read_value(observation).kind != ValueKind::kNone) {
    items.push_back(item_of(code, interpretation, observation));
  }
  for (JsonValue part : children(component)) {
    items.push_back(item_of(part["code"], part["interpretation"], part));
  }
}

void add_vital_sign(JsonValue observation, const std::optional<Located<Time>>& at, Chart& chart) {
  std::vector<ResultItem> items;
  add_items(observation, items);
  for (const ResultItem& item : items) {
    chart.observations.push_back({item.name, item.code, item.value, item.unit, at, item.span});
  }
}

}  // namespace

Value read_value(JsonValue element) {
  Value value;
  JsonValue found;
  for (JsonValue member : children(element)) {
    if (!member.key().starts_with("value")) continue;
    found = member;
    break;
  }
  if (!found) return value;
  const std::string_view type = found.key().substr(5);
  if (type == "Quantity") {
    JsonValue number, unit, code;
    take(found, {{"value", &number}, {"unit", &unit}, {"code", &code}});
    value.kind = ValueKind::kQuantity;
    value.text = number.text();
    value.unit = or_else(unit.text(), code.text());
  } else if (type == "CodeableConcept") {
    const Coding coding = first_coding(found);
    value.kind = ValueKind::kCoded;
    value.text = or_else(coding.code, label(found));
    value.display = label(found);
    value.system = coding.system;
  } else if (type == "DateTime" || type == "Period" || type == "Time") {
    value.kind = ValueKind::kTime;
    value.text = found.is_object() ? found["start"].text() : found.text();
  } else if (type == "Boolean") {
    value.kind = ValueKind::kBoolean;
    value.text = found.text();
  } else if (type == "Integer" || type == "Decimal") {
    value.kind = ValueKind::kNumber;
    value.text = found.text();
  } else {
    value.kind = found.is_object() ? ValueKind::kOther : ValueKind::kText;
    value.text = found.text();
  }
  return value;
}

void read_diagnostic_report(Record& record, const Resource& resource) {
  Told told;
  JsonValue results, conclusion, specimen;
  take(resource.value,
       {{"identifier", &told.identifier}, {"status", &told.status}, {"category", &told.category},
        {"code", &told.code}, {"subject", &told.subject}, {"encounter", &told.encounter},
        {"effectiveDateTime", &told.effective}, {"effectivePeriod", &told.effective},
        {"issued", &told.issued}, {"result", &results}, {"conclusion", &conclusion},
        {"specimen", &specimen}, {"extension", &told.extension}});
  if (withdrawn(told.status)) return;
  const auto at = start_of(told.effective ? told.effective : told.issued);
  Chart* const chart = record.enter(resource, told.encounter, told.subject, at);
  TestResult report;
  for (JsonValue reference : children(results)) {
    const Resource named = record.resolve(reference, resource);
    if (named.type != Type::kObservation) continue;
    if (named.number != kNone) record.reported[named.number] = true;
    if (chart != nullptr) add_items(named.value, report.items);
  }
  if (chart == nullptr) return;
  report.id = or_else(first_identifier(told.identifier), resource.id);
  report.kind = result_kind(told.category);
  report.name = label(told.code);
  report.code = first_coding(told.code).code;
  const Resource sample = record.resolve(specimen.first(), resource);
  const JsonValue collection = sample.value["collection"];
  report.collected = start_of(collection["collectedDateTime"]);
  if (!report.collected) report.collected = start_of(told.effective);
  report.reported = read_time(told.issued);
  JsonValue filed;
  take_own(told.extension, {{"filed", &filed}});
  report.filed = read_time(filed);
  report.conclusion = conclusion.text();
  report.span = report.name.value.empty() ? resource.where : report.name.span;
  chart->results.push_back(std::move(report));
}

void read_observation(Record& record, const Resource& resource) {
  if (record.reported[resource.number]) return;
  Told told;
  take(resource.value,
       {{"identifier", &told.identifier}, {"status", &told.status}, {"category", &told.category},
        {"code", &told.code}, {"subject", &told.subject}, {"encounter", &told.encounter},
        {"effectiveDateTime", &told.effective}, {"effectivePeriod", &told.effective},
        {"issued", &told.issued}});
  const bool vital = has_code(told.category, "vital-signs");
  const Text kind = vital ? Text() : result_kind(told.category);
  if (withdrawn(told.status) || (!vital && kind.value.empty())) return;
  record.sources.add(vital ? Source::kObservations : Source::kResults);
  const auto at = start_of(told.effective ? told.effective : told.issued);
  Chart* const chart = record.enter(resource, told.encounter, told.subject, at);
  if (chart == nullptr) return;
  if (vital) {
    add_vital_sign(resource.value, at, *chart);
    return;
  }
  TestResult result;
  result.id = or_else(first_identifier(told.identifier), resource.id);
  result.kind = kind;
  result.name = label(told.code);
  result.code = first_coding(told.code).code;
  result.collected = start_of(told.effective);
  result.reported = read_time(told.issued);
  add_items(resource.value, result.items);
  result.span = result.name.value.empty() ? resource.where : result.name.span;
  chart->results.push_back(std::move(result));
}

}  // namespace emrlint::fhir

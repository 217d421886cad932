// SPDX-License-Identifier: Apache-2.0
// Flag, Communication and AuditEvent; and Basic for the events that FHIR has no resource for.
#include <utility>

#include "reader/fhir_resources.h"

namespace emrlint::fhir {
namespace {

// 病危 or 病重, if it says one of them only.
std::optional<Acuity> acuity_of(JsonValue code) {
  const std::string_view ours = own_code(code, "acuity").value;
  if (ours == "critical") return Acuity::kCritical;
  if (ours == "serious") return Acuity::kSerious;
  for (const std::string_view text : {label(code).value, first_display(code).value}) {
    const bool critical = text.find("病危") != text.npos;
    const bool serious = text.find("病重") != text.npos;
    if (critical != serious) return critical ? Acuity::kCritical : Acuity::kSerious;
  }
  return std::nullopt;
}

// The extensions of a Basic, by their names.
struct Event {
  Record& record;
  const Resource& resource;
  JsonValue extensions;

  JsonValue of(std::string_view name) const {
    JsonValue value;
    take_own(extensions, {{name, &value}});
    return value;
  }
  Text text(std::string_view name) const { return of(name).text(); }
  std::optional<Located<Time>> time(std::string_view name) const { return read_time(of(name)); }
  bool flag(std::string_view name) const { return of(name).boolean().value_or(false); }
  Person person(std::string_view name) const { return record.person(of(name), resource); }
  Text id() const { return or_else(first_identifier(resource.value["identifier"]), resource.id); }
};

void add_consultation(const Event& event, Chart& chart) {
  Consultation out;
  out.id = event.id();
  out.kind =
      consultation_from_id(event.text("kind").value).value_or(ConsultationKind::kUnknown);
  out.requested = event.time("requested");
  out.arrived = event.time("arrived");
  out.done = event.time("done");
  out.from_department = event.text("from-department");
  out.department = event.text("department");
  out.consultant = event.person("consultant");
  out.cancelled = event.flag("cancelled");
  out.span = event.resource.where;
  chart.consultations.push_back(std::move(out));
}

void add_event(const Event& event, std::string_view kind, Chart& chart) {
  const Span where = event.resource.where;
  if (kind == "consultation") {
    add_consultation(event, chart);
  } else if (kind == "transfer") {
    chart.transfers.push_back({event.id(), event.time("at"), event.text("from"),
                               event.text("to"), event.flag("urgent"), where});
  } else if (kind == "handover") {
    chart.handovers.push_back(
        {event.id(), event.time("at"), event.person("from"), event.person("to"), where});
  } else if (kind == "rescue") {
    chart.rescues.push_back({event.id(), event.time("start"), event.time("end"), where});
  } else if (kind == "transfusion") {
    chart.transfusions.push_back({event.id(), event.time("start"), event.time("end"),
                                  event.text("product"), event.text("volume"),
                                  event.text("unit"), where});
  } else if (kind == "round") {
    chart.rounds.push_back({event.id(), event.time("at"), event.person("by"), where});
  } else if (kind == "follow-up") {
    chart.followups.push_back(
        {event.id(), event.text("kind"), event.text("content"), event.time("at"), where});
  }
}

// An audit event has no encounter of its own: it is that of what was done something to.
Chart* chart_of_entities(Record& record, JsonValue entities, const Resource& from) {
  for (JsonValue entity : children(entities)) {
    const JsonValue what = entity["what"];
    const Resource named = record.resolve(what, from);
    if (!named || named.number == kNone) continue;
    const DocumentPlace place = record.document_of[named.number];
    if (place.chart != kNone) return record.enter(place.chart);
    if (named.type == Type::kEncounter) return record.enter(from, what, {}, std::nullopt);
  }
  return nullptr;
}

}  // namespace

void read_flag(Record& record, const Resource& resource) {
  JsonValue identifier, status, code, period, subject, encounter;
  take(resource.value, {{"identifier", &identifier}, {"status", &status}, {"code", &code},
                        {"period", &period}, {"subject", &subject}, {"encounter", &encounter}});
  if (status.str() == "entered-in-error") return;
  const std::optional<Acuity> acuity = acuity_of(code);
  if (!acuity) return;
  record.sources.add(Source::kConditions);
  Chart* const chart = record.enter(resource, encounter, subject, start_of(period));
  if (chart == nullptr) return;
  const Text name = label(code);
  chart->conditions.push_back({or_else(first_identifier(identifier), resource.id), *acuity,
                               start_of(period), end_of(period),
                               name.value.empty() ? resource.where : name.span});
}

void read_communication(Record& record, const Resource& resource) {
  JsonValue identifier, category, subject, encounter, sent, received, about, payload, extension;
  take(resource.value,
       {{"identifier", &identifier}, {"category", &category}, {"subject", &subject},
        {"encounter", &encounter}, {"sent", &sent}, {"received", &received}, {"about", &about},
        {"payload", &payload}, {"extension", &extension}});
  if (own_code(category, "communication-kind").value != "critical-value") return;
  record.sources.add(Source::kCriticalValues);
  Chart* const chart = record.enter(resource, encounter, subject, read_time(sent));
  if (chart == nullptr) return;
  JsonValue name, value, unit, handled;
  take_own(extension, {{"name", &name}, {"value", &value}, {"unit", &unit},
                       {"handled", &handled}});
  CriticalValue out;
  out.id = or_else(first_identifier(identifier), resource.id);
  out.name = name.text();
  out.value = value.text();
  out.unit = unit.text();
  const Resource observation = record.resolve(about.first(), resource);
  if (observation.type == Type::kObservation) {
    const Value measured = read_value(observation.value);
    if (!name) out.name = label(observation.value["code"]);
    if (!value) out.value = measured.text;
    if (!unit) out.unit = measured.unit;
  }
  if (out.name.value.empty()) out.name = payload.first()["contentString"].text();
  out.reported = read_time(sent);
  out.received = read_time(received);
  out.handled = read_time(handled);
  out.span = out.name.value.empty() ? resource.where : out.name.span;
  chart->critical_values.push_back(std::move(out));
}

void read_basic(Record& record, const Resource& resource) {
  JsonValue code, subject, extension, encounter;
  take(resource.value, {{"code", &code}, {"subject", &subject}, {"extension", &extension}});
  const std::string_view kind = own_code(code, "event").value;
  if (kind.empty()) return;
  record.chinese = true;
  take_own(extension, {{"encounter", &encounter}});
  const Event event{record, resource, extension};
  std::optional<Located<Time>> at = event.time("at");
  if (!at) at = event.time("start");
  Chart* const chart = record.enter(resource, encounter, subject, at);
  if (chart != nullptr) add_event(event, kind, *chart);
}

void read_audit_event(Record& record, const Resource& resource) {
  JsonValue subtype, action, recorded, agents, entities, extension, encounter, own_action;
  take(resource.value,
       {{"subtype", &subtype}, {"action", &action}, {"recorded", &recorded},
        {"agent", &agents}, {"entity", &entities}, {"extension", &extension}});
  take_own(extension, {{"encounter", &encounter}, {"action", &own_action}});
  Chart* const chart = encounter ? record.enter(resource, encounter, {}, std::nullopt)
                                 : chart_of_entities(record, entities, resource);
  if (chart == nullptr) return;
  JsonValue who, network, alternative;
  take(agents.first(), {{"who", &who}, {"network", &network}, {"altId", &alternative}});
  AuditEvent out;
  out.id = resource.id;
  out.action = own_action ? own_action.text() : or_else(label(subtype), action.text());
  const JsonValue entity = entities.first();
  out.object = or_else(record.reference_id(entity["what"]), entity["name"].text());
  out.account = or_else(alternative.text(), record.reference_id(who));
  out.terminal = network["address"].text();
  out.at = read_time(recorded);
  out.span = resource.where;
  chart->audit.push_back(std::move(out));
}

}  // namespace emrlint::fhir

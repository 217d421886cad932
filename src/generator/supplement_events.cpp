// SPDX-License-Identifier: Apache-2.0
#include "generator/supplement_events.h"

namespace emrlint {

void SupplementEvents::person(std::string_view name, const Person& value) {
  if (!value.known()) return;
  key(name);
  if (!value.id.value.empty()) return string(value.id.value);
  object([&] { text("name", value.name); });
}

void SupplementEvents::write_events(const Chart& chart) {
  events("conditions", chart.conditions);
  events("consultations", chart.consultations);
  events("transfers", chart.transfers);
  events("handovers", chart.handovers);
  events("rescues", chart.rescues);
  events("transfusions", chart.transfusions);
  events("rounds", chart.rounds);
  events("critical_values", chart.critical_values);
}

void SupplementEvents::write(const Condition& condition) {
  text("id", condition.id);
  text("severity", condition.severity == Acuity::kCritical ? "critical" : "serious");
  time("start", condition.start);
  time("stop", condition.stop);
}

void SupplementEvents::write(const Consultation& consultation) {
  text("id", consultation.id);
  if (consultation.kind != ConsultationKind::kUnknown) text("kind", id(consultation.kind));
  time("requested", consultation.requested);
  time("arrived", consultation.arrived);
  time("done", consultation.done);
  text("from_department", consultation.from_department);
  text("department", consultation.department);
  person("consultant", consultation.consultant);
  if (consultation.cancelled) flag("cancelled", true);
}

void SupplementEvents::write(const Transfer& transfer) {
  text("id", transfer.id);
  time("at", transfer.at);
  text("from", transfer.from);
  text("to", transfer.to);
  if (transfer.urgent) flag("urgent", true);
}

void SupplementEvents::write(const Handover& handover) {
  text("id", handover.id);
  time("at", handover.at);
  person("from", handover.from);
  person("to", handover.to);
}

void SupplementEvents::write(const Rescue& rescue) {
  text("id", rescue.id);
  time("start", rescue.start);
  time("end", rescue.end);
}

void SupplementEvents::write(const Round& round) {
  text("id", round.id);
  time("at", round.at);
  person("by", round.by);
}

void SupplementEvents::write(const Transfusion& transfusion) {
  text("id", transfusion.id);
  time("start", transfusion.start);
  time("end", transfusion.end);
  text("product", transfusion.product);
  text("volume", transfusion.volume);
  text("unit", transfusion.unit);
}

void SupplementEvents::write(const CriticalValue& value) {
  text("id", value.id);
  text("name", value.name);
  text("value", value.value);
  text("unit", value.unit);
  time("reported", value.reported);
  time("received", value.received);
  time("handled", value.handled);
}

}  // namespace emrlint

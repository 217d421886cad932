// SPDX-License-Identifier: Apache-2.0
#include "generator/fhir_resources.h"

namespace emrlint {

void FhirResources::write_events() {
  for (const Condition& event : chart_.conditions) write_event(event);
  for (const CriticalValue& event : chart_.critical_values) write_event(event);
  for (const Consultation& event : chart_.consultations) write_event(event);
  for (const Transfer& event : chart_.transfers) write_event(event);
  for (const Handover& event : chart_.handovers) write_event(event);
  for (const Rescue& event : chart_.rescues) write_event(event);
  for (const Transfusion& event : chart_.transfusions) write_event(event);
  for (const Round& event : chart_.rounds) write_event(event);
}

void FhirResources::write_event(const Condition& event) {
  const bool critical = event.severity == Acuity::kCritical;
  resource("Flag", event.id.value, [&] {
    text("status", event.stop ? "inactive" : "active");
    concept_of("code", "urn:emrlint:acuity", critical ? "critical" : "serious",
               critical ? "病危" : "病重");
    of_stay();
    object("period", [&] {
      time("start", event.start);
      time("end", event.stop);
    });
  });
}

void FhirResources::write_event(const CriticalValue& event) {
  resource("Communication", event.id.value, [&] {
    array("extension", [&] {
      own_text("name", event.name.value);
      own_text("value", event.value.value);
      own_text("unit", event.unit.value);
      own_time("handled", event.handled);
    });
    text("status", "completed");
    array("category", [&] {
      object([&] {
        array("coding", [&] { coding("urn:emrlint:communication-kind", "critical-value"); });
      });
    });
    of_stay();
    time("sent", event.reported);
    time("received", event.received);
  });
}

template <typename Extend>
void FhirResources::basic(std::string_view kind, const Text& id, Extend extend) {
  resource("Basic", id.value, [&] {
    array("extension", [&] {
      own_reference("encounter", stay_);
      extend();
    });
    concept_of("code", "urn:emrlint:event", kind);
    reference("subject", "Patient/" + patient_);
  });
}

void FhirResources::write_event(const Consultation& event) {
  basic("consultation", event.id, [&] {
    own_text("kind", id(event.kind));
    own_time("requested", event.requested);
    own_time("arrived", event.arrived);
    own_time("done", event.done);
    own_text("from-department", event.from_department.value);
    own_text("department", event.department.value);
    own_person("consultant", event.consultant, "");
    if (event.cancelled) own_flag("cancelled", true);
  });
}

void FhirResources::write_event(const Transfer& event) {
  basic("transfer", event.id, [&] {
    own_time("at", event.at);
    own_text("from", event.from.value);
    own_text("to", event.to.value);
    if (event.urgent) own_flag("urgent", true);
  });
}

void FhirResources::write_event(const Handover& event) {
  basic("handover", event.id, [&] {
    own_time("at", event.at);
    own_person("from", event.from, "");
    own_person("to", event.to, "");
  });
}

void FhirResources::write_event(const Rescue& event) {
  basic("rescue", event.id, [&] {
    own_time("start", event.start);
    own_time("end", event.end);
  });
}

void FhirResources::write_event(const Round& event) {
  basic("round", event.id, [&] {
    own_time("at", event.at);
    own_person("by", event.by, "");
  });
}

void FhirResources::write_event(const Transfusion& event) {
  basic("transfusion", event.id, [&] {
    own_time("start", event.start);
    own_time("end", event.end);
    own_text("product", event.product.value);
    own_text("volume", event.volume.value);
    own_text("unit", event.unit.value);
  });
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
// The families of resources: each function reads one resource into the chart that it belongs to.
// Resources of no chart are passed over.
#ifndef EMRLINT_READER_FHIR_RESOURCES_H_
#define EMRLINT_READER_FHIR_RESOURCES_H_

#include "reader/fhir_record.h"

namespace emrlint::fhir {

// Encounters become stays with charts; the patient, the institution and what the Encounter says of
// its diagnoses come with them. Before anything else.
void read_stays(Record& record);
void fill_patient(Record& record, const Resource& patient, Patient& out);
Text read_name(Record& record, JsonValue names);

// Documents, before conditions: a section may say in which role it lists one. A document of no
// stay gets a chart of its own.
void read_composition(Record& record, const Resource& resource);
void read_document_reference(Record& record, const Resource& resource);
void read_provenance(Record& record, const Resource& resource);

void read_condition(Record& record, const Resource& resource);

void read_procedure(Record& record, const Resource& resource);
bool is_surgery(JsonValue procedure);
// References to events of the chart as Document::about and its like want them: "surgeries/s1".
void add_about(Record& record, const Resource& from, JsonValue references,
               std::vector<Text>& about);

// The value[x] of an observation, a component or an answer.
struct Value {
  ValueKind kind = ValueKind::kNone;
  Text text;     // A quantity's number, a coded value's code.
  Text display;  // Of a coded value.
  Text system;
  Text unit;
};
Value read_value(JsonValue element);

// Reports before observations: what a report lists is not told twice.
void read_diagnostic_report(Record& record, const Resource& resource);
void read_observation(Record& record, const Resource& resource);

// Of drugs, services and food.
void read_order(Record& record, const Resource& resource);

void read_flag(Record& record, const Resource& resource);
void read_communication(Record& record, const Resource& resource);
void read_basic(Record& record, const Resource& resource);
void read_questionnaire_response(Record& record, const Resource& resource);
// After documents: an audit event belongs to the chart of what it is about.
void read_audit_event(Record& record, const Resource& resource);

}  // namespace emrlint::fhir

#endif  // EMRLINT_READER_FHIR_RESOURCES_H_

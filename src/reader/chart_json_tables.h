// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CHART_JSON_TABLES_H_
#define EMRLINT_READER_CHART_JSON_TABLES_H_

#include <cstdint>

#include "model/chart.h"
#include "reader/chart_json_types.h"

// Which structs and enumerations the format knows. Their tables: chart_json_words.cpp,
// chart_json_events.cpp, chart_json_documents.cpp, chart_json.cpp.
namespace emrlint::chart_json {

// A section or element while it is read, with the document that owns its texts and elements.
struct SectionInput : Section {
  Document* document = nullptr;
  Span type_span;
};
struct ElementInput : Element {
  Document* document = nullptr;
  std::int32_t index = -1;  // Its place in Document::elements.
};

template <> const Enumeration& enumeration_of<Acuity>();
template <> const Enumeration& enumeration_of<AnesthesiaKind>();
template <> const Enumeration& enumeration_of<ConsultationKind>();
template <> const Enumeration& enumeration_of<DiagnosisRole>();
template <> const Enumeration& enumeration_of<Disposition>();
template <> const Enumeration& enumeration_of<DocType>();
template <> const Enumeration& enumeration_of<EncounterKind>();
template <> const Enumeration& enumeration_of<Realm>();
template <> const Enumeration& enumeration_of<Role>();
template <> const Enumeration& enumeration_of<SectionType>();
template <> const Enumeration& enumeration_of<Sex>();
template <> const Enumeration& enumeration_of<Side>();
template <> const Enumeration& enumeration_of<Source>();
template <> const Enumeration& enumeration_of<Stage>();
template <> const Enumeration& enumeration_of<Title>();
template <> const Enumeration& enumeration_of<Urgency>();
template <> const Enumeration& enumeration_of<ValueKind>();

template <> const Object<Anesthesia>& object_of<Anesthesia>();
template <> const Object<AuditEvent>& object_of<AuditEvent>();
template <> const Object<Chart>& object_of<Chart>();
template <> const Object<Checklist>& object_of<Checklist>();
template <> const Object<ChecklistPhase>& object_of<ChecklistPhase>();
template <> const Object<Condition>& object_of<Condition>();
template <> const Object<Consultation>& object_of<Consultation>();
template <> const Object<CriticalValue>& object_of<CriticalValue>();
template <> const Object<Diagnosis>& object_of<Diagnosis>();
template <> const Object<Document>& object_of<Document>();
template <> const Object<ElementInput>& object_of<ElementInput>();
template <> const Object<Encounter>& object_of<Encounter>();
template <> const Object<FollowUp>& object_of<FollowUp>();
template <> const Object<Handover>& object_of<Handover>();
template <> const Object<HeaderClaims>& object_of<HeaderClaims>();
template <> const Object<Institution>& object_of<Institution>();
template <> const Object<Observation>& object_of<Observation>();
template <> const Object<Order>& object_of<Order>();
template <> const Object<Participant>& object_of<Participant>();
template <> const Object<Patient>& object_of<Patient>();
template <> const Object<Person>& object_of<Person>();
template <> const Object<Procedure>& object_of<Procedure>();
template <> const Object<RelatedDocument>& object_of<RelatedDocument>();
template <> const Object<Rescue>& object_of<Rescue>();
template <> const Object<ResultItem>& object_of<ResultItem>();
template <> const Object<Round>& object_of<Round>();
template <> const Object<SectionInput>& object_of<SectionInput>();
template <> const Object<Signature>& object_of<Signature>();
template <> const Object<Surgery>& object_of<Surgery>();
template <> const Object<TestResult>& object_of<TestResult>();
template <> const Object<Transfer>& object_of<Transfer>();
template <> const Object<Transfusion>& object_of<Transfusion>();

}  // namespace emrlint::chart_json

#endif  // EMRLINT_READER_CHART_JSON_TABLES_H_

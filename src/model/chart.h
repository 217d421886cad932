// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_CHART_H_
#define EMRLINT_MODEL_CHART_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/care.h"
#include "model/diagnosis.h"
#include "model/document.h"
#include "model/events.h"
#include "model/fact.h"
#include "model/front_page.h"
#include "model/person.h"
#include "model/surgery.h"

namespace emrlint {

// A kind of data that a chart may bring. A check whose source was not loaded is undecided.
enum class Source : std::uint8_t {
  kDocuments, kOrders, kResults, kObservations, kFrontPage, kStaff, kChecklists, kConsultations,
  kTransfers, kHandovers, kRescues, kTransfusions, kCriticalValues, kConditions, kFollowUps,
  kAudit, kArchive, kRounds, kCount,
};

class SourceSet {
 public:
  void add(Source source) { bits_ |= 1u << static_cast<unsigned>(source); }
  bool has(Source source) const { return (bits_ >> static_cast<unsigned>(source)) & 1u; }
  void merge(SourceSet other) { bits_ |= other.bits_; }

 private:
  std::uint32_t bits_ = 0;
};

std::string_view id(Source source);  // "front-page"
std::optional<Source> source_from_id(std::string_view id);

enum class EncounterKind : std::uint8_t {
  kUnknown, kInpatient, kDaySurgery, kOutpatient, kEmergency, kObservation, kOther,
};
enum class Disposition : std::uint8_t {
  kUnknown, kHome, kTransfer, kCommunity, kAgainstAdvice, kDeath, kOther,
};
enum class Realm : std::uint8_t { kUnknown, kChina, kOther };
// How far a chart is; an archived one is judged whole, a running one by its clock.
enum class Stage : std::uint8_t { kWriting, kRunning, kDischarged, kArchived };

std::string_view id(EncounterKind kind);
std::string_view id(Disposition disposition);
std::string_view id(Stage stage);
std::optional<EncounterKind> encounter_kind_from_id(std::string_view id);
std::optional<Disposition> disposition_from_id(std::string_view id);
std::optional<Stage> stage_from_id(std::string_view id);

struct Patient {
  Text id, name, id_card;
  Located<Sex> sex;
  std::optional<Located<Time>> birth;
  Text age, age_unit;  // Stated age at admission, where no birth date is.
};

struct Encounter {
  Text id;  // 住院号, visit number
  Located<EncounterKind> kind;
  TimeFact admitted, discharged, died;
  Located<Disposition> disposition;
  Text department, ward, bed;
  Person attending;
  std::optional<Located<Time>> archived;
  Span span;  // What told of the stay: the encounter or the first document's header.
};

struct Institution {
  Text id, name, level;
};

// One stay or visit with all that is known of it. Built by the reader, then immutable.
class Chart {
 public:
  std::string key;             // Stable name: stay number, else what identifies the input.
  bool complete = false;       // All documents of the stay are here; false for a lone document.
  bool cut_off = false;        // Part of it could not be read: what is not here may well exist.
  Realm realm = Realm::kUnknown;
  std::optional<Stage> stage;  // As the input states it; else derived, see stage_of().
  SourceSet sources;
  Institution institution;
  Patient patient;
  Encounter encounter;
  std::vector<Document> documents;  // By completion, else recorded time, then as read.
  std::vector<Diagnosis> diagnoses;
  std::vector<Procedure> procedures;
  std::vector<Surgery> surgeries;   // By start.
  std::vector<Order> orders;
  std::vector<TestResult> results;
  std::vector<Observation> observations;
  std::vector<Condition> conditions;
  std::vector<Consultation> consultations;
  std::vector<Transfer> transfers;
  std::vector<Handover> handovers;
  std::vector<Rescue> rescues;
  std::vector<Transfusion> transfusions;
  std::vector<CriticalValue> critical_values;
  std::vector<Checklist> checklists;
  std::vector<Round> rounds;
  std::vector<FollowUp> followups;
  std::vector<AuditEvent> audit;
  std::vector<FrontPageField> front_page;
  std::vector<Person> staff;
  std::vector<Text> filing;         // Ids of documents, in the order of the bound chart.
  Span span;  // Where the chart begins: points at nothing smaller when nothing smaller is known.

  // The documents of a type, in order of time.
  std::vector<const Document*> of_type(DocType type) const;
  const Document* first(DocType type) const;
  bool has(DocType type) const { return first(type) != nullptr; }
  // Documents of a type that speak of surgery `index`: those linked to it; when the chart has one
  // surgery only, all of the type.
  std::vector<const Document*> about_surgery(DocType type, std::uint32_t index) const;
  const Document* first_about_surgery(DocType type, std::uint32_t index) const;
  std::vector<const Checklist*> checklists_about(std::string_view kind, std::uint32_t index) const;

  bool inpatient() const;
  bool dead() const;         // Died in the stay: time of death, disposition or a death record.
  // Title of a person by the chart's staff table, else as the document gives it.
  Title title_of(const Person& person) const;
  const Person* staff_member(const Person& person) const;
};

// A physician's course notes: C0037-C0045 and C0048, the convention of the frequency rules.
bool is_course_note(DocType type);

}  // namespace emrlint

#endif  // EMRLINT_MODEL_CHART_H_

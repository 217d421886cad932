// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_EVENTS_H_
#define EMRLINT_MODEL_EVENTS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/fact.h"
#include "model/person.h"

// What happened during a stay. Each event has an id that is stable between runs ("s1", or made
// from its kind and time), the place that tells of it, and only what the chart really states.
namespace emrlint {

enum class Urgency : std::uint8_t { kUnknown, kElective, kUrgent, kEmergency, kLifeSaving };
enum class Side : std::uint8_t { kUnknown, kLeft, kRight, kBoth, kNone };
enum class AnesthesiaKind : std::uint8_t {
  kUnknown, kGeneral, kNeuraxial, kNerveBlock, kLocal, kSedation, kCombined, kOther,
};

struct Anesthesia {
  bool present = false;  // The chart tells of an anaesthesia.
  AnesthesiaKind kind = AnesthesiaKind::kUnknown;
  Text kind_text;
  std::optional<Located<int>> asa;
  Person by;
  TimeFact start, end;
};

struct Surgery {
  Text id;
  Text code;
  Text name;
  std::optional<Located<int>> level;  // 1-4
  Located<Urgency> urgency;
  std::optional<Located<bool>> planned;  // false: unplanned return to theatre
  bool cancelled = false;
  bool cesarean = false;
  TimeFact start, end, left_room;
  Person surgeon;
  std::vector<Person> assistants;
  Person planned_surgeon;             // From order, discussion or consent.
  Text incision;                      // I, II, III as written.
  Text site;
  Located<Side> side;
  Text destination;                   // ward, pacu, icu as written
  Anesthesia anesthesia;
  Span span;
};

enum class Acuity : std::uint8_t { kSerious, kCritical };  // 病重, 病危

// An interval in which the patient was 病重 or 病危, from orders or notices.
struct Condition {
  Text id;
  Acuity severity = Acuity::kSerious;
  std::optional<Located<Time>> start, stop;
  Span span;
};

enum class ConsultationKind : std::uint8_t {
  kUnknown,
  kRoutine,
  kUrgent,
  kExternal,
  kMultidisciplinary
};

struct Consultation {
  Text id;
  ConsultationKind kind = ConsultationKind::kUnknown;
  std::optional<Located<Time>> requested, arrived, done;
  Text from_department, department;
  Person consultant;
  bool cancelled = false;
  Span span;
};

struct Transfer {
  Text id;
  std::optional<Located<Time>> at;
  Text from, to;
  bool urgent = false;
  Span span;
};

struct Handover {
  Text id;
  std::optional<Located<Time>> at;
  Person from, to;
  Span span;
};

struct Rescue {
  Text id;
  std::optional<Located<Time>> start, end;
  Span span;
};

struct Transfusion {
  Text id;
  std::optional<Located<Time>> start, end;
  Text product, volume, unit;
  Span span;
};

struct Order {
  Text id;
  Text kind;     // drug, lab, exam, surgery, nursing-level, condition, consultation, diet ...
  Text term;     // long, once
  Text content;
  std::optional<Located<Time>> start, stop, executed;
  Person by, executor, verifier;
  bool cancelled = false;
  Text dose, dose_unit, route, frequency, group;
  std::vector<Text> about;
  Span span;
};

struct ResultItem {
  Text name, code, value, unit, flag;
  Span span;
};

// A laboratory, imaging or pathology report.
struct TestResult {
  Text id;
  Text kind;  // lab, imaging, pathology, ecg, other
  Text name, code;
  std::optional<Located<Time>> collected, reported, filed;
  std::vector<ResultItem> items;
  Text conclusion;
  Span span;
};

struct Observation {
  Text name, code, value, unit;
  std::optional<Located<Time>> at;
  Span span;
};

struct ChecklistPhase {
  Text phase;  // before-anesthesia, before-incision, before-leaving
  std::optional<Located<Time>> at;
  std::vector<Signature> signatures;
  std::vector<Text> items;
  Span span;
};

struct Checklist {
  Text id;
  Text kind;  // surgical-safety, surgical-risk, surgical-count, emergency-preparation ...
  std::vector<Text> about;
  std::optional<Located<Time>> at;
  std::vector<ChecklistPhase> phases;
  std::vector<Signature> signatures;
  std::vector<ResultItem> items;
  std::vector<std::uint32_t> surgeries;  // Set by the chart builder.
  Span span;
};

struct CriticalValue {
  Text id, name, value, unit;
  std::optional<Located<Time>> reported, received, handled;
  Span span;
};

struct Procedure {
  Text id, code, name, code_system;
  std::optional<Located<Time>> at;
  bool principal = false;
  bool invasive = false;
  Person by;
  std::uint32_t document = kNoDocument;
  Span span;

  static constexpr std::uint32_t kNoDocument = 0xffffffff;
};

enum class DiagnosisRole : std::uint8_t {
  kUnknown, kOutpatient, kAdmission, kPreliminary, kRevised, kDischargePrincipal, kDischargeOther,
  kDischarge,  // at discharge, rank not stated
  kPreop, kIntraop, kPostop, kPathology, kExternalCause, kDeath, kOther,
};

struct Diagnosis {
  DiagnosisRole role = DiagnosisRole::kUnknown;
  Text code, name, code_system;
  Text on_admission;     // yes, uncertain, unknown, no; or 1-4 as written
  bool tcm = false;      // GB/T 15657: not judged by the rules for ICD-10
  std::uint32_t document = 0xffffffff;  // Index into Chart::documents; none for chart data.
  Span span;
};

struct FollowUp {
  Text id, kind, content;
  std::optional<Located<Time>> at;
  Span span;
};

struct AuditEvent {
  Text id, action, object, account, terminal;
  std::optional<Located<Time>> at;
  Span span;
};

struct FrontPageField {
  Text name, value;
};

std::string_view id(Urgency);
std::string_view id(Side);
std::string_view id(AnesthesiaKind);
std::string_view id(ConsultationKind);
std::string_view id(DiagnosisRole);
std::optional<Urgency> urgency_from_id(std::string_view);
std::optional<Side> side_from_id(std::string_view);
std::optional<AnesthesiaKind> anesthesia_from_id(std::string_view);
std::optional<ConsultationKind> consultation_from_id(std::string_view);
std::optional<DiagnosisRole> diagnosis_role_from_id(std::string_view);

}  // namespace emrlint

#endif  // EMRLINT_MODEL_EVENTS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_EVENTS_H_
#define EMRLINT_MODEL_EVENTS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "base/time.h"
#include "model/fact.h"
#include "model/person.h"

// What happened during a stay. Each event has an id that is stable between runs ("s1", or made
// from its kind and time), the place that tells of it, and only what the chart really states.
namespace emrlint {

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

// A physician at the bedside, where rounds are recorded as such, apart from the notes on them.
struct Round {
  Text id;
  std::optional<Located<Time>> at;
  Person by;
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

std::string_view id(ConsultationKind);
std::optional<ConsultationKind> consultation_from_id(std::string_view);

}  // namespace emrlint

#endif  // EMRLINT_MODEL_EVENTS_H_

// SPDX-License-Identifier: Apache-2.0
// What was ordered, measured, reported and ticked off for a patient.
#ifndef EMRLINT_MODEL_CARE_H_
#define EMRLINT_MODEL_CARE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/fact.h"
#include "model/person.h"

namespace emrlint {

struct Order {
  Text id;
  Text kind;     // drug, lab, exam, surgery, nursing-level, condition, consultation, diet ...
  Text term;     // long, once
  Text content;
  std::optional<Located<Time>> start, stop, executed;
  std::optional<Located<Time>> entered;  // When it was put into the system.
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

}  // namespace emrlint

#endif  // EMRLINT_MODEL_CARE_H_

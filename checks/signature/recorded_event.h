// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_SIGNATURE_RECORDED_EVENT_H_
#define EMRLINT_CHECKS_SIGNATURE_RECORDED_EVENT_H_

#include <optional>

#include "check/missing.h"
#include "model/chart.h"

// The event that a document tells of as past: the end of a surgery or a rescue, a death.
namespace emrlint::checks {

struct RecordedEvent {
  Bilingual name;
  Time time;
  Span span;
};

struct Recorded {
  std::optional<RecordedEvent> event;  // Empty also where its time is not known.
  std::optional<Missing> unclear;      // Set where the document may speak of one of several.
};
Recorded recorded_by(const Chart& chart, const Document& document);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_SIGNATURE_RECORDED_EVENT_H_

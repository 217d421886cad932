// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_EVENT_LINK_H_
#define EMRLINT_CHECK_EVENT_LINK_H_

#include <optional>
#include <vector>

#include "check/subject.h"

// Which document speaks of which event: a consultation, transfer, handover, rescue, transfusion,
// condition, critical value, procedure. Surgeries are linked by the chart builder.
namespace emrlint {

// Whether the document names the event: "rescues/r1", or its bare id.
bool names_event(const Chart& chart, const Document& document, const Subject& event);

// Whether the document stands in a file of its own that tells of something at `span`: it is the
// record of that then.
bool tells_of(const Chart& chart, const Document& document, Span span);

// Whether `time` falls to times[index]: not before it, and before any later one; what comes before
// all falls to the first. False where times[index] is not known.
bool follows(const Time& time, const std::vector<std::optional<Time>>& times, std::size_t index);
// The same for what is written before its event; what comes after all falls to the last.
bool leads_to(const Time& time, const std::vector<std::optional<Time>>& times, std::size_t index);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_EVENT_LINK_H_

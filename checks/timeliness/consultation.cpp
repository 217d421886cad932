// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/consultation.h"

#include "check/event_link.h"

namespace emrlint::checks {

const Document* record_of_consultation(const Chart& chart, std::size_t index) {
  std::vector<std::optional<Time>> times;
  for (const Consultation& c : chart.consultations) {
    times.push_back(c.requested ? std::optional(c.requested->value) : std::nullopt);
  }
  const Document* near = nullptr;
  for (const Document* record : chart.of_type(DocType::kConsultationRecord)) {
    if (names_event(chart, *record, of_consultation(index)) ||
        tells_of(chart, *record, chart.consultations[index].span)) {
      return record;
    }
    bool other = false;
    for (std::size_t i = 0; i < times.size(); ++i) {
      other = other || names_event(chart, *record, of_consultation(i));
    }
    const bool here =
        times.size() == 1 || (record->completed && follows(record->completed->value, times, index));
    if (!other && here && near == nullptr) near = record;
  }
  return near;
}

}  // namespace emrlint::checks

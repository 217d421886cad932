// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/consultation.h"

#include <algorithm>

#include "check/event_link.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

bool names_some(const Chart& chart, const Document& record) {
  for (std::size_t i = 0; i < chart.consultations.size(); ++i) {
    if (names_event(chart, record, of_consultation(i))) return true;
  }
  return false;
}

// Whether the record says that it is by the consultant, or the department, that was asked.
bool by_the_asked(const Chart& chart, const Document& record, const Consultation& asked) {
  const std::string_view department = asked.department.value;
  if (!department.empty() && holds(record.title.value, department)) return true;
  return std::any_of(
      record.signatures.begin(), record.signatures.end(), [&](const Signature& signature) {
        if (signature.role != Role::kConsultant) return false;
        if (asked.consultant.known() &&
            same_person(asked.consultant, signature.person) == SamePerson::kYes) {
          return true;
        }
        const Person* staff = chart.staff_member(signature.person);
        const std::string_view own = !signature.person.department.value.empty() || staff == nullptr
                                         ? signature.person.department.value
                                         : staff->department.value;
        return !department.empty() && own == department;
      });
}

// Whether another consultation of the chart is the one that the record says it is of.
bool by_another(const Chart& chart, const Document& record, std::size_t index) {
  for (std::size_t i = 0; i < chart.consultations.size(); ++i) {
    if (i != index && by_the_asked(chart, record, chart.consultations[i])) return true;
  }
  return false;
}

}  // namespace

const Document* record_of_consultation(const Chart& chart, std::size_t index) {
  const Consultation& asked = chart.consultations[index];
  std::vector<std::optional<Time>> times;
  for (const Consultation& c : chart.consultations) {
    times.push_back(c.requested ? std::optional(c.requested->value) : std::nullopt);
  }
  const Document* own = nullptr;
  const Document* near = nullptr;
  for (const Document* record : chart.of_type(DocType::kConsultationRecord)) {
    if (names_event(chart, *record, of_consultation(index)) ||
        tells_of(chart, *record, asked.span)) {
      return record;
    }
    if (names_some(chart, *record)) continue;
    const auto& done = record->completed;
    const bool here = times.size() == 1 || (done && follows(done->value, times, index));
    const bool early = done && times[index] && certainly_before(done->value, *times[index]);
    if (by_the_asked(chart, *record, asked) && !early) {
      if (own == nullptr) own = record;
    } else if (here && near == nullptr && !by_another(chart, *record, index)) {
      near = record;
    }
  }
  return own != nullptr ? own : near;
}

bool unclaimed_record(const Chart& chart) {
  std::vector<const Document*> claimed;
  for (std::size_t i = 0; i < chart.consultations.size(); ++i) {
    claimed.push_back(record_of_consultation(chart, i));
  }
  const auto records = chart.of_type(DocType::kConsultationRecord);
  return std::any_of(records.begin(), records.end(), [&](const Document* record) {
    return std::find(claimed.begin(), claimed.end(), record) == claimed.end() &&
           !names_some(chart, *record);
  });
}

}  // namespace emrlint::checks

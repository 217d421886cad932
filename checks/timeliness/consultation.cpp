// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/consultation.h"

#include <algorithm>

#include "check/event_link.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

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

}  // namespace

// What one record says of the consultations.
struct ConsultationRecords::Claims {
  const Document* record = nullptr;
  std::vector<std::size_t> named;  // By reference, or because it stands in their file.
  std::vector<std::size_t> asked;  // By the consultant or department.

  static bool has(const std::vector<std::size_t>& list, std::size_t index) {
    return std::find(list.begin(), list.end(), index) != list.end();
  }
};

ConsultationRecords::Claims ConsultationRecords::claims_of(const Chart& chart,
                                                           const Document& record) {
  Claims claims{&record, {}, {}};
  for (std::size_t i = 0; i < chart.consultations.size(); ++i) {
    if (names_event(chart, record, of_consultation(i)) ||
        tells_of(chart, record, chart.consultations[i].span)) {
      claims.named.push_back(i);
    }
    if (by_the_asked(chart, record, chart.consultations[i])) claims.asked.push_back(i);
  }
  return claims;
}

ConsultationRecords::ConsultationRecords(const Chart& chart) : chart_(chart) {
  std::vector<std::optional<Time>> times;
  for (const Consultation& c : chart.consultations) {
    times.push_back(c.requested ? std::optional(c.requested->value) : std::nullopt);
  }
  std::vector<Claims> all;
  for (const Document* record : chart.of_type(DocType::kConsultationRecord)) {
    all.push_back(claims_of(chart, *record));
  }
  for (std::size_t i = 0; i < times.size(); ++i) own_.push_back(record_for(i, all, times));
  for (const Claims& one : all) {
    unclaimed_ |= one.named.empty() && consultation_of(*one.record) == nullptr;
  }
}

const Document* ConsultationRecords::record_for(std::size_t index, const std::vector<Claims>& all,
                                                const std::vector<std::optional<Time>>& times) {
  const Document* own = nullptr;
  const Document* near = nullptr;
  for (const Claims& one : all) {
    if (Claims::has(one.named, index)) return one.record;
    if (!one.named.empty()) continue;
    const auto& done = one.record->completed;
    const bool early = done && times[index] && certainly_before(done->value, *times[index]);
    const bool here = times.size() == 1 || (done && follows(done->value, times, index));
    if (Claims::has(one.asked, index) && !early) {
      if (own == nullptr) own = one.record;
    } else if (here && near == nullptr && one.asked.empty()) {
      near = one.record;
    }
  }
  return own != nullptr ? own : near;
}

const Consultation* ConsultationRecords::consultation_of(const Document& record) const {
  for (std::size_t i = 0; i < own_.size(); ++i) {
    if (own_[i] == &record) return &chart_.consultations[i];
  }
  return nullptr;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/level4.h"

#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/records.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

std::string_view department_of(const Chart& chart, const Person& person) {
  if (!person.department.value.empty()) return person.department.value;
  const Person* member = chart.staff_member(person);
  return member == nullptr ? std::string_view() : member->department.value;
}

bool before_start(const std::optional<Located<Time>>& at, const Surgery& surgery) {
  return !at || !surgery.start || !certainly_after(at->value, surgery.start.value());
}

const Consultation* consultation_before(const Chart& chart, std::size_t index) {
  const Surgery& surgery = chart.surgeries[index];
  for (const Consultation& consultation : chart.consultations) {
    if (consultation.kind != ConsultationKind::kMultidisciplinary || consultation.cancelled)
      continue;
    const auto& at = consultation.done ? consultation.done : consultation.arrived;
    if (at && before_start(at, surgery)) return &consultation;
  }
  return nullptr;
}

}  // namespace

Departments departments_of(const Chart& chart, const Document& discussion) {
  Departments result;
  result.complete = !discussion.participants.empty() && !discussion.broken;
  for (const Participant& participant : discussion.participants) {
    const std::string_view department = department_of(chart, participant.person);
    if (department.empty()) {
      result.complete = false;
    } else if (std::find(result.known.begin(), result.known.end(), department) ==
               result.known.end()) {
      result.known.push_back(department);
    }
  }
  return result;
}

Answer multidisciplinary(const Chart& chart, const Document& discussion) {
  const WordList words{kMdtTitles};
  if (holds_any(discussion.title.value, words) || tells_any(discussion, words)) return Answer::kYes;
  const Departments departments = departments_of(chart, discussion);
  if (departments.count() >= 2) return Answer::kYes;
  return departments.complete ? Answer::kNo : Answer::kUnknown;
}

Mdt find_mdt(const Chart& chart, std::size_t index, Report& report) {
  Mdt mdt;
  const Records records = records_about(
      chart, index, {DocType::kLevel4Mdt, DocType::kPreopDiscussion, DocType::kConsultationRecord});
  mdt.unlinked = records.unlinked;
  for (const Document* document : records.all) {
    const bool declared = document->type == DocType::kLevel4Mdt ||
                          holds_entry(chart, *document, {{kMdtTitles}, {}}, report);
    if (declared && mdt.record == nullptr) mdt.record = document;
    if (!declared && document->type == DocType::kPreopDiscussion) mdt.usual = document;
  }
  // A stay with several surgeries does not tell which of them a consultation was about.
  if (only_surgery(chart, index)) mdt.consultation = consultation_before(chart, index);
  return mdt;
}

std::optional<Severity> mdt_severity(const Surgery& surgery) {
  const Urgency urgency = surgery.urgency.value;
  if (urgency == Urgency::kElective || urgency == Urgency::kUrgent) return std::nullopt;
  return Severity::kWarning;
}

void lighten(Outcome& outcome, const Surgery& surgery) {
  if (const std::optional<Severity> severity = mdt_severity(surgery)) outcome.weaker(*severity);
}

}  // namespace emrlint::checks

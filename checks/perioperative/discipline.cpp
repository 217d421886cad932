// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/discipline.h"

#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/level4.h"
#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

// Those who know of them all.
constexpr WordList kGeneral{"重症|ICU|多学科|MDT|全科|老年|综合内科|大内科|急诊"};

bool of_group(std::string_view text, const Discipline& group) {
  return holds_any(text, group.departments) || holds_any(text, kGeneral);
}

bool told_of_group(std::string_view text, const Discipline& group) {
  return holds_any(text, group.told) ||
         holds_any(text, {"重症医学|ICU|多学科|MDT|老年科|老年医学|全科医学"});
}

Answer either(Answer a, Answer b) {
  if (a == Answer::kYes || b == Answer::kYes) return Answer::kYes;
  return a == Answer::kUnknown || b == Answer::kUnknown ? Answer::kUnknown : Answer::kNo;
}

Answer consulted(const Chart& chart, const Surgery& surgery, const Discipline& group) {
  Answer answer = Answer::kNo;
  for (const Consultation& one : chart.consultations) {
    const auto& at = one.done ? one.done : one.arrived ? one.arrived : one.requested;
    if (one.cancelled || begun_before(surgery, at)) continue;
    const std::string_view department =
        one.department.value.empty() ? one.consultant.department.value : one.department.value;
    const bool several = one.kind == ConsultationKind::kMultidisciplinary;
    const Answer here = several || of_group(department, group) ? Answer::kYes
                        : department.empty()                   ? Answer::kUnknown
                                                               : Answer::kNo;
    answer = either(answer, here);
  }
  return answer;
}

bool names_department(const Chart& chart, const Document& record, const Discipline& group) {
  const Departments departments = departments_of(chart, record);
  if (std::any_of(departments.known.begin(), departments.known.end(),
                  [&](std::string_view one) { return of_group(one, group); })) {
    return true;
  }
  return std::any_of(record.signatures.begin(), record.signatures.end(), [&](const Signature& one) {
    return of_group(one.person.department.value, group);
  });
}

// Records of consultations and discussions, and notes that pass on an opinion.
Answer recorded(const Chart& chart, std::size_t index, const Discipline& group) {
  constexpr WordList kAsked{"会诊|科意见|科医师|科参加"};
  Answer answer = Answer::kNo;
  for (const Document& record : chart.documents) {
    if (begun_before(chart.surgeries[index], took_place(record))) continue;
    const bool consultation = record.type == DocType::kConsultationRecord;
    const bool discussion =
        record.type == DocType::kPreopDiscussion || record.type == DocType::kLevel4Mdt;
    if (!consultation && !discussion && !is_course_note(record.type)) continue;
    if ((consultation || discussion) && names_department(chart, record, group)) return Answer::kYes;
    if (consultation) answer = Answer::kUnknown;
    for (const Text& text : record.texts) {
      const bool asked = consultation || holds_any(text.value, kAsked);
      if (asked && told_of_group(text.value, group)) return Answer::kYes;
    }
  }
  return answer;
}

}  // namespace

Answer took_part(const Chart& chart, std::size_t index, const Discipline& discipline) {
  return either(consulted(chart, chart.surgeries[index], discipline),
                recorded(chart, index, discipline));
}

}  // namespace emrlint::checks

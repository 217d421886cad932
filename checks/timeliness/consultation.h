// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TIMELINESS_CONSULTATION_H_
#define EMRLINT_CHECKS_TIMELINESS_CONSULTATION_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "check/report.h"

namespace emrlint::checks {

inline constexpr Bilingual kRequest{"会诊申请发出", "the request"};

inline constexpr Missing kConsultationKindUnknown{"consultation-kind", "会诊类型（普通、急、院外）",
                                                  "the kind of consultation"};
inline constexpr Missing kRequestTime{"request-time", "会诊申请发出的时间",
                                      "the time of the request"};

inline constexpr Missing kWhichConsultation{"consultation-link", "会诊记录所述的是哪一次会诊",
                                            "which consultation a record speaks of"};

inline Subject of_consultation(std::size_t index) {
  return {SubjectKind::kConsultation, static_cast<std::uint32_t>(index)};
}

// "骨科会诊", for messages.
inline Bilingual name_of(const Consultation& consultation) {
  if (!consultation.department.value.empty()) {
    return {consultation.department.value, consultation.department.value};
  }
  return {"受邀科室", "the department asked"};
}

inline Span span_of(const Consultation& consultation) {
  return consultation.requested ? consultation.requested->span : consultation.span;
}

// Calls `judge(i)` for each consultation of a kind; one of unknown kind is undecided.
template <typename Judge>
void judge_consultations(const Chart& chart, ConsultationKind kind, Report& report, Judge judge) {
  for (std::size_t i = 0; i < chart.consultations.size(); ++i) {
    const Consultation& c = chart.consultations[i];
    if (c.cancelled) continue;
    if (c.kind == ConsultationKind::kUnknown) {
      report.undecided(of_consultation(i), kConsultationKindUnknown, span_of(c));
    } else if (c.kind == kind) {
      judge(i);
    }
  }
}

// Which record is of which consultation, told once for a chart: a record that names the
// consultation or stands in its file, else the first one by the department or consultant that was
// asked, else the first one between its request and the next that is by nobody else who was asked.
class ConsultationRecords {
 public:
  explicit ConsultationRecords(const Chart& chart);

  // Null when there is none.
  const Document* of(std::size_t index) const { return own_[index]; }
  // The first consultation that the record is of; null where it is of none.
  const Consultation* consultation_of(const Document& record) const;
  // Whether a record is of no consultation and names none: any may be meant.
  bool unclaimed() const { return unclaimed_; }

 private:
  struct Claims;
  static Claims claims_of(const Chart& chart, const Document& record);
  static const Document* record_for(std::size_t index, const std::vector<Claims>& all,
                                    const std::vector<std::optional<Time>>& times);

  const Chart& chart_;
  std::vector<const Document*> own_;
  bool unclaimed_ = false;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TIMELINESS_CONSULTATION_H_

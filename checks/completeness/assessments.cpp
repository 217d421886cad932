// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/assessments.h"

#include <algorithm>

#include "check/survival.h"

namespace emrlint::checks {
namespace {

constexpr Bilingual kAdmission{"入院", "admission"};
constexpr Bilingual kSurgeryEnd{"手术结束", "the end of surgery"};

// Nursing documents and forms, which a chart of BL 16 need not hold.
constexpr DocType kFormTypes[] = {DocType::kAdmissionAssessment, DocType::kGeneralNursingRecord,
                                  DocType::kNursingPlan, DocType::kDischargeAssessment};
constexpr DocType kRecordTypes[] = {DocType::kAdmissionRecord,
                                    DocType::kFirstProgressNote,
                                    DocType::kProgressNote,
                                    DocType::kSeniorRoundNote,
                                    DocType::kPostopFirstNote,
                                    DocType::kPreopSummary,
                                    DocType::kPreopDiscussion,
                                    DocType::kPreopAssessmentForm,
                                    DocType::kSurgicalRiskAssessment,
                                    DocType::kLevel4Mdt,
                                    DocType::kCriticalNursingRecord,
                                    DocType::kVitalSignsRecord,
                                    DocType::kAnesthesiaPreopVisit,
                                    DocType::kAnesthesiaPostopVisit,
                                    DocType::kPacuRecord,
                                    DocType::kTransferHandover,
                                    DocType::kConsultationRecord,
                                    DocType::kTransferRecord,
                                    DocType::kAdmissionDischarge24h,
                                    DocType::kTreatmentRecord,
                                    DocType::kOtherDocument};

template <std::size_t Count>
bool among(const DocType (&types)[Count], DocType type) {
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}
bool may_hold(DocType type) { return among(kFormTypes, type) || among(kRecordTypes, type); }

std::optional<Located<Time>> made_at(const Document& document) {
  if (document.held) return document.held;
  return document.recorded ? document.recorded : document.completed;
}

GroupSet shown_in(const Checklist& form, const RecordItems& items) {
  GroupSet shown = items.in(form.kind.value);
  for (const ResultItem& item : form.items) shown |= items.in(item.name.value);
  return shown;
}

// When it was first done at or after `from`, and why it may have been done without being found.
struct First {
  std::optional<Located<Time>> at;
  bool untimed = false;
};
First first_of(const std::vector<Assessed>& all, const std::optional<Time>& from) {
  First first;
  for (const Assessed& one : all) {
    if (!one.at) {
      first.untimed = true;
    } else if (!from || !certainly_before(one.at->value, *from)) {
      if (!first.at || one.at->value.earliest < first.at->value.earliest) first.at = one.at;
    }
  }
  return first;
}

void judge(const Chart& chart, const AssessmentDuty& duty, const Subject& subject, Bilingual event,
           const std::optional<Located<Time>>& began, const Missing& unknown, Duration limit,
           const First& first, Report& report) {
  std::optional<Missing> doubt = assessment_doubt(chart);
  if (first.untimed) doubt = missing::kCompletionTime;
  judge_duty({.subject = subject,
              .event = event,
              .began = began,
              .unknown = unknown,
              .limit = {.time = limit, .working_days = {}, .days = {}},
              .done_name = duty.name,
              .late = duty.late,
              .missing = duty.missing,
              .due = duty.due},
             first.at, doubt, report);
}

}  // namespace

std::vector<Assessed> assessments_in(const Chart& chart, const RecordItems& items) {
  std::vector<Assessed> found;
  const auto add = [&](GroupSet what, const std::optional<Located<Time>>& at) {
    if (what != 0) found.push_back({what, at});
  };
  for (const Document& document : chart.documents) {
    if (may_hold(document.type)) add(items.in(document), made_at(document));
  }
  for (const Checklist& form : chart.checklists) add(shown_in(form, items), form.at);
  for (const Observation& one : chart.observations) add(items.in(one.name.value), one.at);
  return found;
}

std::optional<Missing> assessment_doubt(const Chart& chart) {
  if (!chart.complete) return missing::kRestOfChart;
  bool forms = false;
  for (const Document& document : chart.documents) {
    if (document.broken && may_hold(document.type)) return missing::kRestOfDocument;
    forms = forms || among(kFormTypes, document.type);
  }
  if (!forms) return kForms;
  return std::nullopt;
}

void judge_on_admission(const Chart& chart, const AssessmentDuty& duty, Duration limit,
                        Report& report) {
  const Encounter& stay = chart.encounter;
  if (stay.kind.value != EncounterKind::kInpatient) return;
  const TimeFact& end = stay.discharged ? stay.discharged : stay.died;
  if (stay.admitted && end && within(stay.admitted.value(), end.value(), limit) != Within::kNo) {
    return;
  }
  const First first = first_of(assessments_in(chart, duty.items), std::nullopt);
  judge(chart, duty, of_chart(), kAdmission, located(stay.admitted), missing::kAdmissionTime, limit,
        first, report);
}

void judge_after_surgery(const Chart& chart, const AssessmentDuty& duty, Duration limit,
                         Report& report) {
  if (chart.encounter.kind.value != EncounterKind::kInpatient || chart.surgeries.empty()) return;
  const std::vector<Assessed> all = assessments_in(chart, duty.items);
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || left_theatre_alive(chart, surgery) == false) continue;
    const std::optional<Located<Time>> ended = located(surgery.end);
    const First first = first_of(all, ended ? std::optional(ended->value) : std::nullopt);
    judge(chart, duty, of_surgery(i), kSurgeryEnd, ended, missing::kSurgeryEnd, limit, first,
          report);
  }
}

}  // namespace emrlint::checks

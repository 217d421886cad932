// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_ASSESSMENTS_H_
#define EMRLINT_CHECKS_COMPLETENESS_ASSESSMENTS_H_

#include <vector>

#include "checks/completeness/record_items.h"
#include "checks/timeliness/duty.h"

// Scores and screenings that may stand in a form, in a record or among the observations: when each
// was first made.
namespace emrlint::checks {

inline constexpr Missing kForms{"assessment-forms",
                                "评估表（病历中没有护理文书、评估表等可能载有评估"
                                "的资料）",
                                "the assessment forms (no nursing document or form that may hold "
                                "it is among the documents)"};

struct Assessed {
  GroupSet what = 0;  // The items of the table that it shows.
  std::optional<Located<Time>> at;
};

// Every document, checklist and observation that shows one of the items.
std::vector<Assessed> assessments_in(const Chart& chart, const RecordItems& items);

// Why something that was not found may be there all the same.
std::optional<Missing> assessment_doubt(const Chart& chart);

// Messages take: what began, when, until when, the limit; `late` also when it was done.
struct AssessmentDuty {
  const RecordItems& items;  // Any of them will do.
  Bilingual name;
  MessageInfo late, missing, due;
};

// Within `limit` of admission; not for a stay that ended before.
void judge_on_admission(const Chart& chart, const AssessmentDuty& duty, Duration limit,
                        Report& report);
// Within `limit` of the end of each surgery that the patient outlived.
void judge_after_surgery(const Chart& chart, const AssessmentDuty& duty, Duration limit,
                         Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_ASSESSMENTS_H_

// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MEDICATION_TREATMENT_TOLD_H_
#define EMRLINT_CHECKS_MEDICATION_TREATMENT_TOLD_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "check/report.h"

// Whether the notes of a stay tell of a treatment that was ordered.
namespace emrlint::checks {

// What the notes tell of one kind of treatment, read once for all its orders.
struct TreatmentNotes {
  std::optional<std::chrono::sys_days> last;  // The latest day of a note that tells of it.
  bool undated = false;                       // A note without a time does.
  bool broken = false;                        // A note could not be read to its end.

  // Whether a note of the day before or later tells of what was ordered then.
  bool after(const std::optional<Located<Time>>& ordered) const;
};

// `tells` answers for one piece of narrative; an affirmed or planned mention counts, as the callee
// decides. Notes: the course with its discussions and consultations, what is written before and on
// a surgery, approvals, talks with the patient, treatment records.
TreatmentNotes notes_on(const Chart& chart, bool (*tells)(std::string_view text));

// Whether one of the words stands in the text without being denied or merely supposed there, and
// not as what the patient is allergic to.
bool tells_affirmed(std::string_view text, WordList words);

// The subject of an order: pass where the notes tell of it; else undecided where something was not
// read, else the message at the order.
void judge_told(const Message<std::string_view>& message, const Chart& chart, std::size_t order,
                const TreatmentNotes& notes, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MEDICATION_TREATMENT_TOLD_H_

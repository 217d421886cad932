// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_DISCUSSION_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_DISCUSSION_H_

#include <cstdint>
#include <vector>

#include "checks/perioperative/records.h"

// What the checks on the preoperative discussion share.
namespace emrlint::checks {

// Surgeries of inpatients but for those that HX 8-1 exempts, 以紧急抢救生命为目的的急诊手术. True
// where kind of stay or urgency are unknown.
bool calls_for_discussion(const Chart& chart, const Surgery& surgery);

// Records of their own; a multidisciplinary discussion is one too.
Records discussions_about(const Chart& chart, std::size_t index);

// Of several the first: a later one was held besides. `found` is not empty.
const Document& earliest(const std::vector<const Document*>& found);

// How a discussion stands to the start of surgery, best first. The conclusion belongs in the chart
// (HX 8-4), but only the discussion itself must precede the surgery.
enum class Timing : std::uint8_t { kBefore, kUnclear, kSignedAfter, kAfter };
Timing timing_of(const Document& discussion, const Time& start);

// The first order of the surgery; `unlinked` when an order names none of several surgeries.
struct SurgicalOrder {
  const Order* first = nullptr;
  bool unlinked = false;
};
SurgicalOrder first_order(const Chart& chart, std::size_t index);

// The first signature with a time by the patient or his agent; null when there is none.
const Signature* first_by_patient_side(const std::vector<const Document*>& consents);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_DISCUSSION_H_

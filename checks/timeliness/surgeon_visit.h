// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TIMELINESS_SURGEON_VISIT_H_
#define EMRLINT_CHECKS_TIMELINESS_SURGEON_VISIT_H_

#include <optional>
#include <vector>

#include "check/option.h"
#include "check/report.h"

// HX 2-4: 术者必须亲自在术前和术后24小时内查房. Which notes show that the surgeon saw the patient.
namespace emrlint::checks {

// A note by which somebody who may be the surgeon saw the patient.
struct Visit {
  const Document* note = nullptr;
  Located<Time> at;
  bool certain = true;  // false: who the person is can't be told
};

// Who may see the patient: the surgeon, and instead of one from outside (not in the table of
// staff) the first assistant, when `assistant` says so.
struct Visitors {
  std::vector<const Person*> people;
};
Visitors visitors_for(const Chart& chart, const Surgery& surgery, bool assistant);

enum class VisitSide : std::uint8_t { kBefore, kAfter };

// Those before or after `moment`, the start or end of the surgery, in order of the chart. A round
// note or a note on the course shows a visit of all who took part, wrote or signed; a summary or
// discussion before surgery, and the first note after it, only where it tells of a visit in
// `words`. A note whose text names the surgeon together with such a word shows one too, whoever
// wrote it.
std::vector<Visit> visits_of(const Chart& chart, const Visitors& visitors, VisitSide side,
                             const Time& moment, WordList words);

// Set where a note that could show a visit broke off while it was read.
std::optional<Missing> cut_off_visit(const Chart& chart, VisitSide side);

inline constexpr WordList kVisitWords{"查房|查看|看望|巡视|看视|视诊患者"};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TIMELINESS_SURGEON_VISIT_H_

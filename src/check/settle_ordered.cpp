// SPDX-License-Identifier: Apache-2.0
#include "check/settle_ordered.h"

#include <utility>

#include "model/ordered.h"

namespace emrlint {
namespace {

// Null for another subject.
const Surgery* ordered(const Chart& chart, const Subject& subject) {
  if (subject.kind != SubjectKind::kSurgery) return nullptr;
  const Surgery& surgery = chart.surgeries[subject.index];
  return ordered_only(surgery) ? &surgery : nullptr;
}

bool ahead(const Surgery& surgery, const Report& report) {
  const Time& planned = surgery.start.value();
  return planned.precision >= Precision::kDay && report.still_open(planned);
}

bool stands(const Outcome& said, const Surgery& surgery, const Report& report) {
  if (!ahead(surgery, report) || said.kind == OutcomeKind::kFail) return false;
  return said.kind != OutcomeKind::kDue || !certainly_after(*said.due, surgery.start.value());
}

}  // namespace

void settle_ordered(const Chart& chart, Report& report) {
  if (told_surgeries(chart).size() == chart.surgeries.size()) return;
  Report settled(report.clock(), &report.tables(), &report.derived());
  for (const Subject& subject : report.passed()) {
    const Surgery* surgery = ordered(chart, subject);
    if (surgery == nullptr || ahead(*surgery, report)) {
      settled.pass(subject);
    } else {
      settled.undecided(subject, missing::kOperation, surgery->span);
    }
  }
  for (const Outcome& said : report.outcomes()) {
    const Surgery* surgery = ordered(chart, said.subject);
    if (surgery == nullptr || stands(said, *surgery, report)) {
      settled.fail(MessageInfo{}, said.subject, said.span, {}) = said;
    } else {
      settled.undecided(said.subject, missing::kOperation, surgery->span);
    }
  }
  report = std::move(settled);
}

}  // namespace emrlint

// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/discussion.h"

#include <algorithm>

#include "checks/perioperative/surgery.h"
#include "model/ordered.h"

namespace emrlint::checks {

bool calls_for_discussion(const Chart& chart, const Surgery& surgery) {
  return !outside_hospital(chart) && !surgery.cancelled &&
         surgery.urgency.value != Urgency::kLifeSaving;
}

Records discussions_about(const Chart& chart, std::size_t index) {
  return records_about(chart, index, {DocType::kPreopDiscussion, DocType::kLevel4Mdt});
}

const Document& earliest(const std::vector<const Document*>& found) {
  const auto before = [](const Document* a, const Document* b) {
    const std::optional<Located<Time>> at = took_place(*a);
    const std::optional<Located<Time>> other = took_place(*b);
    if (!at || !other) return at.has_value() && !other;
    return at->value.earliest < other->value.earliest;
  };
  return **std::min_element(found.begin(), found.end(), before);
}

Timing timing_of(const Document& discussion, const Time& start) {
  const std::optional<Located<Time>> at = took_place(discussion);
  if (!at) return Timing::kUnclear;
  const Answer held = no_later(at->value, start);
  if (held == Answer::kNo) return Timing::kAfter;
  const std::optional<Located<Time>> done = signed_at(discussion);
  if (held == Answer::kUnknown || (!discussion.held && !done)) return Timing::kUnclear;
  if (!done) return Timing::kBefore;
  const Answer signed_before = no_later(done->value, start);
  if (signed_before == Answer::kNo) return Timing::kSignedAfter;
  return signed_before == Answer::kYes || discussion.held ? Timing::kBefore : Timing::kUnclear;
}

SurgicalOrder first_order(const Chart& chart, std::size_t index) {
  SurgicalOrder result;
  for (const Order& order : chart.orders) {
    if (order.kind.value != "surgery" || order.cancelled) continue;
    if (order.about.empty() && !only_surgery(chart, index)) {
      result.unlinked = true;
      continue;
    }
    if (!order.about.empty() && !names_surgery(order.about, chart.surgeries[index])) continue;
    const Order* first = result.first;
    const bool earlier = first == nullptr || !first->start ||
                         (order.start && certainly_before(order.start->value, first->start->value));
    if (earlier) result.first = &order;
  }
  return result;
}

const Signature* first_by_patient_side(const std::vector<const Document*>& consents) {
  const Signature* first = nullptr;
  for (const Document* consent : consents) {
    for (const Signature& signature : consent->signatures) {
      if (!is_patient_side(signature.role) || !signature.at) continue;
      if (first == nullptr || certainly_before(signature.at->value, first->at->value)) {
        first = &signature;
      }
    }
  }
  return first;
}

}  // namespace emrlint::checks

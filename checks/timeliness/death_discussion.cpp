// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/death_discussion.h"

#include <algorithm>
#include <string_view>

#include "check/words.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr Missing kOrganiser{"organiser", "讨论由哪个部门组织", "who organised the discussion"};

bool organised(const Chart& chart, const Document& discussion, WordList words) {
  if (holds_any(discussion.title.value, words) || tells_any(discussion, words)) return true;
  const Departments departments = departments_of(chart, discussion);
  return std::any_of(departments.known.begin(), departments.known.end(),
                     [&](std::string_view name) { return holds_any(name, words); });
}

}  // namespace

const Surgery* level4_surgery_before_death(const Chart& chart) {
  const Surgery* unknown = nullptr;
  for (const Surgery& surgery : told_surgeries(chart)) {
    if (surgery.cancelled) continue;
    const TimeFact& died = chart.encounter.died;
    const Duration day{24 * 60};
    if (surgery.start && died && certainly_before(died.value(), surgery.start.value()) &&
        within(died.value(), surgery.start.value(), day) == Within::kNo) {
      continue;
    }
    if (!surgery.level) unknown = &surgery;
    if (surgery.level && surgery.level->value == 4) return &surgery;
  }
  return unknown;
}

DeathDiscussions death_discussions(const Chart& chart, const Time& died, Duration limit,
                                   WordList organisers) {
  DeathDiscussions found;
  for (const Document* discussion : chart.of_type(DocType::kDeathCaseDiscussion)) {
    const auto& at = discussion->held ? discussion->held : discussion->completed;
    const Answer several = multidisciplinary(chart, *discussion);
    if (several == Answer::kNo) {
      found.one_department = discussion;
      continue;
    }
    Answers own;
    own.take(at, died, limit);
    if (several == Answer::kUnknown) {
      found.answers.doubt = missing::kDepartments;
    } else if (own.met && !organised(chart, *discussion, organisers)) {
      found.answers.doubt = kOrganiser;
    } else {
      found.answers.take(at, died, limit);
    }
  }
  return found;
}

}  // namespace emrlint::checks

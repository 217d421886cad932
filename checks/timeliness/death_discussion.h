// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_TIMELINESS_DEATH_DISCUSSION_H_
#define EMRLINT_CHECKS_TIMELINESS_DEATH_DISCUSSION_H_

#include "check/deadline.h"
#include "check/option.h"
#include "checks/perioperative/level4.h"

// What is looked up for the discussion of a death after a level 4 surgery.
namespace emrlint::checks {

// The level 4 surgery whose patient died in the perioperative period: from 24 hours before it
// (SF 34) to the end of the stay. A surgery of unknown level only where no other is one.
const Surgery* level4_surgery_before_death(const Chart& chart);

struct DeathDiscussions {
  const Document* one_department = nullptr;  // A discussion that is no multidisciplinary one.
  Answers answers;
};
// `organisers` are words that tell that the medical administration convened a discussion.
DeathDiscussions death_discussions(const Chart& chart, const Time& died, Duration limit,
                                   WordList organisers);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_TIMELINESS_DEATH_DISCUSSION_H_

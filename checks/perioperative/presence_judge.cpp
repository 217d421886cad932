// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/presence.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

using std::chrono::seconds;

// Beyond that a time is rather wrong than the surgery so long.
constexpr seconds kLongest = std::chrono::hours(24);
// Whoever is in more surgeries at a time is no person, but what was filled in for one.
constexpr std::size_t kMostAtOnce = 20;
constexpr std::size_t kMostCompared = 100;  // Each with those that begin before it ends.
constexpr std::size_t kNotes = 5;

// In minutes, as times are compared.
Instant first_of(const Time& time) {
  return time.exact() ? std::chrono::floor<Duration>(time.earliest) : time.earliest;
}
Instant last_of(const Time& time) { return time.exact() ? first_of(time) : time.latest(); }

// What a form fills in where nobody wrote a time: 00:00 to 00:00 or to 23:59.
bool whole_day(const Time& start, const Time& end) {
  const auto of_day = [](const Time& time) {
    const Instant local = first_of(time) + std::chrono::minutes(time.offset);
    return local - std::chrono::floor<std::chrono::days>(local);
  };
  const seconds until = of_day(end);
  return start.exact() && end.exact() && of_day(start) == seconds(0) &&
         (until == seconds(0) || until >= std::chrono::hours(24) - std::chrono::minutes(1));
}

bool usable(const Fact& fact) {
  if (!fact.start || !fact.end || whole_day(*fact.start, *fact.end)) return false;
  return last_of(*fact.end) >= first_of(*fact.start) &&
         first_of(*fact.end) - last_of(*fact.start) <= kLongest;
}

// What is known of two marks: no mark says nothing.
Answer same_mark(const Fact& a, const Fact& b, PresenceMark mark) {
  if (a.mark(mark).empty() || b.mark(mark).empty()) return Answer::kUnknown;
  return a.mark(mark) == b.mark(mark) ? Answer::kYes : Answer::kNo;
}

// One patient is in one theatre at a time: two surgeries of his are one session, or one surgery
// that was read twice.
Answer same_patient(const Fact& a, const Fact& b) {
  if (a.chart == b.chart) return Answer::kYes;
  for (const PresenceMark mark : {kIdCard, kPatient}) {
    const Answer answer = same_mark(a, b, mark);
    if (answer != Answer::kUnknown) return answer;
  }
  return same_mark(a, b, kPatientName) == Answer::kNo ? Answer::kNo : Answer::kUnknown;
}

// The facts are of one number, or of one name. Of a name alone the department has to be the same.
Answer same_person(const Fact& a, const Fact& b) {
  const Answer ids = same_mark(a, b, kStaffId);
  if (ids == Answer::kNo) return Answer::kNo;
  if (ids == Answer::kYes) {
    return same_mark(a, b, kStaffName) == Answer::kNo ? Answer::kUnknown : Answer::kYes;
  }
  return same_mark(a, b, kDepartment) == Answer::kYes ? Answer::kYes : Answer::kUnknown;
}

seconds surely_common(const Fact& a, const Fact& b) {
  return std::min(first_of(*a.end), first_of(*b.end)) -
         std::max(last_of(*a.start), last_of(*b.start));
}
seconds possibly_common(const Fact& a, const Fact& b) {
  return std::min(last_of(*a.end), last_of(*b.end)) -
         std::max(first_of(*a.start), first_of(*b.start));
}

// What the other presences make of one.
struct Standing {
  std::vector<std::size_t> others;  // That certainly overlap.
  bool who = false;                 // Another may overlap, if it is the same person,
  bool when = false;                // or if the times are so.
};

void weigh(const Fact& fact, const Fact& other, std::size_t index, Standing& standing) {
  if (possibly_common(fact, other) <= fact.limit) return;
  const Answer patient = same_patient(fact, other), person = same_person(fact, other);
  if (patient == Answer::kYes || person == Answer::kNo) return;
  if (patient == Answer::kUnknown || person == Answer::kUnknown) {
    standing.who = true;
  } else if (surely_common(fact, other) <= fact.limit) {
    standing.when = true;
  } else {
    standing.others.push_back(index);
  }
}

void fail(std::span<const Fact> facts, const Fact& fact, const std::vector<std::size_t>& others,
          const OverlapWords& words, Report& report) {
  const auto common = [&](std::size_t i) { return surely_common(fact, facts[i]); };
  const std::size_t most =
      *std::max_element(others.begin(), others.end(),
                        [&](std::size_t a, std::size_t b) { return common(a) < common(b); });
  const Fact& other = facts[most];
  const auto role = [](const Fact& of) { return role_from_id(of.kind).value_or(Role::kUnknown); };
  Outcome& outcome = report.fail(words.overlap, fact.subject, fact.where, *fact.start, *fact.end,
                                 role(fact), *other.start, *other.end, role(other),
                                 std::chrono::floor<Duration>(common(most)), fact.limit);
  std::vector<std::string_view> noted;  // A surgery that was read in two forms is one.
  for (const std::size_t i : others) {
    const Fact& at = facts[i];
    if (std::find(noted.begin(), noted.end(), at.chart) != noted.end()) continue;
    if (noted.size() == kNotes) break;
    noted.push_back(at.chart);
    outcome.note(words.other, at.where, at.chart, *at.start, *at.end);
  }
}

}  // namespace

void judge_presences(std::span<const Fact> facts, const OverlapWords& words, Report& report) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    const bool named = !fact.mark(kStaffId).empty() || !fact.mark(kStaffName).empty();
    if (!named) {
      report.undecided(fact.subject, missing::kPerson, fact.where);
    } else if (!usable(fact)) {
      report.undecided(fact.subject, words.times, fact.where);
    } else {
      order.push_back(i);
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return first_of(*facts[a].start) < first_of(*facts[b].start);
  });
  std::vector<Standing> standings(facts.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Fact& a = facts[order[i]];
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      const Fact& b = facts[order[j]];
      if (first_of(*b.start) > last_of(*a.end)) break;
      if (j - i > kMostCompared) {
        standings[order[i]].who = true;
        break;
      }
      weigh(a, b, order[j], standings[order[i]]);
      weigh(b, a, order[i], standings[order[j]]);
    }
  }
  for (const std::size_t i : order) {
    const Fact& fact = facts[i];
    const Standing& standing = standings[i];
    const std::size_t others = standing.others.size();
    if (others > 0 && others <= kMostAtOnce) {
      fail(facts, fact, standing.others, words, report);
    } else if (others > 0 || standing.who || standing.when) {
      const bool when = others == 0 && !standing.who;
      report.undecided(fact.subject, when ? missing::kClockTime : missing::kPerson, fact.where);
    } else {
      report.pass(fact.subject);
    }
  }
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/time_words.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "check/words.h"
#include "checks/consistency/stands_alone.h"
#include "text/day_words.h"
#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

// The clause up to byte `to`, and from there on.
std::string_view clause_before(const Narrative& n, std::size_t to) {
  const std::size_t from = n.clause_begin(to);
  return n.text().substr(from, to - from);
}
std::string_view clause_behind(const Narrative& n, std::size_t from) {
  const std::size_t to = n.clause_end(from);
  return n.text().substr(from, std::max(to, from) - from);
}

// Another word for today further on, so that what stands before may tell of earlier days.
bool comes_to_today(const Narrative& n, const DayMention& day) {
  const std::size_t next_clause = n.clause_end(day.to) + 3;
  for (auto other = next_day(n.text(), day.to); other; other = next_day(n.text(), other->to)) {
    if (other->kind == DayKind::kRelative && other->number == 0 && other->from > next_clause) {
      return true;
    }
  }
  return n.sentence_begin(day.from) > 0;
}

// Where a surgery may be named in what stands behind a word; empty where it is over by then.
std::string_view operation_in(std::string_view behind) {
  behind = behind.substr(0, 300);  // No clause that a physician writes is longer.
  return holds(behind, "术后") ? std::string_view() : behind;
}

// 手术 as what is done, not 手术室 or 手术切口.
bool surgery_at(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "行")) at += 3;
  constexpr std::string_view kSurgery = "手术";
  constexpr std::string_view kBehind[] = {"治疗", "顺利"};
  if (!stands_at(text, at, kSurgery)) return false;
  at += kSurgery.size();
  return ends_here(text, at) || any_stands(text, at, kBehind);
}

bool admitted_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kAdmitted[] = {"入院",   "收入院",   "急诊入院",   "门诊入院",
                                            "收住院", "收住入院", "急诊收入院", "门诊收入院"};
  for (const std::string_view word : kAdmitted) {
    if (!stands_at(text, at, word)) continue;
    constexpr std::string_view kNot[] = {"第", "前", "时", "日", "证", "记", "宣"};
    return !any_stands(text, at + word.size(), kNot);
  }
  return false;
}

struct Claim {
  DayClaim day = DayClaim::kPostopDay;
  std::string_view operation = {};
};

std::optional<Claim> claim_of(const Narrative& n, const DayMention& day) {
  if (day.kind == DayKind::kAfterSurgery) {
    if (day.ordinal && stands_alone(n, day)) return Claim{DayClaim::kPostopDay};
    return std::nullopt;
  }
  if (day.kind == DayKind::kOfStay && stands_alone(n, day)) return Claim{DayClaim::kStayDay};
  if (day.kind != DayKind::kRelative) return std::nullopt;
  const std::string_view text = n.text();
  if (day.number == 0 && admitted_at(text, day.to)) return Claim{DayClaim::kAdmittedToday};
  std::string_view operation;
  if (!surgery_at(text, day.to)) {
    constexpr std::string_view kBehind[] = {"行", "在", "于", "拟", "全麻", "局麻", "腰麻", "急诊"};
    if (!any_stands(text, day.to, kBehind)) return std::nullopt;
    operation = operation_in(clause_behind(n, day.to));
    if (operation.empty()) return std::nullopt;
  }
  return Claim{day.number < 0    ? DayClaim::kSurgeryYesterday
               : day.number == 0 ? DayClaim::kSurgeryToday
                                 : DayClaim::kSurgeryTomorrow,
               operation};
}

bool fits(const Reading& reading, DayClaim claim) {
  if (reading.polarity != Polarity::kAffirmed || reading.who != Who::kPatient) return false;
  if (reading.mode == Mode::kActual) return true;
  const bool surgery = claim == DayClaim::kSurgeryToday || claim == DayClaim::kSurgeryTomorrow;
  return surgery && reading.mode == Mode::kPlanned;
}

// 拟行腹腔镜下胆囊切除术, in a sentence without a date, which would tell of the past.
void add_planned(const Narrative& n, std::vector<TimeWords>& all) {
  constexpr std::string_view kPlan = "拟行";
  const std::string_view text = n.text();
  for (std::size_t at = find_word(text, kPlan); at != text.npos;
       at = find_word(text, kPlan, at + 1)) {
    const std::string_view behind = clause_behind(n, at);
    const std::string_view operation = operation_in(behind);
    if (operation.empty()) continue;
    const Reading reading = n.reading(at + kPlan.size(), at + behind.size());
    const bool plan = reading.polarity == Polarity::kAffirmed && reading.who == Who::kPatient &&
                      reading.mode == Mode::kPlanned;
    const bool past = holds_any(clause_before(n, at), {"原|曾|已|入院|门诊|诊断|因|日|前"});
    if (plan && !past && !next_day(text.substr(0, at), n.sentence_begin(at))) {
      const std::size_t to = at + behind.size(), word_to = at + kPlan.size();
      all.push_back({DayClaim::kSurgeryPlanned, at, to, word_to, 0, false, operation});
    }
  }
}

}  // namespace

std::vector<TimeWords> time_words(const Narrative& narrative) {
  std::vector<TimeWords> all;
  std::size_t postop = 0;
  const std::string_view text = narrative.text();
  for (auto day = next_day(text, 0); day; day = next_day(text, day->to)) {
    postop += day->kind == DayKind::kAfterSurgery;
    const auto claim = claim_of(narrative, *day);
    if (!claim || !fits(narrative.reading(day->from, day->to), claim->day)) continue;
    const bool counted = claim->day == DayClaim::kPostopDay || claim->day == DayClaim::kStayDay;
    const std::size_t to = day->to + (counted ? 0 : clause_behind(narrative, day->to).size());
    const bool look_back = counted && postop <= 1 && comes_to_today(narrative, *day);
    all.push_back({claim->day, day->from, to, day->to, day->number, look_back, claim->operation});
  }
  if (postop > 1) {
    std::erase_if(all, [](const TimeWords& w) { return w.claim == DayClaim::kPostopDay; });
  }
  add_planned(narrative, all);
  return all;
}

bool names_surgery(const Chart& chart, const TimeWords& words) {
  constexpr std::size_t kShortest = 12;  // 切除术 and the like name none.
  if (words.operation.empty()) return true;
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& s) {
    return s.name.value.size() >= kShortest && holds(words.operation, s.name.value);
  });
}

}  // namespace emrlint::checks

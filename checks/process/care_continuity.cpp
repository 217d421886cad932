// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time, Time, Duration> kGap{
    "gap", "{0}至{1}超过{2}未见经治科室医师的记录、查房或医嘱，其间只有其他科室的记录。",
    "from {0} to {1}, for more than {2}, there is no note, round or order by the department that "
    "treats the patient, only notes of others."};
constexpr Message<> kOther{"other", "其间其他科室的记录", "a note of another department meanwhile"};

constexpr Option<Duration> kLimit{"limit", Duration{96 * 60},
                                  "经治科室的记录、查房、医嘱最长间隔（条文没有数值）",
                                  "longest gap between notes, rounds and orders of the treating "
                                  "department (no text gives a number)"};

constexpr Citation kBasis[] = {{"HX", "1-2"}, {"HX", "5"}};
constexpr int kCore[] = {1, 5};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr MessageInfo kMessages[] = {kGap, kOther};
constexpr OptionInfo kOptions[] = {kLimit};

struct Act {
  Time at;
  Span span;
  bool own = true;
};

std::string_view department_of(const Chart& chart, const Person& person) {
  if (!person.department.value.empty()) return person.department.value;
  const Person* staff = chart.staff_member(person);
  return staff == nullptr ? std::string_view() : staff->department.value;
}

// Whoever is not known to be of another department may be of the treating one.
bool treats(const Chart& chart, const Person& person) {
  const std::string_view department = department_of(chart, person);
  if (department.empty() || department == chart.encounter.department.value) return true;
  return std::any_of(chart.transfers.begin(), chart.transfers.end(), [&](const Transfer& one) {
    return one.from.value == department || one.to.value == department;
  });
}

bool by_team(const Chart& chart, const Document& note) {
  if (note.type == DocType::kConsultationRecord) return false;
  if (treats(chart, note.author)) return true;
  return std::any_of(note.signatures.begin(), note.signatures.end(), [&](const Signature& one) {
    return !is_patient_side(one.role) && treats(chart, one.person);
  });
}

// All that physicians did, in order of time.
std::vector<Act> acts_of(const Chart& chart) {
  std::vector<Act> acts;
  const auto add = [&](const std::optional<Located<Time>>& at, bool own) {
    if (at && at->value.precision >= Precision::kDay) acts.push_back({at->value, at->span, own});
  };
  for (const Document& note : chart.documents) {
    if (!is_course_note(note.type) && note.type != DocType::kAdmissionRecord) continue;
    const bool own = by_team(chart, note);
    add(note.recorded, own);
    add(note.completed, own);
  }
  for (const Round& round : chart.rounds) add(round.at, treats(chart, round.by));
  for (const Order& order : chart.orders) {
    if (!order.cancelled) add(order.start, treats(chart, order.by));
  }
  std::stable_sort(acts.begin(), acts.end(),
                   [](const Act& a, const Act& b) { return a.at.earliest < b.at.earliest; });
  return acts;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  if (chart.encounter.department.value.empty()) return;
  const std::vector<Act> acts = acts_of(chart);
  const Act* last = nullptr;
  const Act* other = nullptr;  // Of another department, since the last of the team.
  for (const Act& act : acts) {
    if (!act.own) {
      other = &act;
      continue;
    }
    if (last != nullptr && other != nullptr &&
        within(last->at, act.at, options[kLimit]) == Within::kNo) {
      if (!chart.complete || chart.cut_off) {
        return report.undecided(of_chart(), missing::kRestOfChart, act.span);
      }
      report.fail(kGap, of_chart(), act.span, last->at, act.at, options[kLimit])
          .note(kOther, other->span);
      return;
    }
    last = &act;
    other = nullptr;
  }
  if (last != nullptr) report.pass(of_chart());
}

}  // namespace

extern constinit const Check process_care_continuity{
    {.id = "process-care-continuity",
     .severity = Severity::kNote,
     .title = {"住院期间应有连续负责的经治医师",
               "Somebody of the treating department is in charge"},
     .judged =
         {"已出院或归档的住院病历：经治科室（含转科前后科室）医师的病程、查房、医嘱之间不超过4天（"
          "可"
          "调）而其间只有其他科室的记录。条文要求诊疗连续，没有数值。",
          "Stays that ended: notes, rounds and orders by the treating department (and those before "
          "and after a transfer) are not more than four days (an option) apart with only notes of "
          "other departments between. The text asks for continuity and has no number."},
     .exceptions =
         {"其间没有任何记录的由病程记录频次的检查评价；医师科室不明的算作经治科室；未载入医嘱、单份"
          "文"
          "书无法判定；没有经治科室的不评价。",
          "A gap without any note is judged by the checks on how often notes are written. Whoever "
          "is of no known department counts as of the treating one. Undecided without orders and "
          "for a lone document; not judged where the department is not known."},
     .advice = {"明确各阶段的责任医师，并由其记录。",
                "Make clear who is in charge at each stage, and have that physician write."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

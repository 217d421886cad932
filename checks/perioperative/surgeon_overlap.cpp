// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/presence.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr OverlapMessage kOverlap{
    "overlap",
    "本台手术（{0}至{1}）的{2}，在另一患者的手术（{3}至{4}）中任{5}，两台手术重叠{6}，超过{7}。",
    "the {2} of this surgery ({0} to {1}) was the {5} of another patient's ({3} to {4}); they "
    "overlap by {6}, more than {7}."};
constexpr OtherMessage kOther{"other", "另一台手术：病历{0}，{1}至{2}",
                              "the other surgery: chart {0}, {1} to {2}"};

constexpr Option<Duration> kTolerance{"tolerance", std::chrono::minutes(15),
                                      "两台手术最多可重叠多久（记录时间的误差）",
                                      "how long two surgeries may overlap as clocks and forms go"};

constexpr Missing kTimes{"surgery-times", "可用的手术开始和结束时间",
                         "usable times of the start and the end of the surgery"};

constexpr Citation kBasis[] = {{"SA", "7"}, {"KC25", "24"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kOverlap, kOther};
constexpr OptionInfo kOptions[] = {kTolerance};

void emit(const Chart& chart, const Options& options, std::vector<Fact>& facts) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    Presence presence{.surgery = i,
                      .role = Role::kSurgeon,
                      .person = &surgery.surgeon,
                      .department = chart.encounter.department.value,
                      .start = start_of(surgery),
                      .end = end_of(surgery)};
    emit_presence(chart, presence, options[kTolerance], facts);
    if (surgery.assistants.empty() || !surgery.assistants.front().known()) continue;
    presence.role = Role::kFirstAssistant;
    presence.person = &surgery.assistants.front();
    emit_presence(chart, presence, options[kTolerance], facts);
  }
}

void judge(std::span<const Fact> facts, Report& report) {
  judge_presences(facts, {kOverlap, kOther, kTimes}, report);
}

}  // namespace

extern constinit const Check periop_surgeon_overlap{
    .info =
        {.id = "periop-surgeon-overlap",
         .severity = Severity::kWarning,
         .title = {"同一术者不应同时在两台手术上", "No surgeon is in two surgeries at a time"},
         .judged =
             {"每台手术的术者和第一助手：同一次运行所查的病历中，同一人的另一患者的手术与本台手术"
              "（开始至结束）重叠不超过15分钟。",
              "Surgeon and first assistant of each surgery: among the charts of the run, no "
              "surgery of another patient with the same person overlaps with it, from start to "
              "end, by more than 15 minutes."},
         .exceptions =
             {"只查一份病历时不评价。取消的手术、同一患者的手术不计。同一机构内工号相同为同一人；"
              "没有工号的，姓名和科室相同为同一人，仅姓名相同的无法判定。人员、起止时间缺少，仅有"
              "日期而当日另有手术，时间为整日（0时至0时）、颠倒或长于24小时的，无法判定。",
              "Nothing is judged in a run of one chart. Cancelled surgeries and those of the same "
              "patient do not count. Equal numbers of staff in one hospital mean one person; "
              "without numbers equal names and departments do, of a name alone it cannot be told. "
              "Undecided also without person or times, with dates alone where there is another "
              "surgery of the day, and for times of a whole day, in wrong order or 24 hours "
              "apart."},
         .advice = {"核对手术起止时间和手术人员；属实的，说明原因并调整手术排班。",
                    "Check the times and the persons; if they are right, explain it and change the "
                    "schedule."},
         .basis = kBasis,
         .core_systems = kCore,
         .messages = kMessages,
         .options = kOptions},
    .emit = &emit,
    .judge = &judge};

}  // namespace emrlint::checks

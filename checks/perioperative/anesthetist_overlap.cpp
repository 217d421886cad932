// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/presence.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr OverlapMessage kOverlap{
    "overlap",
    "本台麻醉（{0}至{1}）的{2}，在另一患者的麻醉（{3}至{4}）中任{5}，两台麻醉重叠{6}，超过{7}。",
    "the {2} of this anaesthesia ({0} to {1}) was the {5} of another patient's ({3} to {4}); they "
    "overlap by {6}, more than {7}."};
constexpr OtherMessage kOther{"other", "另一台麻醉：病历{0}，{1}至{2}",
                              "the other anaesthesia: chart {0}, {1} to {2}"};

constexpr Option<Duration> kTolerance{"tolerance", std::chrono::minutes(15),
                                      "两台麻醉最多可重叠多久（记录时间的误差）",
                                      "how long two anaesthesias may overlap as clocks and forms "
                                      "go"};

constexpr Missing kTimes{"anesthesia-times", "可用的麻醉开始和结束时间",
                         "usable times of the start and the end of the anaesthesia"};

constexpr Citation kBasis[] = {{"SA", "7"}, {"KC25", "25"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kOverlap, kOther};
constexpr OptionInfo kOptions[] = {kTolerance};

std::optional<Time> time_of(const TimeFact& time) {
  if (!time) return std::nullopt;
  return time.value();
}

void emit(const Chart& chart, const Options& options, std::vector<Fact>& facts) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || by_anesthetist(surgery) != Answer::kYes) continue;
    const Anesthesia& given = surgery.anesthesia;
    emit_presence(chart,
                  {.surgery = i,
                   .role = Role::kAnesthetist,
                   .person = &given.by,
                   .department = "麻醉科",
                   .start = time_of(given.start),
                   .end = time_of(given.end),
                   .where = given.start ? given.start.span() : Span{}},
                  options[kTolerance], facts);
  }
}

void judge(std::span<const Fact> facts, Report& report) {
  judge_presences(facts, {kOverlap, kOther, kTimes}, report);
}

}  // namespace

extern constinit const Check periop_anesthetist_overlap{
    .info =
        {.id = "periop-anesthetist-overlap",
         .severity = Severity::kWarning,
         .title = {"同一麻醉医师不应同时实施两台麻醉",
                   "No anaesthetist gives two anaesthesias at a time"},
         .judged =
             {"每台手术的麻醉医师：同一次运行所查的病历中，同一人为另一患者实施的麻醉与本台麻醉（"
              "开始至结束）重叠不超过15分钟。",
              "The anaesthetist of each surgery: among the charts of the run, no anaesthesia of "
              "another patient by the same person overlaps with it, from start to end, by more "
              "than 15 minutes."},
         .exceptions =
             {"只查一份病历时不评价。取消的手术、术者自行实施的局部麻醉、同一患者的麻醉不计。同一"
              "机构内工号相同为同一人；没有工号的，姓名相同且未注明不同科室的为同一人。麻醉医师、"
              "麻醉起止时间缺少，仅有日期而当日另有麻醉，时间为整日（0时至0时）、颠倒或长于24小时"
              "的，无法判定。麻醉中途换人而数据未注明的会提示，可用豁免说明。",
              "Nothing is judged in a run of one chart. Cancelled surgeries, local anaesthesia by "
              "the surgeon and anaesthesias of the same patient do not count. Equal numbers of "
              "staff in one hospital mean one person; without numbers equal names do, unless the "
              "departments are told to differ. Undecided without anaesthetist or times, with dates "
              "alone where there is another anaesthesia of the day, and for times of a whole day, "
              "in wrong order or 24 hours apart. One who was relieved is reported unless the data "
              "tell so; it can be waived."},
         .advice =
             {"核对麻醉起止时间和麻醉医师；属实的，说明原因并调整麻醉排班。",
              "Check the times and the anaesthetist; if they are right, explain it and change "
              "the schedule."},
         .basis = kBasis,
         .core_systems = kCore,
         .messages = kMessages,
         .options = kOptions},
    .emit = &emit,
    .judge = &judge};

}  // namespace emrlint::checks

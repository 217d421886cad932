// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/words.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration> kGap{
    "gap", "{0}在{1}至{2}之间没有记录，间隔超过{3}。",
    "no {0} is on record between {1} and {2}, longer than {3}."};

constexpr Option<Duration> kInterval{"interval", Duration{10},
                                     "麻醉中生命体征的最大记录间隔（条文没有数值）",
                                     "the longest interval between readings (no text gives one)"};

constexpr Missing kReadings{"anesthesia-readings", "麻醉期间的监测数据",
                            "readings during the anaesthesia"};

constexpr Citation kBasis[] = {{"SA", "8"}};
constexpr int kCore[] = {11};
constexpr Source kNeeds[] = {Source::kObservations};
constexpr MessageInfo kMessages[] = {kGap};
constexpr OptionInfo kOptions[] = {kInterval};

struct Sign {
  std::string_view detail;
  Bilingual name;
  WordList names;
};

constexpr Sign kSigns[] = {
    {"blood-pressure", {"血压", "blood pressure"}, {"血压|收缩压|NIBP|IBP|SBP|Systolic|systolic"}},
    {"heart-rate", {"心率", "heart rate"}, {"心率|脉搏|脉率|HR|Heart rate"}},
    {"oxygen", {"血氧饱和度", "oxygen saturation"}, {"血氧|氧饱和|SpO2|SPO2|SpO₂"}},
};

// The readings of each sign in the anaesthesia, in order.
std::vector<Time> readings(const Chart& chart, const Sign& sign, const Time& from, const Time& to) {
  std::vector<Time> times;
  for (const Observation& one : chart.observations) {
    if (!one.at || !one.at->value.exact() || !holds_any(one.name.value, sign.names)) continue;
    const Time& at = one.at->value;
    if (!certainly_before(at, from) && !certainly_after(at, to)) times.push_back(at);
  }
  std::sort(times.begin(), times.end(),
            [](const Time& a, const Time& b) { return a.earliest < b.earliest; });
  return times;
}

void judge(const Chart& chart, std::size_t index, Duration interval, Report& report) {
  const Anesthesia& anesthesia = chart.surgeries[index].anesthesia;
  if (!anesthesia.start || !anesthesia.end) {
    return report.undecided(of_surgery(index), missing::kEventTime, chart.surgeries[index].span);
  }
  const Time& from = anesthesia.start.value();
  const Time& to = anesthesia.end.value();
  if (!from.exact() || !to.exact()) {
    return report.undecided(of_surgery(index), missing::kClockTime, anesthesia.start.span());
  }
  std::vector<std::vector<Time>> all;
  for (const Sign& sign : kSigns) all.push_back(readings(chart, sign, from, to));
  // A few are of the ward's chart: the readings of anaesthesias are not part of the data then.
  const auto half_hours = static_cast<std::size_t>((to.earliest - from.earliest) / Duration{30});
  const std::size_t ward = std::max<std::size_t>(3, half_hours);
  const auto few = [&](const std::vector<Time>& times) { return times.size() <= ward; };
  if (std::all_of(all.begin(), all.end(), few)) return;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Sign& sign = kSigns[i];
    const Subject subject = of_surgery(index, sign.detail);
    std::vector<Time>& times = all[i];
    if (times.empty()) {
      report.undecided(subject, kReadings, anesthesia.start.span());
      continue;
    }
    times.insert(times.begin(), from);
    times.push_back(to);
    const auto gap = std::adjacent_find(
        times.begin(), times.end(),
        [&](const Time& a, const Time& b) { return within(a, b, interval) == Within::kNo; });
    if (gap == times.end()) {
      report.pass(subject);
    } else {
      report.fail(kGap, subject, anesthesia.start.span(), sign.name, *gap, *(gap + 1), interval);
    }
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || by_anesthetist(surgery) != Answer::kYes) continue;
    judge(chart, i, options[kInterval], report);
  }
}

}  // namespace

extern constinit const Check periop_anesthesia_monitoring{
    {.id = "periop-anesthesia-monitoring",
     .severity = Severity::kWarning,
     .title = {"麻醉期间应连续监测生命体征", "Vital signs are monitored throughout an anaesthesia"},
     .judged = {"载入监测数据的麻醉三项：自麻醉开始至结束，血压、心率、血氧饱和度的记录间隔不超过10"
                "分钟（可调）。方案要求严密监测"
                "，没有规定间隔。",
                "Each anaesthesia whose readings were loaded, three judgements: from its start to "
                "its end "
                "blood pressure, heart rate and oxygen saturation are recorded every 10 minutes "
                "(an option) "
                "or oftener. The plan asks for close monitoring and names no interval."},
     .exceptions = {"局部麻醉、取消的手术、麻醉期间的监测数据未载入（每项不超过3次或每半小时不足1次"
                    "，多为病房测量）"
                    "的不评价。缺其中一项、麻醉"
                    "起止时间不明或只有日期的无法判定。",
                    "Not for local anaesthesia and cancelled surgeries, nor where no reading at "
                    "all was loaded. "
                    "Undecided where one of the signs is absent, or the start or end of the "
                    "anaesthesia is not "
                    "known to the minute."},
     .advice = {"核对麻醉监护数据的采集；缺失的在麻醉记录中说明。",
                "Check how the readings are collected; explain gaps in the record."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks

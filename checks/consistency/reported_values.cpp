// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/reported_values.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "checks/frontpage/page.h"
#include "text/find_word.h"

namespace emrlint::checks {

bool of_blood(std::string_view report) {
  constexpr std::string_view kOther[] = {"尿",   "便",     "粪",   "胸水",
                                         "腹水", "脑脊液", "积液", "骨髓"};
  return std::none_of(std::begin(kOther), std::end(kOther),
                      [&](std::string_view word) { return holds(report, word); });
}

bool Reported::of_day(std::chrono::sys_days day) const {
  for (const auto& at : {report->collected, report->reported}) {
    if (at && at->value.precision >= Precision::kDay && at->value.local_day() == day) return true;
  }
  return false;
}

std::vector<Reported> reported_values(const Chart& chart) {
  std::vector<Reported> all;
  for (const TestResult& report : chart.results) {
    if (!of_blood(report.name.value)) continue;
    for (const ResultItem& item : report.items) {
      const Analyte analyte = analyte_of(item.name.value);
      const auto value = analyte != kNoAnalyte ? number_in(item.value.value) : std::nullopt;
      if (value) all.push_back({analyte, *value, unit_form(item.unit.value), &item, &report});
    }
  }
  return all;
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/coagulation.h"
#include "text/find_word.h"

#include <algorithm>

namespace emrlint::checks {
namespace {

constexpr std::string_view kPanelWords[] = {"凝血", "DIC"};
constexpr std::string_view kItemWords[] = {"凝血酶原时间", "部分凝血活酶时间", "国际标准化比",
                                           "rothrombin time", "hromboplastin time"};
constexpr std::string_view kItemNames[] = {"PT", "APTT", "aPTT", "INR", "PT-INR", "PTT"};
// PT, APTT by two methods, INR.
constexpr std::string_view kLoinc[] = {"5902-2", "3173-2", "14979-9", "6301-6"};

template <typename Range>
bool contains_one(std::string_view text, const Range& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return holds(text, word); });
}
template <typename Range>
bool is_one(std::string_view text, const Range& words) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

bool told_by(std::string_view name, std::string_view code) {
  return is_one(code, kLoinc) || is_one(name, kItemNames) || contains_one(name, kItemWords);
}

}  // namespace

bool tells_coagulation(const TestResult& result) {
  if (contains_one(result.name.value, kPanelWords)) return true;
  if (told_by(result.name.value, result.code.value)) return true;
  return std::any_of(result.items.begin(), result.items.end(), [](const ResultItem& item) {
    return told_by(item.name.value, item.code.value);
  });
}

const std::optional<Located<Time>>& taken_at(const TestResult& result) {
  return result.collected ? result.collected : result.reported;
}

namespace {

template <typename Tells>
bool any_before(const Chart& chart, const Surgery& surgery, Tells tells) {
  return std::any_of(chart.results.begin(), chart.results.end(), [&](const TestResult& result) {
    if (!tells(result)) return false;
    const std::optional<Located<Time>>& at = taken_at(result);
    return !at || !surgery.start || !certainly_after(at->value, surgery.start.value());
  });
}

bool tells_organs(const TestResult& result) {
  constexpr std::string_view kNames[] = {"心电图", "心脏彩超", "心脏超声", "超声心动", "肺功能",
                                         "肝功",   "肾功",     "肝肾功",   "生化",     "心功能"};
  return result.kind.value == "ecg" || contains_one(result.name.value, kNames);
}

}  // namespace

bool tested_before(const Chart& chart, const Surgery& surgery) {
  return any_before(chart, surgery, tells_coagulation);
}

bool organs_tested_before(const Chart& chart, const Surgery& surgery) {
  return any_before(chart, surgery, tells_organs);
}

}  // namespace emrlint::checks

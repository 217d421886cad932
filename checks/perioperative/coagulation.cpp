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

bool tested_before(const Chart& chart, const Surgery& surgery) {
  return std::any_of(chart.results.begin(), chart.results.end(), [&](const TestResult& result) {
    if (!tells_coagulation(result)) return false;
    const std::optional<Located<Time>>& at = taken_at(result);
    return !at || !surgery.start || !certainly_after(at->value, surgery.start.value());
  });
}

}  // namespace emrlint::checks

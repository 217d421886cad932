// SPDX-License-Identifier: Apache-2.0
// The tests that generated stays order and have results of. Internal to the generator.
#ifndef EMRLINT_GENERATOR_RANDOM_TESTS_H_
#define EMRLINT_GENERATOR_RANDOM_TESTS_H_

#include <span>
#include <string>
#include <string_view>

#include "generator/random_stay.h"

namespace emrlint {

struct PanelItem {
  std::string_view name, unit;
  int low, high;  // Tenths.
};
struct Panel {
  std::string_view name;
  std::span<const PanelItem> items;
};
// On every third day from the first one on.
std::span<const Panel> panels();

struct PlainTest {
  std::string_view id, kind, name, conclusion;
};
inline constexpr PlainTest kPreoperative[] = {{"r2", "lab", "血型鉴定", "A型，RhD阳性。"},
                                              {"r3", "lab", "术前八项", "均为阴性。"},
                                              {"r4", "ecg", "常规心电图", "窦性心律，正常心电图。"},
                                              {"r5", "imaging", "胸部正位片", "心肺膈未见异常。"}};

// Tests that nobody else has; what has no conclusion was ordered and never reported.
struct UnusualTest {
  std::string_view check;
  PlainTest test;
};
inline constexpr UnusualTest kUnusual[] = {
    {"match-order-without-report", {"", "lab", "降钙素原测定", ""}},
    {"match-culture", {"r6", "lab", "血培养", "培养无细菌生长。"}}};

// One member of "results", with a conclusion.
void write_plain_result(RandomStay& stay, const PlainTest& test, const Time& collected,
                        const Time& reported);

std::string tenths(int value);  // "3.6" of 36

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_TESTS_H_

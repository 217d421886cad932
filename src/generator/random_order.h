// SPDX-License-Identifier: Apache-2.0
// An order of a generated stay. Internal to the generator.
#ifndef EMRLINT_GENERATOR_RANDOM_ORDER_H_
#define EMRLINT_GENERATOR_RANDOM_ORDER_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/random_stay.h"

namespace emrlint {

// What is blank is not written.
struct RandomOrder {
  std::string id;
  std::string_view kind;
  std::string content;
  Time start;
  std::string_view by = kAttending;
  std::string_view executor = kScrubNurse;
  std::optional<Time> executed = {}, stop = {};
  bool standing = false;  // 长期, 临时 otherwise.
  std::string_view dose = {}, unit = {}, route = {}, frequency = {};
  std::string_view about = {};
};
// One member of "orders".
void write_order(RandomStay& stay, const RandomOrder& order);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_ORDER_H_

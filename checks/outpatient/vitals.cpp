// SPDX-License-Identifier: Apache-2.0
#include "checks/outpatient/vitals.h"

#include <algorithm>

#include "check/words.h"

namespace emrlint::checks {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

// Whether a number follows before the clause ends; a letter in between belongs to something else.
bool number_follows(std::string_view rest) {
  constexpr std::size_t kReach = 24;
  rest = rest.substr(0, kReach);
  for (const std::string_view end : {"，", "。", "；", "、", ",", ";"}) {
    rest = rest.substr(0, rest.find(end));
  }
  for (const char c : rest) {
    if (digit(c)) return true;
    if (letter(c)) return false;
  }
  return false;
}

bool states(const Document& document, const VitalSign& sign) {
  const auto same = [&](const Element& e) {
    return !e.value.value.empty() && lists(sign.elements, e.id.value);
  };
  return std::any_of(document.elements.begin(), document.elements.end(), same) ||
         std::any_of(document.texts.begin(), document.texts.end(),
                     [&](const Text& text) { return states_value(text.value, sign.labels); });
}

// The name of an observation is a label itself, perhaps with more behind: 体温(℃).
bool is(const Observation& observation, const VitalSign& sign) {
  const std::string_view name = observation.name.value;
  return lists(sign.elements, observation.code.value) ||
         any_word(sign.labels, [name](std::string_view label) {
           return letter(label.front()) ? name == label : name.find(label) != name.npos;
         });
}

}  // namespace

bool states_value(std::string_view text, WordList labels) {
  return any_word(labels, [text](std::string_view label) {
    for (std::size_t at = text.find(label); at != text.npos; at = text.find(label, at + 1)) {
      if (letter(label.front()) && at > 0 && (letter(text[at - 1]) || digit(text[at - 1]))) {
        continue;
      }
      if (number_follows(text.substr(at + label.size()))) return true;
    }
    return false;
  });
}

bool states(const Chart& chart, const VitalSign& sign) {
  return std::any_of(chart.observations.begin(), chart.observations.end(),
                     [&](const Observation& o) { return is(o, sign); }) ||
         std::any_of(chart.documents.begin(), chart.documents.end(),
                     [&](const Document& document) { return states(document, sign); });
}

}  // namespace emrlint::checks

// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/morphology.h"

#include <algorithm>
#include <string>

#include "checks/coding/categories.h"
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Behaviour kBehaviours[] = {
    {'0', categories::kBenignNeoplasms, "D10–D36", {"良性（/0）", "benign (/0)"}},
    {'1',
     categories::kUncertainNeoplasms,
     "D37–D48",
     {"良恶性未定（/1）", "of uncertain behaviour (/1)"}},
    {'2', categories::kInSituNeoplasms, "D00–D09", {"原位癌（/2）", "in situ (/2)"}},
    {'3',
     categories::kPrimaryNeoplasms,
     "C00–C76、C80–C97",
     {"原发恶性（/3）", "malignant, primary (/3)"}},
    {'6',
     categories::kSecondaryNeoplasms,
     "C77–C79",
     {"继发恶性（/6）", "malignant, secondary (/6)"}}};

// M8140/3, M81400/3, and without the letter.
char behaviour_digit(std::string_view code) {
  const std::string with_letter = "M" + std::string(code);
  const bool plain = well_formed_morphology(code);
  return plain || well_formed_morphology(with_letter) ? code.back() : '\0';
}

}  // namespace

const Behaviour* behaviour_of(std::string_view code) {
  const char digit = behaviour_digit(code);
  const auto found = std::find_if(std::begin(kBehaviours), std::end(kBehaviours),
                                  [digit](const Behaviour& b) { return b.digit == digit; });
  return found == std::end(kBehaviours) ? nullptr : &*found;
}

std::vector<const Text*> morphologies(const Chart& chart) {
  std::vector<const Text*> found;
  for (const Diagnosis& d : chart.diagnoses) {
    if (behaviour_digit(d.code.value) != '\0') found.push_back(&d.code);
  }
  for (const FrontPageField& field : chart.front_page) {
    const bool pathology = field.item == FrontPageItem::kPathologyCode;
    if (pathology && behaviour_digit(field.value.value) != '\0') found.push_back(&field.value);
  }
  return found;
}

}  // namespace emrlint::checks

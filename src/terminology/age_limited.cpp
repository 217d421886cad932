// SPDX-License-Identifier: Apache-2.0
#include "terminology/age_limited.h"

namespace emrlint {
namespace {

constexpr CodeRange kNewborn[] = {{"A33", "A33"}, {"Z38", "Z38"}};
// Chapter XVI includes what began around birth "even though death or morbidity occurs later": a
// hydrocele (P83.5) or a palsy of the plexus (P14) is operated on years after. On the chart of an
// adult such a code is that of the child.
constexpr CodeRange kPerinatal[] = {{"P00", "P96"}};
// O9A and Z3A (weeks of gestation) are of ICD-10-CM alone.
constexpr CodeRange kMaternity[] = {{"O00", "O9A"}, {"Z32", "Z37"}, {"Z39", "Z39"}, {"Z3A", "Z3A"}};
// Not I25.4 (aneurysms after Kawasaki disease), F02 (dementia in other diseases), M80.2-M80.9 and
// M81.2-M81.9 (osteoporosis by disuse or drugs), N95.3 (artificial menopause): children have them.
constexpr CodeRange kAdult[] = {{"F00", "F01"},     {"F03", "F03"},     {"H25", "H25"},
                                {"I25.0", "I25.1"}, {"M80.0", "M80.1"}, {"M81.0", "M81.1"},
                                {"N40", "N40"},     {"N95.0", "N95.2"}};

}  // namespace

AgeGroup age_group(std::string_view code) {
  for (const AgeGroup group :
       {AgeGroup::kNewborn, AgeGroup::kPerinatal, AgeGroup::kMaternity, AgeGroup::kAdult}) {
    if (in_ranges(codes_of(group), code)) return group;
  }
  return AgeGroup::kAny;
}

std::span<const CodeRange> codes_of(AgeGroup group) {
  switch (group) {
    case AgeGroup::kNewborn:
      return kNewborn;
    case AgeGroup::kPerinatal:
      return kPerinatal;
    case AgeGroup::kMaternity:
      return kMaternity;
    case AgeGroup::kAdult:
      return kAdult;
    case AgeGroup::kAny:
      break;
  }
  return {};
}

}  // namespace emrlint
